import { langs, type Lang } from '#platform/i18n';
import { TandemMark } from '#ui/mark';
import type { Shell } from '#web/page.ts';
import { href } from '#web/routes.ts';
import { renderDocument } from './document.tsx';
import { layoutCatalog } from './layout-catalog.ts';
import { openGraphLocale } from './open-graph.ts';

/** The page at `/`: the two languages side by side, neither before the other. */
export function splashPage(shell: Shell): string {
  const { organization } = shell.site;
  const names = [...new Set(langs.map((lang) => organization[lang]))];
  return renderDocument({
    // One of the two has to be named here; each half names its own.
    lang: 'en',
    title:
      [...new Set(langs.map((lang) => layoutCatalog(lang)('splash.title')))].join(' / ') +
      ` – ${names.join(' / ')}`,
    styles: shell.asset('site.css'),
    head: <Head shell={shell} />,
    bodyClass: 'splash',
    children: (
      <main>
        {langs.map((lang) => (
          <Half key={lang} lang={lang} shell={shell} />
        ))}
        <TandemMark class="splash-mark" />
      </main>
    ),
  });
}

function Head({ shell }: { shell: Shell }) {
  return (
    <>
      <link rel="canonical" href={`${shell.origins.en}/`} />
      {langs.map((lang) => (
        <link
          key={lang}
          rel="alternate"
          hreflang={lang}
          href={shell.origins[lang] + href('postings.index', lang)}
        />
      ))}
      <link rel="alternate" hreflang="x-default" href={`${shell.origins.en}/`} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={shell.site.organization.en} />
      <meta property="og:url" content={`${shell.origins.en}/`} />
      <meta property="og:locale" content={openGraphLocale('en')} />
      <meta property="og:locale:alternate" content={openGraphLocale('fr')} />
    </>
  );
}

function Half({ lang, shell }: { lang: Lang; shell: Shell }) {
  const t = layoutCatalog(lang);
  const { organization, tagline, sample } = shell.site;
  const path = href('postings.index', lang);
  const sameOrigin = shell.origins.en === shell.origins.fr;
  return (
    <section class="splash-half" lang={lang}>
      <div class="splash-wheel">
        <p class="splash-kicker">{t('splash.title')}</p>
        <h1>{organization[lang]}</h1>
        {tagline && <p>{tagline[lang]}</p>}
        <a
          class="splash-link"
          href={sameOrigin ? path : shell.origins[lang] + path}
          hreflang={lang}
        >
          {t('language.continue')}
        </a>
        {sample && <p class="splash-sample">{t('sample')}</p>}
      </div>
    </section>
  );
}
