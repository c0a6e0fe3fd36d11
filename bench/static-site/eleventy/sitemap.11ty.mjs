/** @param {any} data */
export function render({ collections }) {
  const urls = [...collections.en, ...collections.fr].map(
    ({ url }) => `<url><loc>https://jobs.example${url}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>`;
}
