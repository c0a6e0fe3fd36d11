import type { HeldVersion } from '#hiring/postings';
import { Actions, Button, Form, type Problem, TextArea } from '#ui/form';
import { Pane } from '#ui/split';
import { href } from '#web/routes.ts';
import { lengthOf } from '#ui/words';
import type { Words } from '../messages/index.ts';
import { comparing } from './compare-page.tsx';
import type { HistoryView } from './history-page.tsx';
import { type ReasonProblem, reasonLimit } from './reason-form.ts';

export type HeldView = {
  version: HeldVersion;
  csrf: string;
  mayOverride: boolean;
  typed: string;
  problem: ReasonProblem | null;
};

/** What to do about the form. */
export function overrideProblems({ problem, typed }: HeldView, t: Words): Problem[] {
  if (!problem) return [];
  const message = t(`posting.override.${problem}`, { limit: reasonLimit, count: lengthOf(typed) });
  return [{ field: 'reason', message }];
}

/** The version that is not on the site, why, and the way to publish it all the same. */
export function HeldPane({ view, held, t }: { view: HistoryView; held: HeldView; t: Words }) {
  const { version, csrf, mayOverride, typed } = held;
  const { verdict } = version;
  const last = view.publications.find(({ pair }) => pair !== null);
  const comparison = href('desk.postingChanges', view.lang, { posting: view.postingId });
  return (
    <Pane id="held" title={t('posting.held.title')}>
      {verdict === null && <p>{t('posting.held.waiting')}</p>}
      {verdict === 'failed' && <p>{t('posting.held.failed')}</p>}
      {verdict !== null && verdict !== 'failed' && (
        <>
          <p>{t('posting.held.lead', { live: view.posting ? 'yes' : 'no' })}</p>
          <ul>
            {verdict.map(({ rule, file, line, message }) => (
              <li key={`${rule} ${file} ${line}`}>
                {message[view.lang]}
                <br />
                <small>
                  {line === null ? file : t('posting.finding.place', { file, line })}.{' '}
                  {t('posting.finding.rule', { rule })}.
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      {last && (
        <p>
          <a href={comparison + comparing(last, version)}>{t('posting.held.compare')}</a>
        </p>
      )}
      {mayOverride && verdict !== null && (
        <Form
          action={href('desk.postingOverride', view.lang, { posting: view.postingId })}
          csrf={csrf}
          label={t('posting.override.title')}
        >
          <h3>{t('posting.override.title')}</h3>
          <input type="hidden" name="version" value={version.versionHash} />
          <TextArea
            name="reason"
            label={t('posting.override.reason')}
            hint={t('posting.override.hint', { limit: reasonLimit })}
            required
            rows={3}
            value={typed}
            problem={overrideProblems(held, t)[0]?.message}
          />
          <Actions>
            <Button variant="danger">{t('posting.override.send')}</Button>
          </Actions>
        </Form>
      )}
    </Pane>
  );
}
