/**
 * Puts sanitized HTML into the page: headings under the page's h1, anchors, tables that scroll.
 * It works on the text of `sanitize`, whose tags are well formed and have no `>` in attributes.
 */
export function fitIntoPage(html: string, labels: { table(n: number): string }): string {
  return scrollableTables(levelledHeadings(html), labels);
}

/**
 * The first heading becomes h2; a deeper one becomes at most one level deeper than the heading it
 * stands under, however deep the author began. Empty headings go: they would be read as nothing.
 */
function levelledHeadings(html: string): string {
  const open: number[] = [];
  const ids = new Map<string, number>();
  return html.replaceAll(
    /<h([1-6])((?: lang="[^"]*")?)>([\s\S]*?)<\/h\1>/g,
    (_, level: string, lang: string, inner: string) => {
      const text = inner.replaceAll(/<[^>]*>|&[a-z]+;/g, ' ').trim();
      if (text === '') return '';
      const written = Number(level);
      while (open.length > 0 && open.at(-1)! >= written) open.pop();
      open.push(written);
      const tag = `h${Math.min(open.length + 1, 6)}`;
      return `<${tag} id="${anchor(text, ids)}"${lang}>${inner}</${tag}>`;
    },
  );
}

/** ASCII, unique in the body, and with a prefix that keeps clear of the page's own ids. */
function anchor(text: string, seen: Map<string, number>): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const wanted = words === '' ? 'section' : `section-${words}`;
  // The count stands apart with two hyphens, which no words have: "a", "a-2" and "a" cannot clash.
  const count = (seen.get(wanted) ?? 0) + 1;
  seen.set(wanted, count);
  return count === 1 ? wanted : `${wanted}--${count}`;
}

/** A wide table scrolls in a region of its own, which the keyboard can reach and a reader names. */
function scrollableTables(html: string, labels: { table(n: number): string }): string {
  let count = 0;
  let depth = 0;
  return html.replaceAll(/<(\/?)table(?: lang="[^"]*")?>/g, (tag, closing: string) => {
    if (closing) {
      depth -= 1;
      return depth === 0 ? `${tag}</div>` : tag;
    }
    depth += 1;
    if (depth > 1) return tag;
    count += 1;
    const label = labels.table(count).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `<div class="table-scroll" role="region" tabindex="0" aria-label="${label}">${tag}`;
  });
}
