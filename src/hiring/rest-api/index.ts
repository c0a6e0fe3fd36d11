export { openApiDocument } from './document.ts';
export { type RestApiDeps, restApiWeb } from './web.ts';
