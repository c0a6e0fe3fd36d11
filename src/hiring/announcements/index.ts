export { type Announcer, createAnnouncer } from './announcer.ts';
export { type Subscriber, describePosting } from './announce.ts';
export { type Announcement, type AnnouncementKind, announcementKinds } from './model.ts';
