import { describe, expect, it } from 'vitest';
import { customQuestionIds, readApplyFields } from './apply-fields.ts';
import { nest } from './nest.ts';
import { fromV1 } from './v1-fields.ts';

const questionIds = customQuestionIds(
  ['name', 'resume', 'document-diploma', 'samples', 'criterion-research', 'correspondence'].map(
    (id) => ({
      id,
    }),
  ),
);

const read = (fields: Record<string, unknown>, postingLang: 'en' | 'fr' | null = 'en') =>
  readApplyFields(fields, { questionIds, postingLang, acceptLanguage: 'fr' });

describe('the fields of an application', () => {
  it('are read alike from JSON and from a form', () => {
    const json = read({
      name: 'Zoë',
      email: 'z@sample.example',
      urls: { GitHub: 'https://a.example', Other: '' },
      customQuestions: [{ id: 'statement', fields: [{ value: 'Why' }] }],
      comments: 'More',
      silent: true,
      consent: { marketing: true, store: { provided: true, compliancePolicyId: 'p-1' } },
      source: 'LinkedIn',
      ip: '10.0.0.1',
    });
    const form = read(
      nest({
        name: 'Zoë',
        email: 'z@sample.example',
        'urls[GitHub]': 'https://a.example',
        'customQuestions[statement]': 'Why',
        comments: 'More',
        silent: 'true',
        'consent[store][provided]': 'true',
        'consent[store][compliancePolicyId]': 'p-1',
        source: 'LinkedIn',
      }),
    );
    expect(form).toEqual(json);
    expect(json).toEqual({
      typed: {
        name: 'Zoë',
        email: 'z@sample.example',
        phone: '',
        statement: 'Why\n\nMore',
        samples: 'https://a.example',
        heard: 'social-network',
        correspondence: 'en',
        consent: 'yes',
      },
      silent: true,
      policy: 'p-1',
      faults: [],
    });
  });

  it('take answers to the questions of this process by their ids, and of no other', () => {
    expect(questionIds).toEqual(['statement', 'samples', 'criterion-research', 'correspondence']);
    const sent = read({
      customQuestions: { 'criterion-research': 'Ten studies', assessment: 'fr' },
    });
    expect(sent.typed['criterion-research']).toBe('Ten studies');
    expect(sent.faults).toMatchObject([{ field: 'customQuestions[assessment]' }]);
  });

  it('choose the language of a posting of both by the candidate’s browser', () => {
    expect(read({}, null).typed['correspondence']).toBe('fr');
    expect(read({ acceptLanguage: 'en-CA' }, null).typed['correspondence']).toBe('en');
    expect(read({ customQuestions: { correspondence: 'fr' } }).typed['correspondence']).toBe('fr');
  });

  it.each([
    [{ name: { first: 'Z' } }, 'name', 'type'],
    [{ urls: 'https://a.example' }, 'urls', 'urls'],
    [{ customQuestions: 'yes' }, 'customQuestions', 'questions'],
    [{ customQuestions: { colour: 'red' } }, 'customQuestions[colour]', 'unknown-question'],
    [{ consent: { store: false } }, 'consent[store]', 'consent'],
    [{ consent: { store: { provided: 'false' } } }, 'consent[store]', 'consent'],
    [{ resume: 'base64…' }, 'resume', 'resume-as-text'],
  ])('%o is a fault of %s', (fields, field, code) => {
    expect(read(fields).faults).toMatchObject([{ field, code }]);
  });

  it.each([
    ['', 'not-said'],
    ['newsletter', 'newsletter'],
    ['Employee referral', 'colleague-or-friend'],
    ['Indeed', 'other'],
    ['Université Laval', 'school'],
  ])('source "%s" is %s', (source, heard) => {
    expect(read({ source }).typed['heard']).toBe(heard);
  });

  it('cannot reach the prototype by their names', () => {
    nest({ '__proto__[polluted]': 'yes', 'a[__proto__][polluted]': 'yes' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('of v1 become those of v0', () => {
    const fields = fromV1(
      {
        personalInformation: [
          { name: 'fullName', value: 'Zoë' },
          { name: 'email', value: 'z@sample.example' },
        ],
        urls: [{ name: 'GitHub', value: 'https://a.example' }],
        customQuestions: [{ id: 'statement', fields: [{ value: 'Why' }] }],
      },
      new URLSearchParams('send_confirmation_email=false'),
    );
    expect(read(fields)).toMatchObject({
      typed: { name: 'Zoë', statement: 'Why', samples: 'https://a.example' },
      silent: true,
      faults: [],
    });
  });
});
