import { ChangedBlocks, ChangesView, compareSources, defaultTimeZone } from '#hiring/postings';
import { formatIsoDateTime } from '#platform/i18n';
import { Notice, type NoticeKind } from '#ui/notice';
import type { Words } from '../messages/index.ts';
import type { Outcome, Told } from './edit-view.ts';

/** The answer to what was just done, or to what could not be. */
export function ToldNotice({ told, t }: { told: Told; t: Words }) {
  switch (told.kind) {
    case 'saved':
      return (
        <Notice kind={kindOf(told.outcome)} outcome>
          <p>{savedWords(told.outcome, t)}</p>
        </Notice>
      );
    case 'kept':
      return (
        <Notice kind="warning" outcome>
          <p>{t('kept', { when: formatIsoDateTime(told.at, defaultTimeZone) })}</p>
        </Notice>
      );
    case 'unsaved':
      return (
        <Notice kind="info">
          <p>{t('unsaved')}</p>
        </Notice>
      );
    case 'theirs':
      return (
        <Notice kind="warning" outcome>
          <p>{t('theirs')}</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice kind="danger" title={t('failed.title')} outcome>
          <p>{told.says}</p>
        </Notice>
      );
    case 'conflict':
      return <Conflict told={told} t={t} />;
  }
}

function Conflict({ told, t }: { told: Extract<Told, { kind: 'conflict' }>; t: Words }) {
  const { theirs, mine } = told;
  const { changes, facts } = compareSources(theirs, mine, t.lang);
  return (
    <>
      <Notice kind="warning" title={t('conflict.title')} outcome>
        <p>{t('conflict.body')}</p>
      </Notice>
      <ChangesView lang={t.lang} changes={changes} />
      {facts.some(({ kind }) => kind !== 'same') && (
        <section class="changes-text">
          <h2>{t('conflict.facts')}</h2>
          <ChangedBlocks of={t.lang} blocks={facts} lang={t.lang} />
        </section>
      )}
    </>
  );
}

function kindOf({ kind }: Outcome): NoticeKind {
  return kind === 'held' || kind === 'broken' ? 'warning' : 'success';
}

function savedWords(outcome: Outcome, t: Words): string {
  if (outcome.kind === 'held') return t('saved.held', { errors: outcome.errors });
  return t(`saved.${outcome.kind}`);
}
