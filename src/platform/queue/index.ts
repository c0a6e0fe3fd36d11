export { type Queue, type Task, startQueue } from './queue.ts';
