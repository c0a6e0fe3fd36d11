import { langs, otherLang } from '#platform/i18n';
import { LangProvider } from '#ui/language';
import type { Page, Shell } from '#web/page.ts';
import { DeskFrame } from './desk-frame.tsx';
import { renderDocument } from './document.tsx';
import { openGraphLocale } from './open-graph.ts';
import { SiteFrame } from './site-frame.tsx';

/** Turns a page into a whole HTML document, in the frame of its area. */
export function renderPage(page: Page, shell: Shell): string {
  const { lang, area } = page;
  const Frame = area === 'desk' ? DeskFrame : SiteFrame;
  return renderDocument({
    lang,
    title: `${page.title} – ${shell.site.organization[lang]}`,
    styles: shell.asset(`${area}.css`),
    head: <Head page={page} shell={shell} />,
    bodyClass: area,
    children: (
      <LangProvider lang={lang}>
        <Frame page={page} shell={shell}>
          {page.body}
        </Frame>
      </LangProvider>
    ),
  });
}

function Head({ page, shell }: { page: Page; shell: Shell }) {
  return (
    <>
      {page.description && <meta name="description" content={page.description} />}
      {page.indexable ? (
        <Discovery page={page} shell={shell} />
      ) : (
        <meta name="robots" content="noindex" />
      )}
      {page.islands?.map((name) => (
        <script key={name} type="module" src={shell.asset(`${name}.js`)} />
      ))}
      {page.head}
    </>
  );
}

/** What search engines and link previews read. Only of pages that they may list. */
function Discovery({ page, shell }: { page: Page; shell: Shell }) {
  const { lang, alternates } = page;
  const address = (of: typeof lang): string => shell.origins[of] + alternates[of];
  return (
    <>
      <link rel="canonical" href={address(lang)} />
      {langs.map((of) => (
        <link key={of} rel="alternate" hreflang={of} href={address(of)} />
      ))}
      {/* For readers of neither language; a search engine wants exactly one address here. */}
      <link rel="alternate" hreflang="x-default" href={address('en')} />
      <meta property="og:title" content={page.title} />
      {page.description && <meta property="og:description" content={page.description} />}
      <meta property="og:type" content="website" />
      <meta property="og:url" content={address(lang)} />
      <meta property="og:site_name" content={shell.site.organization[lang]} />
      <meta property="og:locale" content={openGraphLocale(lang)} />
      <meta property="og:locale:alternate" content={openGraphLocale(otherLang(lang))} />
    </>
  );
}
