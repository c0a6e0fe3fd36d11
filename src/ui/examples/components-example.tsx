import type { Lang } from '#platform/i18n';
import { PageHeading } from '#ui/heading';
import { badgeExamples } from '../badge/examples.tsx';
import { breadcrumbsExamples } from '../breadcrumbs/examples.tsx';
import { dataTableExamples } from '../data-table/examples.tsx';
import { disclosureExamples } from '../disclosure/examples.tsx';
import { emptyStateExamples } from '../empty-state/examples.tsx';
import { factsExamples } from '../facts/examples.tsx';
import { filtersExamples } from '../filters/examples.tsx';
import { buttonExamples } from '../form/examples.tsx';
import { noticeExamples } from '../notice/examples.tsx';
import { paginationExamples } from '../pagination/examples.tsx';
import { postingCardExamples } from '../posting-card/examples.tsx';
import { proseExamples } from '../prose/examples.tsx';
import { taskListExamples } from '../task-list/examples.tsx';
import { timelineExamples } from '../timeline/examples.tsx';
import type { ExamplePage } from './example-pages.ts';

const parts = {
  'Badge and button': [badgeExamples, buttonExamples],
  Notice: [noticeExamples],
  'Task list': [taskListExamples],
  'Facts and timeline': [factsExamples, timelineExamples],
  'Data table and pagination': [dataTableExamples, paginationExamples],
  Filters: [filtersExamples],
  'Posting card': [postingCardExamples],
  'Disclosure, prose, empty state': [disclosureExamples, proseExamples, emptyStateExamples],
};

/** Every component in every variant, on the desk, whose style sheet has them all. */
export function componentsExample(lang: Lang): ExamplePage {
  return {
    lang,
    area: 'desk',
    title: 'Components',
    alternates: { en: '/en/components', fr: '/fr/components' },
    body: (
      <>
        {breadcrumbsExamples}
        <PageHeading wheels title="Components" />
        {Object.entries(parts).map(([title, examples]) => (
          <section key={title}>
            <h2>{title}</h2>
            {examples}
          </section>
        ))}
      </>
    ),
  };
}
