/** Hidden fields of the form on a page that goes to an address. */
export async function formTo(
  browser: { get(path: string): Promise<Response> },
  page: string,
  action: string,
): Promise<Record<string, string>> {
  return fieldsOf(await (await browser.get(page)).text(), action);
}

/** Hidden fields of the form of a page that goes to an address. */
export function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html
    .split('<form')
    .find((part) => part.includes(`action="${action.replaceAll('&', '&amp;')}"`));
  if (!form) throw new Error(`No form to ${action}`);
  const inputs =
    form.split('</form>')[0]?.matchAll(/type="hidden" name="([^"]*)" value(?:="([^"]*)")?/g) ?? [];
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}
