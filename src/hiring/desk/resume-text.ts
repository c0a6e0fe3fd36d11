import type { DocumentType, Extraction, Extractor, FileStore } from '#platform/files';

/** Reads résumés as text for the page. A file's text never changes, so the latest ones are kept. */
export type ResumeTexts = {
  read(file: { sha256: string; type: DocumentType }): Promise<ResumeText>;
};

export type ResumeText =
  | Extraction
  /** The file is not in the store: a damaged or incomplete data folder. */
  | { ok: false; error: { kind: 'missing' } };

/** Some tens of kilobytes each. */
const kept = 50;

export function createResumeTexts(deps: {
  files: Pick<FileStore, 'has' | 'pathOf'>;
  extractor: Pick<Extractor, 'extractText'>;
}): ResumeTexts {
  const texts = new Map<string, Promise<ResumeText>>();
  const extract = async (sha256: string, type: DocumentType): Promise<ResumeText> => {
    if (!(await deps.files.has(sha256))) return { ok: false, error: { kind: 'missing' } };
    return deps.extractor.extractText({ path: deps.files.pathOf(sha256), type });
  };
  return {
    async read({ sha256, type }) {
      const known = texts.get(sha256);
      texts.delete(sha256);
      const reading = known ?? extract(sha256, type);
      texts.set(sha256, reading);
      for (const oldest of texts.keys()) {
        if (texts.size <= kept) break;
        texts.delete(oldest);
      }
      try {
        const text = await reading;
        // A failure may be of the moment: out of time, out of memory, a disk that was away.
        if (!text.ok) texts.delete(sha256);
        return text;
      } catch (error) {
        texts.delete(sha256);
        throw error;
      }
    },
  };
}
