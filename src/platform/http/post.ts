import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { useAgent as filteringAgent } from 'request-filtering-agent';

export type PostOutcome =
  /** The other server answered, with this status. */
  | { kind: 'answered'; status: number }
  /** No answer: a code such as ECONNREFUSED, TIMEOUT or PRIVATE-ADDRESS. */
  | { kind: 'failed'; code: string };

/**
 * Posts a text to a server that somebody named: nothing of its answer but the status is read, no
 * redirect is followed, and unless `allowPrivate` no address of a private network is reached,
 * whatever its name resolves to.
 */
export function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { timeoutMs, allowPrivate }: { timeoutMs: number; allowPrivate: boolean },
): Promise<PostOutcome> {
  return new Promise((resolve) => {
    const send = url.startsWith('https:') ? requestHttps : requestHttp;
    const request = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(timeoutMs),
        agent: filteringAgent(url, { allowPrivateIPAddress: allowPrivate }),
      },
      (response) => {
        resolve({ kind: 'answered', status: response.statusCode ?? 0 });
        response.destroy();
      },
    );
    request.on('error', (error: Error & { code?: string }) => {
      resolve({ kind: 'failed', code: codeOf(error) });
    });
    request.end(body);
  });
}

function codeOf(error: Error & { code?: string }): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'TIMEOUT';
  if (/is not allowed/.test(error.message)) return 'PRIVATE-ADDRESS';
  return error.code ?? 'FAILED';
}
