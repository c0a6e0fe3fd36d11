/**
 * A process like Tandem's, for tests to start, stop and kill. Its argument is the options as JSON; it
 * reports on standard output, one JSON object a line, and stops when told "stop" on standard input.
 * With `idle` it neither listens nor stops: it must then end by itself, the server living on.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { startEmbeddedPostgres, startThrowawayPostgres } from '../index.ts';

const Options = z.object({
  kind: z.enum(['serve', 'command', 'throwaway']),
  dataFolder: z.string(),
  idle: z.boolean(),
});
const options = Options.parse(JSON.parse(process.argv[2] ?? ''));

// The test that reads it may be over.
process.stdout.on('error', () => undefined);

function report(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

const log = { info() {}, warn() {}, error() {} };
const outcome =
  options.kind === 'throwaway'
    ? await startThrowawayPostgres({ fsync: false })
    : await startEmbeddedPostgres({
        dataFolder: options.dataFolder,
        purpose: options.kind,
        holder: `process ${process.pid}`,
        log,
        onProgress: (step) => report({ step }),
        onChange: (change) => report({ change }),
      });
if (outcome.ok) {
  const { server } = outcome;
  report({ outcome: { ...outcome, postmaster: await server.postmasterPid() } });
  if (!options.idle) {
    for await (const line of createInterface({ input: process.stdin })) {
      if (line === 'stop') break;
    }
    await server.stop();
    report({ stopped: true });
    process.stdin.destroy();
  }
} else {
  report({ outcome });
}
