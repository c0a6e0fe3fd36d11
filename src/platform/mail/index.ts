export { type Email, type Mail, createMail } from './mail.ts';
