export { Filters } from './filters.tsx';
