import type { HTMLAttributes } from 'preact';
import type { Lang } from '#platform/i18n';
import { Disclosure } from '#ui/disclosure';
import { Notice } from '#ui/notice';
import { href } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import type { FormStep } from '../model.ts';
import { moment } from '../moment.ts';
import { type DraftView, type FormNotice, draftPaths } from './view.ts';

/** From the west to the east: where candidates' clocks differ from the process's. */
const zones = [
  'America/Vancouver',
  'America/Edmonton',
  'America/Winnipeg',
  'America/Toronto',
  'America/Halifax',
  'America/St_Johns',
];

/** The name of a step in lists and titles. */
export function stepTitle({ kind, questions }: FormStep, lang: Lang): string {
  const t = messages(lang);
  const asked = questions[0]?.label[lang] ?? '';
  return kind === 'criterion' || kind === 'statement' ? asked : t(`step.${kind}`);
}

/** On every page of a draft, in words that cannot be taken for anything else: it is not sent. */
export function DraftState({ view, onTasks }: { view: DraftView; onTasks?: boolean }) {
  const { lang, draft, posting } = view;
  const t = messages(lang);
  return (
    <div class="draft-state">
      <strong>{t('draft.notSent')}</strong>
      <output>
        {draft
          ? t('draft.saved', moment(draft.savedAt, lang, posting.timeZone))
          : t('draft.nothingSaved')}
      </output>
      {draft && !onTasks && (
        <a href={draftPaths(view, draft.key).tasks[lang]}>{t('draft.allParts')}</a>
      )}
    </div>
  );
}

/** The closing instant in the process's zone, in those of the country, and in the browser's. */
export function Deadline({ view }: { view: DraftView }) {
  const { lang, posting, graceEnds } = view;
  const t = messages(lang);
  const { closesAt, timeZone } = posting;
  if (!closesAt) return <p class="deadline">{t('form.noDeadline')}</p>;
  if (graceEnds) {
    return (
      <Notice kind="warning" title={t('grace.title')}>
        <p>{t('grace.until', moment(graceEnds, lang, timeZone))}</p>
      </Notice>
    );
  }
  return (
    <div class="deadline">
      <p>{t('form.deadline', moment(closesAt, lang, timeZone))}</p>
      <local-time
        datetime={closesAt.toISOString()}
        zone={timeZone}
        locale={lang}
        text={t('deadline.yours', { when: '{when}' })}
      />
      <Disclosure summary={t('deadline.zones')}>
        <ul>
          {zones.map((zone) => (
            <li key={zone}>{t('deadline.inZone', moment(closesAt, lang, zone))}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

/** What the page says about the whole of it. */
export function PageNotice({ lang, notice }: { lang: Lang; notice: FormNotice | null }) {
  if (!notice) return null;
  return (
    <Notice kind={notice === 'reused' ? 'info' : 'warning'} outcome>
      <p>{messages(lang)(`notice.${notice}`)}</p>
    </Notice>
  );
}

/** That accommodation can be asked for here as anywhere. */
export function Accommodation({
  view: { lang, posting },
}: {
  view: Pick<DraftView, 'lang' | 'posting'>;
}) {
  const t = messages(lang);
  const ask = `${href('accommodation.ask', lang)}?posting=${posting.id}`;
  return (
    <Notice kind="info" title={t('accommodation.title')}>
      <p>{t('accommodation.body')}</p>
      <p>{t.rich('accommodation.ask', { link: (text) => <a href={ask}>{text}</a> })}</p>
    </Notice>
  );
}

declare module 'preact' {
  // eslint-disable-next-line typescript/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'local-time': HTMLAttributes<HTMLElement> & {
        datetime: string;
        zone: string;
        locale: string;
        text: string;
      };
      'draft-autosave': HTMLAttributes<HTMLElement> & {
        locale: string;
        saved: string;
        failed: string;
        elsewhere: string;
      };
    }
  }
}
