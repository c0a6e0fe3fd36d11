/** A document type that candidates may attach, named by its usual file extension. */
export type DocumentType = 'pdf' | 'docx' | 'doc' | 'odt' | 'rtf' | 'txt';

/** Why a file is refused. See `inspectDocument` for what each one means. */
export type RefusalKind =
  | 'empty'
  | 'too-large'
  | 'unsupported-type'
  | 'encrypted'
  | 'polyglot'
  | 'damaged'
  | 'archive-bomb'
  | 'macros';

export type Inspection =
  | {
      ok: true;
      type: DocumentType;
      /** The media type to serve the file as, without parameters. */
      mediaType: string;
      /** Without its dot. */
      extension: string;
    }
  | {
      ok: false;
      error: {
        kind: RefusalKind;
        /** What the content looks like, as a short extension such as `png`; absent if unknown. */
        detected?: string;
      };
    };

const MEDIA_TYPES: Readonly<Record<DocumentType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  txt: 'text/plain',
};

/** The media type (without parameters) that a document of this type is served as. */
export function mediaTypeOf(type: DocumentType): string {
  return MEDIA_TYPES[type];
}

export function accepted(type: DocumentType): Inspection {
  return { ok: true, type, mediaType: MEDIA_TYPES[type], extension: type };
}

export function refused(kind: RefusalKind, detected?: string): Inspection {
  return { ok: false, error: detected === undefined ? { kind } : { kind, detected } };
}
