import { type Lang, langs } from '#platform/i18n';
import { LangProvider } from '#ui/language';
import type { Shell } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { renderDocument } from './document.tsx';
import { layoutCatalog } from './layout-catalog.ts';
import { renderPage } from './render-page.tsx';

/**
 * The page of a site of files for any address that leads nowhere. Which language the visitor was
 * reading is unknown, so it speaks both.
 */
export function bilingualNotFound(shell: Shell): string {
  const [first, second] = langs;
  const title = langs.map((lang) => layoutCatalog(lang)('not-found.title')).join(' / ');
  return renderPage(
    {
      lang: first,
      area: 'site',
      alternates: hrefs('postings.index'),
      title,
      body: (
        <div class="problem-page">
          <NotFound lang={first} />
          <LangProvider lang={second}>
            <div lang={second}>
              <NotFound lang={second} second />
            </div>
          </LangProvider>
        </div>
      ),
    },
    shell,
  );
}

function NotFound({ lang, second }: { lang: Lang; second?: boolean }) {
  const t = layoutCatalog(lang);
  const Heading = second ? 'h2' : 'h1';
  return (
    <>
      <Heading>{t('not-found.title')}</Heading>
      <div class="prose">
        <p>{t('not-found.what')}</p>
        <p>
          {t('not-found.do')} <a href={href('postings.index', lang)}>{t('problem.jobs')}</a>
        </p>
      </div>
    </>
  );
}

/** A page that leads at once to another address, for servers that only know files. */
export function redirectDocument(lang: Lang, path: string, shell: Shell): string {
  const t = layoutCatalog(lang);
  return renderDocument({
    lang,
    title: `${t('moved.title')} – ${shell.site.organization[lang]}`,
    styles: shell.asset('site.css'),
    head: (
      <>
        <meta http-equiv="refresh" content={`0; url=${path}`} />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={new URL(path, shell.origins[lang]).href} />
      </>
    ),
    bodyClass: 'site',
    children: (
      <main id="main" class="container">
        <h1>{t('moved.title')}</h1>
        <p>
          <a href={path}>{t('moved.link')}</a>
        </p>
      </main>
    ),
  });
}
