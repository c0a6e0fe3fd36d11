import { renderToString } from 'preact-render-to-string';
import type { StatedPay } from '#hiring/process-facts';
import { type Lang, type Localized, foldForSearch } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Actions, ButtonLink } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import { WithAside } from '#ui/split';
import type { Page, SiteIdentity } from '#web/page.ts';
import { href } from '#web/routes.ts';
import { bodyHtml, bodyText } from '../markdown/render.ts';
import { excerpt } from '../markdown/plain-text.ts';
import { words } from '../messages.ts';
import type { Posting, PostingText } from '../model.ts';
import { type PostingState, acceptsApplications, closingDate } from '../rules/lifecycle.ts';
import { jobPosting } from './job-posting.ts';
import { PostingFacts } from './posting-facts.tsx';
import { StateBanner } from './state-banner.tsx';

export type PostingView = {
  lang: Lang;
  posting: Posting;
  state: PostingState;
  /** What is paid, stated or by a pay table: `payOf`. */
  pay: StatedPay | null;
  now: Date;
  site: SiteIdentity;
  origins: Localized;
  /** Where the application forms are, by default on this very site; null: nowhere. */
  applyOrigins?: Localized | null;
};

/** Characters of a description that search engines show. */
const descriptionLength = 300;

/** A posting, in one of its states; drafts and scheduled ones have no page. */
export function postingPage(view: PostingView): Page {
  const { lang, posting, state } = view;
  const t = words(lang);
  const text = posting.text[lang];
  const takesApplications = acceptsApplications(state);
  const closesAt = closingDate(posting, view.now);
  const facts = posting.facts && { ...posting.facts, closesAt };
  const applyAddress = applyAddressOf(view);
  const apply = takesApplications && applyAddress !== null && (
    <ButtonLink href={applyAddress}>{t('posting.apply')}</ButtonLink>
  );
  return {
    lang,
    area: 'site',
    title: text.title,
    description: excerpt(text.description || bodyText(text), descriptionLength),
    alternates: {
      en: href('postings.show', 'en', { slug: posting.slugs.en }),
      fr: href('postings.show', 'fr', { slug: posting.slugs.fr }),
    },
    // Search engines ask that jobs which take no more applications leave their lists.
    indexable: takesApplications,
    head: takesApplications && <StructuredData view={view} />,
    body: (
      <>
        <Breadcrumbs items={[{ href: href('postings.index', lang), label: t('posting.all') }]} />
        <WithAside
          heading={<PageHeading title={text.title} lead={leadOf(text)} />}
          asideLabel={t('posting.facts')}
          aside={
            <>
              <StateBanner lang={lang} facts={facts} state={state} />
              {facts && (
                <PostingFacts
                  lang={lang}
                  facts={facts}
                  pay={view.pay}
                  closed={state === 'closed'}
                />
              )}
              {apply}
            </>
          }
        >
          {/* One run of text, so that what the site adds keeps the rhythm of what the author wrote. */}
          <Prose html={bodyHtml(text) + renderToString(<Accommodation view={view} />)} />
          {apply && <Actions>{apply}</Actions>}
        </WithAside>
      </>
    ),
  };
}

function applyAddressOf({ lang, posting, applyOrigins }: PostingView): string | null {
  if (applyOrigins === null) return null;
  return (applyOrigins?.[lang] ?? '') + href('apply.form', lang, { slug: posting.slugs[lang] });
}

/** The description, unless the posting says the same again in its text. */
function leadOf(text: PostingText): string | undefined {
  const opening = foldForSearch(text.description).slice(0, 80);
  if (opening === '') return undefined;
  return foldForSearch(bodyText(text)).includes(opening) ? undefined : text.description;
}

/** How to ask for accommodation; by e-mail alone where no Tandem takes what is sent. */
function Accommodation({ view }: { view: PostingView }) {
  const { lang, posting, site, applyOrigins } = view;
  const t = words(lang);
  const email = site.accommodationEmail ?? site.contactEmail;
  const path = `${href('accommodation.ask', lang)}?posting=${posting.id}`;
  const ask = applyOrigins === null ? null : (applyOrigins?.[lang] ?? '') + path;
  return (
    <>
      <h2>{t('accommodation.title')}</h2>
      <p>
        {t.rich('accommodation.body', {
          ask: (label) => (ask === null ? <>{label}</> : <a href={ask}>{label}</a>),
        })}
      </p>
      {email && (
        <p>
          {t.rich('accommodation.write', {
            email,
            link: (label) => <a href={`mailto:${email}`}>{label}</a>,
          })}
        </p>
      )}
    </>
  );
}

/** JobPosting for search engines. `<` is written as an escape, so that no text can end the element. */
function StructuredData({ view }: { view: PostingView }) {
  const json = JSON.stringify(jobPosting(view)).replaceAll(/</g, '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
