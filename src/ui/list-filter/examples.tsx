import { ListFilter } from './list-filter.tsx';

export const listFilterExamples = (
  <ListFilter
    index="/en/jobs/search.json"
    form={<p>Form</p>}
    needsScript={false}
    words={{ one: '{count} job', other: '{count} jobs', none: 'No job', clear: 'All jobs' }}
  >
    <p>List</p>
  </ListFilter>
);
