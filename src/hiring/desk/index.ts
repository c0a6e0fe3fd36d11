export { reasonInWords } from './pages/labels.ts';
export type { Can, DeskDeps, ProgramStatus } from './deps.ts';
export { personalData as deskPersonalData } from './personal-data.ts';
export { sectionsFor } from './sections.ts';
export { deskWeb } from './web/desk-web.ts';
export { addNote } from './add-note.ts';
export { parseNote, parseScreening } from './forms.ts';
export { screenApplication } from './screen-application.ts';
