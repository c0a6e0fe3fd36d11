import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Config } from '#config';
import type { Localized } from '#platform/i18n';
import { type Services, openServices } from './services.ts';
import { type DatabaseError, type DatabaseStep, openDatabase } from './database.ts';
import { localOrigin } from './local-origin.ts';
import { createWeb } from './web.ts';
import type { Log } from '#platform/log';

export type Tandem = {
  /** Public origin of each language. */
  origins: Localized;
  /** True where nobody has applied and no staff exists: time to offer the sample process. */
  isEmpty: boolean;
  services: Services;
  stop(): Promise<void>;
};

export type StartError =
  | DatabaseError
  | { kind: 'port-taken'; host: string; port: number }
  | { kind: 'port-refused'; host: string; port: number; code: string };

export type StartStep = DatabaseStep | 'loading-postings' | 'listening';

/**
 * Brings up the whole program: database, postings, background tasks, web server, in the order in
 * which each needs the one before. What was started is stopped again where a later step fails.
 */
export async function serve(
  config: Config,
  options: { log: Log; onProgress(step: StartStep): void; onLost(): void },
): Promise<{ ok: true; tandem: Tandem } | { ok: false; error: StartError }> {
  const { log, onProgress } = options;
  const opened = await openDatabase(config, {
    purpose: 'serve',
    holder: `pid ${process.pid}, http://${config.host}:${config.port}`,
    log,
    onProgress,
    onLost: options.onLost,
  });
  if (!opened.ok) return opened;
  const { database } = opened;

  // The port is taken first: a form signed for one address must not be served from another.
  const server = createAdaptorServer({
    fetch: (request, env) => handler(request, env),
    hostname: config.host,
    // A résumé of 10 MB on a slow line takes more than the five minutes that Node allows.
    serverOptions: { requestTimeout: 30 * 60_000 },
  });
  let handler: (request: Request, env: object) => Response | Promise<Response> = () =>
    new Response('Starting. En cours de démarrage.', {
      status: 503,
      headers: { 'Retry-After': '2' },
    });
  onProgress('listening');
  server.listen(config.port, config.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    await database.close();
    const code = (error as { code?: string }).code ?? String(error);
    const { host, port } = config;
    if (code === 'EADDRINUSE') return { ok: false, error: { kind: 'port-taken', host, port } };
    return { ok: false, error: { kind: 'port-refused', host, port, code } };
  }
  const { port } = server.address() as AddressInfo;
  const local = localOrigin(config.host, port);
  const origins = config.origins ?? { en: local, fr: local };

  onProgress('loading-postings');
  let services: Services | undefined;
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    // Requests under way get their answer; idle keep-alive connections are not waited for.
    const closed = new Promise((resolve) => server.close(resolve));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
    if ('closeAllConnections' in server) server.closeAllConnections();
    try {
      await services?.stop();
    } finally {
      await database.close();
    }
  };
  try {
    services = await openServices(config, database, { log, origins });
    handler = createWeb(config, services, { log, origins }).fetch;
    const isEmpty = await services.isEmpty();
    return {
      ok: true,
      tandem: { origins, isEmpty, services, stop: () => (stopping ??= stop()) },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
