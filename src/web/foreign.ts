/**
 * Whether a form was sent from a page of another site, by what the browser says of it:
 * `Sec-Fetch-Site` (Fetch Metadata; a sister domain is another site here) where sent, else `Origin` against the host asked for and our
 * own origins. A request without either comes from no browser, and carries nobody's cookies.
 */
export function isForeign(request: Request, origins: readonly string[]): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (!origin) return false;
  if (origins.includes(origin)) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.get('host');
}
