export { sitePagesWeb } from './web.tsx';
