import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Validator from '@adobe/structured-data-validator';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { payOf, processFactsSchema, readPayTables } from '#hiring/process-facts';
import { type Lang, langs } from '#platform/i18n';
import type { Posting } from '../model.ts';
import { jobPosting } from './job-posting.ts';

const root = join(import.meta.dirname, '../../../..');
const both = <T>(value: T) => ({ en: value, fr: value });
const now = new Date('2026-07-01T12:00:00Z');
const payTables = readPayTables(readFileSync(join(root, 'reference/pay/it.yml'), 'utf8'))!;
const site = {
  organization: { en: 'Sample', fr: 'Modèle' },
  tagline: null,
  contactEmail: null,
  accommodationEmail: null,
  sample: true,
};

function markup(written: unknown, lang: Lang = 'en') {
  const facts = written === null ? null : processFactsSchema.parse(written);
  const text = { lang, title: 'Title', description: '', body: 'Text', leverId: null, file: '' };
  const posting: Posting = {
    id: '0190a1b2-0000-7000-8000-000000000000',
    translationKey: 'key',
    text: both(text),
    slugs: both('slug'),
    facts,
    draft: false,
    archived: false,
    firstSeenAt: now,
    versionHash: '',
    versionSince: now,
    servedFrom: 'files',
  };
  const pay = facts && payOf(facts, payTables, now);
  const origins = { en: 'https://jobs.example', fr: 'https://emplois.example' };
  // As a crawler has it: what is undefined is not there.
  return JSON.parse(JSON.stringify(jobPosting({ lang, posting, pay, site, origins }))) as Record<
    string,
    unknown
  >;
}

/**
 * What the rules of Google for Jobs, as another project wrote them down, find. It looks at one
 * place of work only, so a job in several is tried with each.
 */
async function findings(job: Record<string, unknown>) {
  const places = [job['jobLocation']].flat();
  const each = await Promise.all(
    places.map((place) =>
      new Validator().validate({ jsonld: { JobPosting: [{ ...job, jobLocation: place }] } }),
    ),
  );
  return each.flat().map(({ severity, fieldNames }) => `${severity} ${fieldNames.join()}`);
}

describe('structured data of a job', () => {
  const samples = globSync('content/process/*.yml', { cwd: root });

  it.each(samples.flatMap((file) => langs.map((lang) => [basename(file), lang, file] as const)))(
    'of %s in %s has what search engines require',
    async (_, lang, file) => {
      const job = markup(parse(readFileSync(join(root, file), 'utf8')), lang);
      expect((await findings(job)).filter((found) => found.startsWith('ERROR'))).toEqual([]);
    },
  );

  it('has all that they recommend where the facts state it', async () => {
    const whole = {
      classification: { group: 'IT', level: 3 },
      tenure: { kind: 'term', months: 12 },
      workMode: 'remote',
      closes: '2026-07-31 23:59',
      timeZone: 'America/Vancouver',
    };
    expect(await findings(markup(whole))).toEqual([]);
    // The validator is one that can refuse.
    const { title: _, ...untitled } = markup(whole);
    expect(await findings(untitled)).toEqual(['ERROR title']);
    const { applicantLocationRequirements: __, ...unplaced } = markup(whole);
    expect(await findings(unplaced)).toContain('ERROR applicantLocationRequirements');
  });

  it('says no more than the posting does', async () => {
    const bare = markup(null);
    expect(Object.keys(bare)).toEqual([
      '@context', '@type', 'title', 'description', 'url', 'datePosted', 'hiringOrganization',
      'identifier', 'directApply', 'jobLocation',
    ]); // prettier-ignore
    expect((await findings(bare)).filter((found) => found.startsWith('ERROR'))).toEqual([]);
  });

  it('is remote only where the work is wholly so', () => {
    expect(markup({ workMode: 'remote' })).toMatchObject({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'CA' },
    });
    for (const workMode of ['hybrid', 'onsite']) {
      const job = markup({ workMode, anywhereInCanada: true });
      expect(job).not.toHaveProperty('jobLocationType');
      expect(job).not.toHaveProperty('applicantLocationRequirements');
      expect(job['jobLocation']).toMatchObject({ address: { addressCountry: 'CA' } });
    }
  });

  it('takes from the facts what each property asks for', () => {
    const job = markup(
      {
        processNumber: '2026-017',
        organization: { en: 'Agency', fr: 'Agence' },
        unit: { en: 'Advice', fr: 'Conseils' },
        classification: { group: 'IT', level: 5 },
        tenure: { kind: 'student', months: 4 },
        workingTime: 'full-time',
        seats: [
          { count: 2, language: { requirement: 'either' } },
          { language: { requirement: 'english' } },
        ],
        security: 'reliability',
        criteria: [
          { id: 'a', kind: 'essential', text: { en: 'Experience A', fr: 'Expérience A' } },
          { id: 'b', kind: 'asset', text: { en: 'Experience B', fr: 'Expérience B' } },
          { id: 'c', kind: 'essential', text: { en: 'Ability C', fr: 'Capacité C' } },
        ],
        occupation: {
          code: '21232',
          name: { en: 'Software developers', fr: 'Développeurs de logiciels' },
        },
        industry: { en: 'Public administration', fr: 'Administration publique' },
      },
      'fr',
    );
    expect(job).toMatchObject({
      hiringOrganization: { name: 'Agence' },
      identifier: { name: 'Agence', value: '2026-017' },
      employmentType: ['FULL_TIME', 'INTERN'],
      employmentUnit: { name: 'Conseils' },
      totalJobOpenings: 3,
      baseSalary: { value: { minValue: 133_582, maxValue: 174_076, unitText: 'YEAR' } },
      qualifications: 'Expérience A\nCapacité C',
      securityClearanceRequirement: 'Cote de fiabilité',
      occupationalCategory: '21232 Développeurs de logiciels',
      industry: 'Administration publique',
    });
  });
});
