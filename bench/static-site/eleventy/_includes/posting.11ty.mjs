import { escape, frame, words } from './frame.mjs';

const row = (/** @type {string} */ term, /** @type {string | undefined} */ detail) =>
  detail ? `<div><dt>${term}</dt><dd>${detail}</dd></div>` : '';
const list = (/** @type {string[] | undefined} */ items) =>
  items && `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const numbers = { en: new Intl.NumberFormat('en'), fr: new Intl.NumberFormat('fr') };

/** @param {any} data */
export function render(data) {
  const { title, description, translationKey, content, page } = data;
  const lang = /** @type {'en' | 'fr'} */ (page.url.slice(1, 3));
  const t = words[lang];
  const f = data.facts[translationKey] ?? {};
  const other =
    lang === 'en'
      ? page.url.replace('/en/jobs/', '/fr/emplois/')
      : page.url.replace('/fr/emplois/', '/en/jobs/');
  const number = numbers[lang];
  const json = JSON.stringify({
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title,
    description: content,
    url: `https://jobs.example${page.url}`,
    datePosted: f.opens,
    validThrough: f.closes,
    hiringOrganization: { '@type': 'Organization', name: 'Sample Digital Service (fictional)' },
    directApply: true,
    baseSalary: f.pay,
  }).replaceAll('<', '\\u003c');
  const facts = [
    row(
      t.closes,
      f.closes && `<time datetime="${f.closes.toISOString()}">${f.closes.toDateString()}</time>`,
    ),
    row(
      t.place,
      list(
        f.locations?.map((/** @type {any} */ one) => `${escape(one.city[lang])}, ${one.province}`),
      ),
    ),
    row(t.mode, f.workMode),
    row(
      t.group,
      f.classification &&
        `${f.classification.group}-${String(f.classification.level).padStart(2, '0')}`,
    ),
    row(
      t.pay,
      f.pay && `${number.format(f.pay.min)} – ${number.format(f.pay.max)} ${f.pay.currency}`,
    ),
    row(t.tenure, f.tenure?.kind),
    row(
      t.seats,
      list(
        f.seats?.map(
          (/** @type {any} */ seat) => `${seat.count ?? 1} – ${seat.language.requirement}`,
        ),
      ),
    ),
    row(t.who, escape(f.whoCanApply?.[lang])),
    row(t.unit, escape(f.unit?.[lang])),
  ].join('');
  const apply = `<a class="button button-primary" href="https://apply.example${page.url}/apply">${t.apply}</a>`;
  return frame({
    lang,
    title,
    description,
    url: page.url,
    other,
    head: `<script type="application/ld+json">${json}</script>`,
    main: `<nav class="breadcrumbs"><ol><li><a href="/${lang}/jobs/">${t.jobs}</a></li></ol></nav>
<div class="with-aside"><div class="with-aside-heading"><h1>${escape(title)}</h1><p class="lead">${escape(description)}</p></div>
<aside aria-label="${t.facts}"><div><dl class="facts">${facts}</dl>${apply}</div></aside>
<div class="with-aside-main"><div class="prose">${content}</div><div class="actions">${apply}</div></div></div>`,
  });
}
