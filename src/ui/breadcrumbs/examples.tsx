import { Breadcrumbs } from './breadcrumbs.tsx';

export const breadcrumbsExamples = (
  <Breadcrumbs
    items={[
      { href: '#one', label: 'One' },
      { href: '#two', label: 'Two' },
    ]}
  />
);
