// Preloaded by Node into a client's process: what it asks of api.lever.co goes to LEVER_ORIGIN,
// whether it asks by fetch or by node:https. The client's own code is untouched.
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const here = new URL(process.env.LEVER_ORIGIN);
const isTheirs = (host) => host === 'api.lever.co';

const realFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (!isTheirs(url.hostname)) return realFetch(input, init);
  const address = new URL(url.pathname + url.search, here);
  return realFetch(input instanceof Request ? new Request(address, input) : address, init);
};

const realRequest = https.request;
https.request = (...args) => {
  const [first, ...rest] = args;
  const options = typeof first === 'string' || first instanceof URL ? new URL(first) : first;
  const host = options.hostname ?? options.host;
  if (!isTheirs(host)) return realRequest(...args);
  const path = options.path ?? options.pathname + options.search;
  const moved = {
    method: options.method,
    headers: { ...options.headers, host: here.host },
    path,
    hostname: here.hostname,
    port: here.port,
  };
  return http.request(moved, ...rest);
};
https.get = (...args) => {
  const request = https.request(...args);
  request.end();
  return request;
};
syncBuiltinESMExports();
