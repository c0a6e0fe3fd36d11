import { z } from 'zod';

const named = z.array(z.object({ name: z.string(), value: z.unknown() })).catch([]);

/** Lever's v1 names of what v0 calls otherwise. */
const renamed: Readonly<Record<string, string>> = {
  fullName: 'name',
  additionalInformation: 'comments',
  currentCompany: 'org',
};

/** The fields of v0 from the body of Lever's v1 (`POST /v1/postings/:posting/apply`). */
export function fromV1(
  body: Readonly<Record<string, unknown>>,
  query: URLSearchParams,
): Record<string, unknown> {
  const personal = named
    .parse(body['personalInformation'])
    .map(({ name, value }) => [renamed[name] ?? name, value] as const);
  const urls = named.parse(body['urls']).map(({ name, value }) => [name, value] as const);
  return {
    ...Object.fromEntries(personal),
    urls: Object.fromEntries(urls),
    customQuestions: body['customQuestions'],
    source: body['source'],
    consent: body['consent'],
    silent: query.get('send_confirmation_email') === 'false',
  };
}
