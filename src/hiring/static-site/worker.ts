import { parentPort } from 'node:worker_threads';
import { type Setting, type Task, type TaskResult, createTasks } from './tasks.ts';

/** What the pool sends to a thread, and what comes back. */
export type ToWorker = { set: Setting } | { id: number; task: Task };
export type FromWorker = { id: number; result: TaskResult };

const tasks = createTasks();

parentPort?.on('message', (message: ToWorker) => {
  if ('set' in message) return tasks.set(message.set);
  const result = tasks.run(message.task);
  const answer: FromWorker = { id: message.id, result };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer, result.kind === 'pages' ? [result.parts.buffer] : []);
});
