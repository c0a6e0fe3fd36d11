export { Pane } from './pane.tsx';
export { Split, WithAside } from './split.tsx';
