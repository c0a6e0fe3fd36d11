/**
 * The file of an address. A page keeps its address as it is on a server, without a redirect:
 * `/en/jobs/x` is `en/jobs/x.html`, `/en/jobs/` is `en/jobs/index.html`. nginx (`try_files`),
 * GitHub Pages, Netlify and Cloudflare Pages all find them so.
 */
export function fileOf(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : `${path.slice(1)}.html`;
}
