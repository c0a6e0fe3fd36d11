export { type SelfDeclaration, createSelfDeclaration } from './create-self-declaration.ts';
export { declarationSection } from './declaration-section.tsx';
export type { OwnApplication, SelfDeclarationDeps, SelfDeclarationWebDeps } from './deps.ts';
export { readEquityGroups } from './groups.ts';
export { offerDeclaration } from './offer-declaration.tsx';
export { personalData } from './personal-data.ts';
export { selfDeclarationWeb } from './web.tsx';
