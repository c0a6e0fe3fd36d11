export { inspectDocument } from './inspect-document.ts';
export {
  mediaTypeOf,
  type DocumentType,
  type Inspection,
  type RefusalKind,
} from './inspect/inspection.ts';
export {
  createFileStore,
  type CommitResult,
  type FileStore,
  type PutResult,
  type StagedFile,
  type StageResult,
} from './file-store.ts';
export type { ByteSource } from './write-synced.ts';
export { contentDisposition, safeFilename } from './safe-filename.ts';
export {
  createExtractor,
  type Extraction,
  type ExtractionFailureKind,
  type Extractor,
  type ExtractorOptions,
} from './extract-text.ts';
export type { TextBlock } from './extract/text-block.ts';
