import XMLBuilder from 'fast-xml-builder';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  cdataPropName: '#cdata',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** Characters that no XML 1.0 document may contain, not even escaped. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * An XML 1.0 document from nested objects: keys are elements, "@name" attributes, "#text" text,
 * "#cdata" a section in which mark-up stands unescaped, lists repeat the element.
 */
export function xmlDocument(root: object): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${xmlPart(root)}`;
}

/** The same without the declaration: elements of a document. */
export function xmlPart(elements: object): string {
  return builder.build(elements).replaceAll(forbidden, '');
}
