import { escape, frame, words } from './_includes/frame.mjs';

const lang = 'fr';

export const data = {
  pagination: { data: 'collections.fr', size: 50 },
  permalink: (/** @type {any} */ { pagination }) =>
    pagination.pageNumber === 0
      ? '/fr/emplois/index.html'
      : `/fr/emplois/page/${pagination.pageNumber + 1}.html`,
};

/** @param {any} data */
export function render({ pagination, facts, page }) {
  const cards = pagination.items.map((/** @type {any} */ item) => {
    const { title, description, translationKey } = item.data;
    const f = facts[translationKey] ?? {};
    const shown = [
      ...(f.locations ?? []).map(
        (/** @type {any} */ one) => `${escape(one.city[lang])}, ${one.province}`,
      ),
      f.tenure?.kind,
    ];
    return `<li><article class="posting-card"><h2><a href="${item.url}">${escape(title)}</a></h2><p>${escape(description.slice(0, 220))}</p><ul class="posting-facts">${shown.map((one) => `<li>${one}</li>`).join('')}</ul></article></li>`;
  });
  const { previous, next } = pagination.href;
  return frame({
    lang,
    title: words[lang].jobs,
    url: page.url,
    other: '/en/jobs/',
    main: `<h1>${words[lang].jobs}</h1><ul class="posting-list">${cards.join('')}</ul><nav class="pagination">${previous ? `<a href="${previous}" rel="prev">←</a>` : ''}${next ? `<a href="${next}" rel="next">→</a>` : ''}</nav>`,
  });
}
