import { Hono } from 'hono';
import type { NoticesWebDeps } from '../deps.ts';
import { batchRoutes } from './batch-routes.ts';
import { prepareRoutes } from './prepare-routes.ts';

/** The desk's pages of notices, for those who may send them. */
export function noticesWeb(deps: NoticesWebDeps): Hono {
  return new Hono().route('/', prepareRoutes(deps)).route('/', batchRoutes(deps));
}
