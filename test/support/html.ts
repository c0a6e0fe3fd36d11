/** Hidden fields of the last form of a page (the first may be the frame's own). */
export function hiddenFields(html: string): Record<string, string> {
  const form = /<form(?![\s\S]*<form)[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...inputs].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

/** Text of a page without tags, entities undone. */
export function textOf(html: string): string {
  return unescaped(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/[ \n]+/g, ' ');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
