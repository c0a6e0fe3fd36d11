/** What is used of a library that comes without types. */
declare module 'word-extractor' {
  interface WordDocument {
    /** `filterUnicode: false` keeps typographic quotes and dashes as they are. */
    getBody(options: { filterUnicode: boolean }): string;
    getFootnotes(options: { filterUnicode: boolean }): string;
    getEndnotes(options: { filterUnicode: boolean }): string;
    getTextboxes(options: { filterUnicode: boolean; includeHeadersAndFooters: boolean }): string;
  }

  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
}
