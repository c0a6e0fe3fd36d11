import type { ComponentChildren } from 'preact';
import { otherLang } from '#platform/i18n';
import type { Page, Shell } from '#web/page.ts';
import { layoutCatalog } from './layout-catalog.ts';

export type FrameProps = { page: Page; shell: Shell; children: ComponentChildren };

export function SkipLink({ page }: { page: Page }) {
  return (
    <a class="skip-link" href="#main">
      {layoutCatalog(page.lang)('skip')}
    </a>
  );
}

/** First line of every page: the other language at its end and, on a sample site, that it is one. */
export function TopBar({ page, shell }: { page: Page; shell: Shell }) {
  return (
    <div class="top-bar">
      <div class="container">
        {shell.site.sample && <p>{layoutCatalog(page.lang)('sample')}</p>}
        <LanguageToggle page={page} shell={shell} />
      </div>
    </div>
  );
}

/** Link to the equivalent page, named in its language. */
function LanguageToggle({ page, shell }: { page: Page; shell: Shell }) {
  const lang = otherLang(page.lang);
  const path = page.alternates[lang];
  const sameOrigin = shell.origins.en === shell.origins.fr;
  return (
    <a
      class="lang-toggle"
      href={sameOrigin ? path : shell.origins[lang] + path}
      lang={lang}
      hreflang={lang}
    >
      {layoutCatalog(lang)('language.name')}
    </a>
  );
}

export function Main({ children }: { children: ComponentChildren }) {
  return (
    <main id="main" class="container" tabindex={-1}>
      {children}
    </main>
  );
}
