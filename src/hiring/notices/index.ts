export { confirmForAll } from './confirm-for-all.ts';
export type { NoticeSenderDeps, NoticesDeps, NoticesWebDeps } from './deps.ts';
export type { LeftNotice } from './model.ts';
export { personalData as noticesPersonalData } from './personal-data.ts';
export { noticesTo } from './queries/notices-to.ts';
export { type NoticeSender, createNoticeSender } from './sender.ts';
export { noticesWeb } from './web/notices-web.ts';
