export { type ProblemKind, errorPage } from './error-page.tsx';
export { fallbackDocument } from './fallback-document.ts';
export { renderPage } from './render-page.tsx';
export { splashPage } from './splash.tsx';
export { bilingualNotFound, redirectDocument } from './static-documents.tsx';
