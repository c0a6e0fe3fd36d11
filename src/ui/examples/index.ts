export { type ExamplePage, examplePages } from './example-pages.ts';
export { renderIn } from './render-in.ts';
