import type { Hono } from 'hono';

/** Cookies and requests as a browser makes them, against the app itself. */
export class AppBrowser {
  readonly cookies = new Map<string, string>();
  readonly app: Hono;
  readonly origin: string;

  constructor(app: Hono, origin: string) {
    this.app = app;
    this.origin = origin;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers: { 'sec-fetch-site': 'none', ...headers } });
  }

  async post(
    path: string,
    fields: Record<string, string> | FormData | string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body =
      typeof fields === 'string' || fields instanceof FormData
        ? fields
        : new URLSearchParams(fields);
    return this.#send(path, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host: new URL(this.origin).host, ...init.headers };
    const response = await this.app.request(this.origin + path, {
      ...init,
      headers: cookie ? { ...headers, cookie } : headers,
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
