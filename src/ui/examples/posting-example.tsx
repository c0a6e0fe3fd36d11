import type { Lang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Facts } from '#ui/facts';
import { ButtonLink } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import { WithAside } from '#ui/split';
import type { ExamplePage } from './example-pages.ts';
import { sampleAlternates, samplePaths, samplePosting } from './posting-sample.ts';

/** An open posting. */
export function postingExample(lang: Lang): ExamplePage {
  const posting = samplePosting[lang];
  return {
    lang,
    area: 'site',
    title: posting.title,
    description: posting.description,
    alternates: sampleAlternates('posting'),
    indexable: true,
    body: (
      <>
        <Breadcrumbs items={[{ href: samplePaths.list(lang), label: posting.jobs }]} />
        <WithAside
          heading={<PageHeading title={posting.title} lead={posting.description} />}
          asideLabel={posting.factsLabel}
          aside={
            <>
              <Facts items={posting.facts} />
              <ButtonLink href={samplePaths.apply(lang)}>{posting.apply}</ButtonLink>
            </>
          }
        >
          <Prose html={posting.html} />
        </WithAside>
      </>
    ),
  };
}
