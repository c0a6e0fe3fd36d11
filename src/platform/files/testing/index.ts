/** Files made by code for the tests of everything that takes in documents. Not for production. */
export { writeCompoundFile, type CompoundStream } from './compound-file-writer.ts';
export {
  sampleDoc,
  sampleDocStreams,
  sampleDocx,
  sampleDocxParts,
  sampleOdt,
  sampleOdtParts,
  sampleRtf,
  type SampleParagraph,
} from './sample-documents.ts';
export { samplePdf, writePdf } from './sample-pdf.ts';
export { writeZip, type ZipPart } from './zip-writer.ts';
