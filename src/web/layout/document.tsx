import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';

type DocumentProps = {
  lang: Lang;
  title: string;
  /** URL of the style sheet. */
  styles: string;
  head?: ComponentChildren;
  bodyClass: string;
  children: ComponentChildren;
};

/** Colours of the browser's own bar: "wash" of `ui/styles/tokens.css`, which begins every page. */
const themeColors = { light: '#f2f5f9', dark: '#0f2136' };

/** A whole HTML document as text. Synchronous and pure: the same props give the same bytes. */
export function renderDocument(props: DocumentProps): string {
  return `<!doctype html>${renderToString(<Document {...props} />)}`;
}

function Document({ lang, title, styles, head, bodyClass, children }: DocumentProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        <meta name="color-scheme" content="light dark" />
        <meta
          name="theme-color"
          content={themeColors.light}
          media="(prefers-color-scheme: light)"
        />
        <meta name="theme-color" content={themeColors.dark} media="(prefers-color-scheme: dark)" />
        {head}
      </head>
      <body class={bodyClass}>{children}</body>
    </html>
  );
}
