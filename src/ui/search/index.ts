export {
  type ListQuery,
  type SearchFacts,
  activeFilters,
  choices,
  everything,
  formatListQuery,
  parseListQuery,
} from './list-query.ts';
export { fitsFacts, fitsWords, wordsOf } from './fits.ts';
