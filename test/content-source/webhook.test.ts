import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { contentSourceWeb } from '#hiring/content-source';

const secret = 'a shared secret of the tests';
const refresh = vi.fn();
const make = (configured = true) =>
  contentSourceWeb({
    webhook: configured ? { secret, refresh } : null,
    clientAddress: () => '192.0.2.1',
  });
const sign = (body: string, key = secret) => createHmac('sha256', key).update(body).digest('hex');
const post = (headers: Record<string, string>, body = '{"ref":"refs/heads/main"}', app = make()) =>
  app.request('/hooks/content', { method: 'POST', headers, body });
const body = '{"ref":"refs/heads/main"}';

beforeEach(() => {
  refresh.mockClear();
});

describe('the webhook of the content repository', () => {
  it.each([
    ['GitHub', { 'X-Hub-Signature-256': `sha256=${sign(body)}` }],
    ['Gitea', { 'X-Gitea-Signature': sign(body) }],
    ['GitLab', { 'X-Gitlab-Token': secret }],
  ])('of %s with the right secret is accepted, in both languages', async (_, headers) => {
    const answer = await post(headers, body);
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({
      status: 'accepted',
      message: { en: expect.stringContaining('Accepted'), fr: expect.stringContaining('Reçu') },
    });
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['no proof', {}],
    ['another secret', { 'X-Hub-Signature-256': `sha256=${sign(body, 'other')}` }],
    ['the signature of another body', { 'X-Hub-Signature-256': `sha256=${sign(`${body} `)}` }],
    ['a signature that is none', { 'X-Hub-Signature-256': 'sha256=zz' }],
    ['an old kind of signature', { 'X-Hub-Signature': `sha1=${sign(body).slice(0, 40)}` }],
    ['another token', { 'X-Gitlab-Token': `${secret}x` }],
    ['an empty token', { 'X-Gitlab-Token': '' }],
  ])('with %s is refused', async (_, headers) => {
    const answer = await post(headers, body);
    expect(answer.status).toBe(401);
    expect(refresh).not.toHaveBeenCalled();
  });

  it('sent again leads to one more look, and a flood of them to a refusal', async () => {
    const app = make();
    const headers = { 'X-Hub-Signature-256': `sha256=${sign(body)}` };
    const statuses: number[] = [];
    for (let n = 0; n < 62; n += 1) statuses.push((await post(headers, body, app)).status);
    expect(statuses.slice(0, 2)).toEqual([202, 202]);
    expect(statuses.at(-1)).toBe(429);
    expect(refresh).toHaveBeenCalledTimes(60);
  });

  it('that is too large is refused before it is read whole', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const request = new Request('http://x/hooks/content', {
      method: 'POST',
      headers: { 'X-Gitlab-Token': secret },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await make().request(request)).status).toBe(413);
    expect(pulled).toBeLessThan(40);
    expect(refresh).not.toHaveBeenCalled();
  });

  it('is not there without a repository and a secret', async () => {
    const answer = await post({ 'X-Gitlab-Token': secret }, body, make(false));
    expect(answer.status).toBe(404);
  });
});
