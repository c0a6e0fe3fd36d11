export { type Email, type Mail, type Sending, createMail } from './mail.ts';
