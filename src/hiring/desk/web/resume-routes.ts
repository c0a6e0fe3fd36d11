import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import type { StaffEnv } from '#hiring/staff';
import { contentDisposition, mediaTypeOf, safeFilename } from '#platform/files';
import { langs } from '#platform/i18n';
import { routes } from '#web/routes.ts';
import type { DeskDeps } from '../deps.ts';
import { openResume } from '../open-resume.ts';

/**
 * Bytes of a stranger's file, from our own address: nothing in them may load, run or frame
 * anything. Not `sandbox` for what is shown: browsers have refused to start their PDF viewer in one.
 */
const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The résumé itself: in the page where it is a PDF, else to save. */
export function resumeRoutes(deps: DeskDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>();
  const reader = deps.requireStaff('read-resume');
  for (const lang of langs) {
    app.get(routes['desk.resume'][lang], reader, (c) => send(c, 'read'));
    app.get(routes['desk.resumeDownload'][lang], reader, (c) => send(c, 'download'));
    app.get(routes['desk.document'][lang], reader, (c) =>
      send(c, 'download', c.req.param('document')),
    );
  }
  return app;

  async function send(
    c: Context<StaffEnv>,
    wanted: 'read' | 'download',
    document?: string,
  ): Promise<Response> {
    const { staff } = c.var;
    const resume = await openResume(deps, staff, c.req.param('id') ?? '', wanted, document);
    if (!resume) return c.notFound();
    const file = await deps.files.open(resume.sha256);
    if (!file) {
      deps.log.error({ sha256: resume.sha256 }, 'a stored file is missing');
      return c.notFound();
    }
    const { type, name } = resume;
    const inline = wanted === 'read' && type === 'pdf';
    c.header('Content-Type', mediaTypeOf(type));
    c.header('Content-Length', String(file.size));
    c.header(
      'Content-Disposition',
      contentDisposition(inline ? 'inline' : 'attachment', safeFilename(name, { extension: type })),
    );
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Content-Security-Policy', inline ? nothing : `${nothing}; sandbox`);
    c.header('X-Frame-Options', 'SAMEORIGIN');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Cache-Control', 'private, no-store');
    if (c.req.method === 'HEAD') {
      file.stream.destroy();
      return c.body(null);
    }
    return c.body(Readable.toWeb(file.stream) as ReadableStream<Uint8Array>);
  }
}
