import { Pagination } from './pagination.tsx';

export const paginationExamples = (
  <Pagination previous="?before=100" next="?after=200" summary="101–200 / 1,340" />
);
