import type { Task } from '#platform/queue';
import type { PrivacyDeps } from './deps.ts';
import { disposeOfWhatIsDue } from './disposal/dispose.ts';
import { runRequests } from './requests/run-requests.ts';

/** Disposal by the schedule, every night: 8:40 in UTC is before dawn from coast to coast. */
export const disposeTask: Task<object> = {
  name: 'dispose-by-schedule',
  retryLimit: 5,
  retryDelay: 60,
  atOnce: 1,
};
const nightly = '40 8 * * *';

/** Deletions that were asked for and the dates of requests, every hour. */
export const requestsTask: Task<object> = {
  name: 'run-privacy-requests',
  retryLimit: 5,
  retryDelay: 60,
  atOnce: 1,
};
const hourly = '17 * * * *';

/** Has the schedule obeyed and the requests looked after, from now on. */
export async function startPrivacyTasks(deps: PrivacyDeps): Promise<void> {
  await deps.queue.work(disposeTask, async () => void (await disposeOfWhatIsDue(deps)));
  await deps.queue.work(requestsTask, () => runRequests(deps));
  await deps.queue.repeat(disposeTask, nightly, {});
  await deps.queue.repeat(requestsTask, hourly, {});
}
