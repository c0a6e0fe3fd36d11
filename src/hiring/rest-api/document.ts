import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { lang, listQuery, posting, postingList, problem } from './schemas.ts';

const problems = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

const answers = (description: string, schema: z.ZodType) => ({
  description,
  headers: z.object({
    ETag: z.string().meta({ description: 'For If-None-Match' }),
  }),
  content: { 'application/json': { schema } },
});

/** The description of this API (OpenAPI 3.1), made from the schemas that it answers by. */
export function openApiDocument(about: { version: string; origins: readonly string[] }): object {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Tandem',
      version: about.version,
      description:
        'Public postings, in both official languages. Les offres publiques, dans les deux langues officielles.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: about.origins.map((url) => ({ url })),
    security: [],
    paths: {
      '/api/v1/postings': {
        get: {
          operationId: 'listPostings',
          summary: 'List postings / Lister les offres',
          requestParams: { query: listQuery },
          responses: {
            '200': answers('A page of postings, in order of translation key', postingList),
            '304': { description: 'Not changed since the ETag' },
            '400': problems('A parameter cannot be used'),
            '503': problems('The database is away'),
          },
        },
      },
      '/api/v1/postings/{id}': {
        get: {
          operationId: 'getPosting',
          summary: 'One posting / Une offre',
          requestParams: { path: z.object({ id: z.uuid() }), query: z.object({ lang }) },
          responses: {
            '200': answers('The posting', posting),
            '304': { description: 'Not changed since the ETag' },
            '404': problems('No such posting, or it is not public'),
            '503': problems('The database is away'),
          },
        },
      },
    },
  });
}
