export { TandemMark } from './tandem-mark.tsx';
