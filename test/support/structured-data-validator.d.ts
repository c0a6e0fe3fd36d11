/** What is used of this package, which comes without types. */
declare module '@adobe/structured-data-validator' {
  export type StructuredDataIssue = {
    issueMessage: string;
    severity: 'ERROR' | 'WARNING';
    fieldNames: string[];
  };
  export default class Validator {
    /** Items by their type, as an extractor finds them in a page. */
    validate(found: { jsonld: Record<string, object[]> }): Promise<StructuredDataIssue[]>;
  }
}
