import { formatIsoDateTime } from '#platform/i18n';
import { Notice } from '#ui/notice';
import type { Words } from '../messages/index.ts';
import type { ApplicationView } from './application-view.ts';
import { reasonLabel } from './labels.ts';
import { WrittenText } from './written-text.tsx';

/** The answer to what was just done, or to what could not be. */
export function ToldNotice({ view, t }: { view: ApplicationView; t: Words }) {
  const { told, timeZone } = view;
  if (!told) return null;
  if (told.kind === 'kept') {
    return (
      <Notice kind="warning" outcome>
        <p>{t('told.kept', { when: formatIsoDateTime(told.at, timeZone) })}</p>
      </Notice>
    );
  }
  if (told.kind === 'withdrawn') {
    const { texts } = told;
    return (
      <Notice kind="warning" title={t('conflict.withdrawn.title')} outcome>
        <p>{t('conflict.withdrawn')}</p>
        {texts.length > 0 && (
          <>
            <p>{t('conflict.withdrawn.texts')}</p>
            {texts.map((text, index) => (
              <blockquote key={index}>
                <WrittenText text={text} lang={view.application.correspondence} />
              </blockquote>
            ))}
          </>
        )}
      </Notice>
    );
  }
  if (told.kind === 'sent-again') {
    return (
      <Notice kind="warning" title={t('conflict.sentAgain.title')} outcome>
        <p>{t('conflict.sentAgain')}</p>
      </Notice>
    );
  }
  if (told.kind === 'conflict') {
    const { theirs } = told;
    const reason = reasonLabel(t, theirs.reason);
    return (
      <Notice kind="warning" title={t('conflict.title')} outcome>
        <p>
          {t('conflict.theirs', {
            who: theirs.by,
            when: formatIsoDateTime(theirs.at, timeZone),
            decision: t(`conflict.decision.${theirs.outcome}`, { reason }),
          })}
        </p>
        <blockquote>
          <WrittenText text={theirs.words} lang={theirs.wordsLang} />
        </blockquote>
        <p>{t('conflict.yours')}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="success" outcome>
      <p>{t(`told.${told.kind}`)}</p>
    </Notice>
  );
}
