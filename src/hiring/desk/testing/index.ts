/** What the tests of the desk look into, beyond its pages. Not for other features. */
export { addNote } from '../add-note.ts';
export { parseScreening } from '../forms.ts';
export { createCursors } from '../listing/cursors.ts';
export { neighboursStatement } from '../listing/neighbours-statement.ts';
export { blindPage, identityPage } from '../listing/page-statement.ts';
export { type Position, parseListRequest } from '../listing/request.ts';
export { blindView } from '../listing/views.ts';
export { type ListRequest, pageSize } from '../model.ts';
export { applicationStatement } from '../queries/find-application.ts';
export { listApplications } from '../queries/list-applications.ts';
export { screenApplication } from '../screen-application.ts';
export { overrideGate } from '../publication/override-gate.ts';
