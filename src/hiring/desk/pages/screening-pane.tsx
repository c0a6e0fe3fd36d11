import { formatIsoDateTime } from '#platform/i18n';
import { Disclosure } from '#ui/disclosure';
import { Facts } from '#ui/facts';
import { Notice } from '#ui/notice';
import { Prose } from '#ui/prose';
import { Pane } from '#ui/split';
import { href } from '#web/routes.ts';
import type { Words } from '../messages/index.ts';
import type { Decision } from '../model.ts';
import type { ApplicationView } from './application-view.ts';
import { FindingList } from './finding-list.tsx';
import { reasonSentence } from './labels.ts';
import { ScreeningForm } from './screening-form.tsx';
import { WrittenText } from './written-text.tsx';

type PaneProps = { view: ApplicationView; t: Words };

/** The decision as it stands, and the form to take or change it: until the candidate withdraws. */
export function ScreeningPane({ view, t }: PaneProps) {
  if (!view.mayScreen) return null;
  const { status, withdrawnAt, decisions } = view.application;
  const decision = decisions?.[0];
  const started = Object.keys(view.screening.typed).length > 0;
  const form = <ScreeningForm view={view} t={t} />;
  const change = decision ? (
    <Disclosure summary={t('screen.change')} open={started}>
      {form}
    </Disclosure>
  ) : (
    form
  );
  return (
    <Pane id="screening-title" title={t('screen.title')}>
      {status === 'withdrawn' && (
        <Notice kind="info">
          <p>
            {withdrawnAt
              ? t.rich('screen.withdrawn', {
                  when: () => (
                    <time dateTime={withdrawnAt.toISOString()}>
                      {formatIsoDateTime(withdrawnAt, view.timeZone)}
                    </time>
                  ),
                })
              : t('screen.withdrawn.undated')}
          </p>
        </Notice>
      )}
      {decision && <Standing decision={decision} view={view} t={t} />}
      {status !== 'withdrawn' && change}
    </Pane>
  );
}

function Standing({ decision, view, t }: PaneProps & { decision: Decision }) {
  const { by, at, reason, words, wordsLang, outcome, findings } = decision;
  return (
    <>
      <p>
        <strong>{t(`screen.decided.${outcome}`)}</strong>
      </p>
      <Facts
        items={[
          { term: t('screen.reason'), detail: reasonSentence(t, reason) },
          {
            term: t('screen.by'),
            detail: t('screen.byWhom', { when: formatIsoDateTime(at, view.timeZone), who: by }),
          },
          {
            term: t('screen.told'),
            detail: <ToldToCandidate decision={decision} view={view} t={t} />,
          },
        ]}
      />
      <Prose>
        <h3>{t('screen.words')}</h3>
        <WrittenText text={words} lang={wordsLang} />
      </Prose>
      {findings.length > 0 && (
        <>
          <h3>{t('screen.criteria')}</h3>
          <FindingList decision={decision} lang={view.lang} level={4} t={t} />
        </>
      )}
    </>
  );
}

/** Whether the candidate knows of it, and where those who may can see to it. */
function ToldToCandidate({ decision, view, t }: PaneProps & { decision: Decision }) {
  const { toldAt } = decision;
  const { lang, application, timeZone } = view;
  const notices = href('desk.notices', lang, { posting: application.postingId });
  if (toldAt) return <>{t('screen.told.on', { when: formatIsoDateTime(toldAt, timeZone) })}</>;
  // Whoever has withdrawn is sent no notice any more.
  if (application.status === 'withdrawn') return <>{t('screen.told.withdrawn')}</>;
  return (
    <>
      {t('screen.told.notYet')}
      {view.maySendNotices && (
        <>
          <br />
          <a href={`${notices}?application=${application.id}`}>{t('screen.told.notices')}</a>
        </>
      )}
    </>
  );
}
