import { Facts } from './facts.tsx';

const items = [
  { term: 'Location', detail: 'Moncton' },
  { term: 'Salary', detail: null },
  { term: 'E-mail', detail: <a href="mailto:sample@example.org">sample@example.org</a> },
];

export const factsExamples = (
  <>
    <Facts items={items} />
    <Facts items={items} inline />
  </>
);
