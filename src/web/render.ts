import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Page } from './page.ts';

/** Answers a request with a page in its frame. 200 where no status is given. */
export type Render = (c: Context, page: Page, status?: ContentfulStatusCode) => Response;
