import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';
import { messages } from '../messages/index.ts';
import type { LeverPosting, PostingGroup } from '../model.ts';

export type ListDocument = {
  /** Language of the document; each posting says its own. */
  lang: Lang;
  organization: string;
  content:
    | { kind: 'list'; postings: readonly LeverPosting[] }
    | { kind: 'groups'; groups: readonly PostingGroup[] };
  /** Set where it stands in a frame of another page. */
  frame: { css: string | null; resize: string | null } | null;
  /** Names of parameters whose addresses are not allowed, for whoever wonders. */
  refused: readonly string[];
};

/** Tells the page around it how high the list is: each time it changes. */
export const resizeScript = `(() => {
  const frame = document.getElementById('tandem-resize');
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.documentElement.offsetHeight);
    if (height === told) return;
    told = height;
    frame.src = frame.dataset.src + height;
  };
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
})();`;

/** The list as an HTML document: `ul` elements in `<div class="lever">`. */
export function listDocument(view: ListDocument): string {
  const { lang, frame, content } = view;
  const t = messages(lang);
  const title = t('list.title', { organization: view.organization });
  const isEmpty =
    content.kind === 'list' ? content.postings.length === 0 : content.groups.length === 0;
  return `<!doctype html>${view.refused.map(refusal).join('')}${renderToString(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        {frame?.css && <link rel="stylesheet" href={frame.css} />}
      </head>
      <body>
        <main>
          {!frame && <h1>{title}</h1>}
          <div class="lever">
            {isEmpty && <p>{t('list.none')}</p>}
            {content.kind === 'list'
              ? !isEmpty && <List postings={content.postings} view={view} />
              : content.groups.map(({ title, postings }) => (
                  <section class="lever-group">
                    <h2 class="lever-group-title">{title || t('group.none')}</h2>
                    <List postings={postings} view={view} />
                  </section>
                ))}
          </div>
        </main>
        {frame?.resize && (
          <>
            <iframe
              id="tandem-resize"
              title={t('frame.height')}
              data-src={withHeight(frame.resize)}
              hidden
            ></iframe>
            <script dangerouslySetInnerHTML={{ __html: resizeScript }}></script>
          </>
        )}
      </body>
    </html>,
  )}`;
}

function List({ postings, view }: { postings: readonly LeverPosting[]; view: ListDocument }) {
  return (
    <ul>
      {postings.map(({ text, lang, hostedUrl, categories }) => (
        <li class="lever-job" lang={lang === view.lang ? undefined : lang}>
          <a class="lever-job-title" href={hostedUrl} target={view.frame ? '_top' : undefined}>
            {text}
          </a>
          {[categories.location, categories.team, categories.commitment].map(
            (tag) => tag && <span class="lever-job-tag"> {tag}</span>,
          )}
        </li>
      ))}
    </ul>
  );
}

function withHeight(resize: string): string {
  return `${resize}${resize.includes('?') ? '&' : '?'}height=`;
}

function refusal(name: string): string {
  return `<!-- ${name}: its site is not in TANDEM_API_ORIGINS -->`;
}
