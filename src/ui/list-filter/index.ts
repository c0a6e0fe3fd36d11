export { ListFilter } from './list-filter.tsx';
