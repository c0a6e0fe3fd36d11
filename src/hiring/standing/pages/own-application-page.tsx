import type { Lang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import type { SuggestedOpening } from '../openings/find-openings.ts';
import type { OwnPage } from '../own-page.ts';
import { mayWithdraw } from '../rules.ts';
import { DiscussionPart } from './discussion.tsx';
import { Letters } from './letters.tsx';
import { Openings } from './openings.tsx';
import { OwnTimeline } from './own-timeline.tsx';
import { receiptPath } from './paths.ts';
import { Records } from './record.tsx';
import { StandPart } from './stand.tsx';
import { Told } from './told.tsx';

export type OwnApplicationView = {
  lang: Lang;
  own: OwnPage;
  openings: readonly SuggestedOpening[];
  /** True right after withdrawing. */
  justWithdrawn: boolean;
};

/** One application, for the candidate who sent it: where it stands, why, and what can be done. */
export function ownApplicationPage({
  lang,
  own,
  openings,
  justWithdrawn,
}: OwnApplicationView): Page {
  const t = messages(lang);
  const { standing, timeZone } = own;
  const { reference, status, decisions, notices } = standing;
  const title = own.title[lang];
  const isOut = status === 'screened-out' || status === 'withdrawn';
  const suggested = <Openings lang={lang} openings={openings} prominent={isOut} />;
  return {
    lang,
    area: 'site',
    title: t('own.pageTitle', { title }),
    alternates: hrefs('my.application', { reference }),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('my.applications', lang), label: t('back.mine') }]} />
        {justWithdrawn && status === 'withdrawn' && <Told words={t('told.withdrawn')} />}
        <PageHeading title={title} kicker={t('own.kicker', { reference })} />
        <StandPart lang={lang} own={own} />
        <Records lang={lang} timeZone={timeZone} decisions={decisions} />
        <DiscussionPart lang={lang} own={own} />
        {isOut && suggested}
        <Letters lang={lang} timeZone={timeZone} notices={notices} />
        <OwnTimeline lang={lang} own={own} />
        <WhatToDo lang={lang} own={own} />
        {!isOut && suggested}
      </>
    ),
  };
}

/** The ways from here. */
function WhatToDo({ lang, own }: { lang: Lang; own: OwnPage }) {
  const t = messages(lang);
  const { reference, postingId, status } = own.standing;
  const ways = [
    ['questions', href('my.questions', lang, { reference })],
    ['receipt', receiptPath(lang, own)],
    ['accommodation', `${href('accommodation.ask', lang)}?posting=${postingId}`],
    // No address says for which application: the page asks.
    ['declaration', `${href('declare.page', lang)}?choose=yes`],
    ['data', href('my.privacy', lang)],
    ...(mayWithdraw(status)
      ? ([['withdraw', href('my.withdraw', lang, { reference })]] as const)
      : []),
  ] as const;
  return (
    <section aria-labelledby="do" class="screen-only own-ways">
      <h2 id="do">{t('do.title')}</h2>
      <ul>
        {ways.map(([what, path]) => (
          <li key={what}>
            <a href={path}>{t(`do.${what}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
