import { Select, TextField } from '#ui/form';
import { Filters } from './filters.tsx';

export const filtersExamples = (
  <Filters
    action="/en/jobs/"
    label="Sample search"
    active={2}
    clearHref="/en/jobs/"
    search={<TextField name="q" id="filters-q" type="search" label="Search" />}
  >
    <Select
      name="place"
      id="filters-place"
      label="Place"
      placeholder="All"
      value="moncton"
      options={[{ value: 'moncton', label: 'Moncton' }]}
    />
  </Filters>
);
