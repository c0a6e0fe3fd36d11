import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { defaultTimeZone } from '#hiring/postings';
import { type Lang, formatDate, formatTime } from '#platform/i18n';
import { messages } from '../messages/index.ts';
import type { Json, PersonalData } from '../model.ts';

const styles = `
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { line-height: 1.2 } h2 { margin-top: 2.5rem; border-top: 2px solid; padding-top: .75rem; font-size: 1.2rem }
dl { margin: 0 } dt { font-weight: 600; margin-top: .75rem } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
dd dl { border-inline-start: 3px solid; padding-inline-start: .75rem } li { margin: .25rem 0 }
`;

/** The first page of an export: what is in it, and what to do if something is missing or wrong. */
export function indexDocument(
  lang: Lang,
  facts: {
    email: string;
    at: Date;
    contents: readonly { title: string; count: number; page: string }[];
  },
): string {
  const t = messages(lang);
  return documentOf(
    lang,
    t('export.title'),
    <>
      <p>
        {t('export.lead', {
          email: facts.email,
          date: formatDate(facts.at, lang, defaultTimeZone),
          time: formatTime(facts.at, lang, defaultTimeZone),
        })}
      </p>
      <ul>
        {facts.contents.map(({ title, count, page }) => (
          <li key={page}>
            <a href={page}>{title}</a> ({t('export.count', { count })})
          </li>
        ))}
      </ul>
      <p>{t('export.untold')}</p>
      <p>{t('export.json')}</p>
      <p>{t('export.missing')}</p>
    </>,
  );
}

/** A readable page of one kind of data. */
export function dataDocument(
  lang: Lang,
  data: PersonalData,
  files: readonly { name: string; path: string }[],
): string {
  const t = messages(lang);
  return documentOf(
    lang,
    data.title[lang],
    <>
      {data.rows.length === 0 && <p>{t('export.none')}</p>}
      {data.rows.map((row, index) => (
        <section>
          <h2>{t('export.entry', { number: index + 1 })}</h2>
          <Fields row={row} data={data} lang={lang} />
        </section>
      ))}
      {files.length > 0 && (
        <>
          <h2>{t('export.filesTitle')}</h2>
          <ul>
            {files.map(({ name, path }) => (
              <li>
                <a href={path.split('/').map(encodeURIComponent).join('/')}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}

type Context = { data: PersonalData; lang: Lang };

function Fields({ row, ...context }: { row: { readonly [key: string]: Json } } & Context) {
  return (
    <dl>
      {Object.entries(row).map(([name, value]) => (
        <Field key={name} name={name} value={value} {...context} />
      ))}
    </dl>
  );
}

function Field({ name, value, ...context }: { name: string; value: Json } & Context) {
  const { data, lang } = context;
  // Where there are no words at all, the names of the data are better than nothing.
  const label = data.labels ? data.labels[name]?.[lang] : name;
  if (label === undefined) return null;
  const inWords = typeof value === 'string' ? data.values?.[name]?.[value]?.[lang] : undefined;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Value value={inWords ?? value} {...context} />
      </dd>
    </div>
  );
}

function Value({ value, ...context }: { value: Json } & Context): ComponentChildren {
  const t = messages(context.lang);
  if (value === null || value === '') return t('export.empty');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return written(value, context.lang);
  if (isList(value)) {
    if (value.length === 0) return t('export.empty');
    return (
      <ul>
        {value.map((item) => (
          <li>
            <Value value={item} {...context} />
          </li>
        ))}
      </ul>
    );
  }
  return <Fields row={value} {...context} />;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** An instant in words; every other text as it stands. */
function written(text: string, lang: Lang): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return text;
  const instant = new Date(text);
  return `${formatDate(instant, lang, defaultTimeZone)}, ${formatTime(instant, lang, defaultTimeZone)}`;
}

function documentOf(lang: Lang, title: string, body: ComponentChildren): string {
  return `<!doctype html>${renderToString(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {body}
        </main>
      </body>
    </html>,
  )}`;
}
