import { formatIsoDateTime } from '#platform/i18n';
import type { Words } from '../messages/index.ts';
import type { HistoryView } from './history-page.tsx';

/** Who published which version in spite of errors, and why. */
export function OverridesPane({ view, t }: { view: HistoryView; t: Words }) {
  const { overrides, timeZone, lang } = view;
  if (overrides.length === 0) return null;
  return (
    <section>
      <h2>{t('posting.overrides')}</h2>
      {overrides.map(({ id, versionHash, findings, reason, by, at }) => (
        <article key={id} class="note">
          <p class="timeline-meta">
            <time dateTime={at.toISOString()}>
              {t('posting.override.by', {
                when: formatIsoDateTime(at, timeZone),
                who: by ?? t('posting.override.operator'),
              })}
            </time>
          </p>
          <p dir="auto" class="as-typed">
            {reason}
          </p>
          <p>
            {t('posting.override.version', {
              hash: versionHash.slice(0, 10),
              count: findings.length,
            })}
          </p>
          <ul>
            {findings.map(({ rule, file, line, message }) => (
              <li key={`${rule} ${file} ${line}`}>{message[lang]}</li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}
