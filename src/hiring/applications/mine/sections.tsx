import { defaultTimeZone, isPublic } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { href } from '#web/routes.ts';
import type { ComponentChildren } from 'preact';
import type { ApplicationsDeps } from '../deps.ts';
import { findDraftsOf } from '../drafts/find-draft.ts';
import { messages } from '../messages/index.ts';
import { moment } from '../moment.ts';
import { ToldBadge } from '../pages/told-badge.tsx';
import { listApplicationsOf } from './list-mine.ts';

type Section = { id: string; title: string; body: ComponentChildren };
type Deps = Pick<ApplicationsDeps, 'db' | 'postings' | 'advertised'>;

/** What "Your applications" shows of drafts and of what was sent. */
export function applicationSections(deps: Deps) {
  return async (
    candidate: { id: string; email: string },
    lang: Lang,
  ): Promise<readonly Section[]> => {
    const t = messages(lang);
    const [drafts, sent] = await Promise.all([
      draftRows(deps, candidate.email, lang),
      applicationRows(deps, candidate.id, lang),
    ]);
    return [
      ...(drafts.length > 0
        ? [{ id: 'drafts', title: t('mine.drafts'), body: <List rows={drafts} /> }]
        : []),
      ...(sent.length > 0
        ? [{ id: 'applications', title: t('mine.applications'), body: <List rows={sent} /> }]
        : []),
    ];
  };
}

type Row = {
  key: string;
  title: string;
  path: string;
  badge: ComponentChildren;
  words: string;
};

async function draftRows(deps: Deps, email: string, lang: Lang): Promise<Row[]> {
  const t = messages(lang);
  const drafts = await findDraftsOf(deps.db, email);
  return drafts.flatMap(({ key, postingId, savedAt }) => {
    const posting = deps.postings.snapshot().byId(postingId);
    if (!posting || !isPublic(deps.postings.stateOf(posting))) return [];
    const timeZone = posting.facts?.timeZone ?? defaultTimeZone;
    const closesAt = posting.facts?.closesAt;
    const closing = closesAt ? [t('form.deadline', moment(closesAt, lang, timeZone))] : [];
    return [
      {
        key,
        title: posting.text[lang].title,
        path: href('apply.draft', lang, { slug: posting.slugs[lang], key }),
        badge: <Badge tone="warning">{t('draft.notSent')}</Badge>,
        words: [t('draft.saved', moment(savedAt, lang, timeZone)), ...closing].join(' '),
      },
    ];
  });
}

async function applicationRows(deps: Deps, candidateId: string, lang: Lang): Promise<Row[]> {
  const t = messages(lang);
  const own = await listApplicationsOf(deps.db, candidateId);
  return Promise.all(
    own.map(async ({ reference, postingId, postingVersion, status, submittedAt }): Promise<Row> => {
      const posting = deps.postings.snapshot().byId(postingId);
      const advertised = await deps.advertised(postingVersion);
      const timeZone = posting?.facts?.timeZone ?? defaultTimeZone;
      return {
        key: reference,
        title: advertised?.text[lang].title ?? reference,
        path: href('my.application', lang, { reference }),
        badge: <ToldBadge lang={lang} status={status} />,
        words: t('mine.received', { reference, ...moment(submittedAt, lang, timeZone) }),
      };
    }),
  );
}

function List({ rows }: { rows: readonly Row[] }) {
  return (
    <ul class="own-list">
      {rows.map(({ key, title, path, badge, words }) => (
        <li key={key}>
          <p>
            <a href={path}>{title}</a> {badge}
          </p>
          <p>{words}</p>
        </li>
      ))}
    </ul>
  );
}
