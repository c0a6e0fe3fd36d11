import type { LeftNotice } from '#hiring/notices';
import type { Lang } from '#platform/i18n';
import { messages } from '../messages/index.ts';
import { moment } from '../moment.ts';

/** The notices that have left, in full and in the language in which they were written. */
export function Letters({
  lang,
  timeZone,
  notices,
}: {
  lang: Lang;
  timeZone: string;
  notices: readonly LeftNotice[];
}) {
  const t = messages(lang);
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{t('notices.title')}</h2>
      {notices.map(({ id, subject, body, lang: written, leftAt }) => (
        <article key={id} id={`notice-${id}`} class="letter" tabindex={-1}>
          <p class="letter-date">
            <time dateTime={leftAt.toISOString()}>{t('when', moment(leftAt, lang, timeZone))}</time>
          </p>
          <h3 lang={written}>{subject}</h3>
          <div class="as-typed" lang={written} dir="auto">
            {body}
          </div>
        </article>
      ))}
    </section>
  );
}
