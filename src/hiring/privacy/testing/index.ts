export { buildExport } from '../export/build-export.ts';
export { createExports } from '../export/make-export.ts';
export { answerRequest, extendRequest } from '../requests/answer.ts';
export { type Asked, ask } from '../requests/ask.ts';
export { receivedRequests, requestOf } from '../requests/queries.ts';
export { withdrawRequest } from '../requests/withdraw.ts';
export { readSchedule } from '../schedule/read-schedule.ts';
