import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leverApi } from '#hiring/lever-api';
import { createPostings } from '#hiring/postings';
import { startIntake } from '../applications/harness.ts';
import { sharedPath } from '../support/shared.ts';
import { valid } from './schemas.ts';

// Every real posting, whatever its authors wrote, is what the schema says, and loses no word.

const silent = { info() {}, warn() {}, error() {} };
type Posting = {
  id: string;
  lang: 'en' | 'fr';
  description: string;
  lists: { text: string; content: string }[];
  additional: string;
  hostedUrl: string;
};

for (const name of ['seed/content', 'corpus/content']) {
  const shared = sharedPath(name);
  describe.skipIf(!shared.present)(`${name}${shared.when}`, () => {
    let intake: Awaited<ReturnType<typeof startIntake>>;
    let stop: () => Promise<void>;
    beforeAll(async () => {
      intake = await startIntake(
        {},
        {
          features: (deps) => {
            const postings = createPostings({
              ...deps,
              contentFolder: shared.path,
              log: silent,
              closingSoonDays: 7,
            });
            stop = () => postings.stop();
            reload = () => postings.reload();
            // As if none had been archived: most are long closed.
            const all = {
              ...postings,
              stateOf: () => 'open' as const,
            };
            snapshot = () => postings.snapshot();
            return [
              leverApi({
                ...deps,
                postings: all,
                log: silent,
                closingSoonDays: 7,
                payTables: [],
                siteName: 'real',
              }),
            ];
          },
        },
      );
      await reload();
    });
    let reload: () => Promise<void>;
    let snapshot: () => ReturnType<ReturnType<typeof createPostings>['snapshot']>;
    afterAll(async () => {
      await stop();
      await intake.close();
    });

    it.each(['en', 'fr'] as const)('is served whole in %s', async (lang) => {
      const answer = await intake.app.request(`http://jobs.test/v0/postings/real-${lang}`);
      const postings = await valid<Posting[]>(answer, 'postings');
      const advertised = snapshot().postings;
      expect(postings).toHaveLength(advertised.length);
      expect(postings.length).toBeGreaterThan(0);
      expect(new Set(postings.map(({ id }) => id)).size).toBe(postings.length);
      for (const [index, { description, lists, additional }] of postings.entries()) {
        const { bodyFragment, plainBlocks } = await import('#hiring/postings');
        const words = (html: string): string[] =>
          plainBlocks(html)
            .split(/\s+/)
            .filter((word) => word !== '-')
            .sort();
        const served = [
          description,
          ...lists.map(
            ({ text, content }) =>
              `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p><ul>${content}</ul>`,
          ),
          additional,
        ].join('\n');
        expect(words(served)).toEqual(words(bodyFragment(advertised[index]!.text[lang])));
      }
    });
  });
}
