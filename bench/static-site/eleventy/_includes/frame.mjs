/** @param {string | undefined} text */
export const escape = (text) =>
  (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const words = {
  en: { jobs: 'All jobs', apply: 'Apply now', facts: 'Key facts', closes: 'Closes', place: 'Location', mode: 'Work arrangement', group: 'Classification', pay: 'Salary', tenure: 'Tenure', seats: 'Positions', who: 'Who can apply', unit: 'Team', other: 'Français' },
  fr: { jobs: 'Toutes les offres d’emploi', apply: 'Postuler', facts: 'En bref', closes: 'Date de clôture', place: 'Lieu', mode: 'Mode de travail', group: 'Classification', pay: 'Salaire', tenure: 'Durée de l’emploi', seats: 'Postes', who: 'Admissibilité', unit: 'Équipe', other: 'English' },
}; // prettier-ignore

const organization = 'Sample Digital Service (fictional)';

/** @param {{ lang: 'en' | 'fr', title: string, description?: string, url: string, other: string, head?: string, main: string }} page */
export function frame({ lang, title, description, url, other, head = '', main }) {
  const t = words[lang];
  const site = 'https://jobs.example';
  const otherLang = lang === 'en' ? 'fr' : 'en';
  const meta = description ? `<meta name="description" content="${escape(description)}">` : '';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – ${organization}</title>
<link rel="stylesheet" href="/assets/site.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<meta name="color-scheme" content="light dark">
${meta}
<link rel="canonical" href="${site}${url}">
<link rel="alternate" hreflang="${lang}" href="${site}${url}">
<link rel="alternate" hreflang="${otherLang}" href="${site}${other}">
<meta property="og:title" content="${escape(title)}">
<meta property="og:description" content="${escape(description)}">
<meta property="og:type" content="website">
<meta property="og:url" content="${site}${url}">
<meta property="og:site_name" content="${organization}">
<meta property="og:locale" content="${lang}_CA">
${head}
</head>
<body class="site">
<a class="skip-link" href="#main">Skip</a>
<header class="site-header"><div class="top-bar"><div class="container"><a class="lang-toggle" href="${other}" lang="${otherLang}" hreflang="${otherLang}">${t.other}</a></div></div>
<div class="container site-header-row"><a class="site-name" href="/${lang}/jobs/"><span>${organization}</span></a>
<nav class="site-nav" aria-label="Menu"><a href="/${lang}/jobs/">${t.jobs}</a></nav></div></header>
<main id="main" class="container" tabindex="-1">${main}</main>
<footer class="site-footer"><div class="container site-footer-row"><div><p class="site-footer-name">${organization}</p></div>
<nav aria-label="Footer"><ul><li><a href="/${lang}/privacy">Privacy</a></li><li><a href="/${lang}/accessibility">Accessibility</a></li></ul></nav></div></footer>
</body>
</html>
`;
}
