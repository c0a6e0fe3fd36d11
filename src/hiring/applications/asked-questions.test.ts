import { describe, expect, it } from 'vitest';
import type { ProcessFacts } from '#hiring/process-facts';
import { formOf } from './asked-questions.ts';

const both = (text: string) => ({ en: text, fr: text });
const criteria = [
  { id: 'one', kind: 'essential', text: both('One') },
  { id: 'two', kind: 'essential', text: both('Two') },
  { id: 'three', kind: 'asset', text: both('Three') },
];
const form = (application: object, more: object = {}) =>
  formOf({ criteria, application, ...more } as unknown as ProcessFacts);
const ids = (steps: ReturnType<typeof formOf>) => steps.map(({ id }) => id);

describe('the form of a process', () => {
  it('asks what it always did where the process says nothing', () => {
    const steps = formOf(null);
    expect(ids(steps)).toEqual(['contact', 'statement', 'documents', 'languages']);
    expect(steps.flatMap(({ questions }) => questions.map(({ id }) => id))).toEqual([
      'name',
      'email',
      'phone',
      'statement',
      'resume',
      'samples',
      'correspondence',
      'heard',
    ]);
    expect(ids(formOf({ criteria } as unknown as ProcessFacts))).toEqual(ids(steps));
  });

  it('asks about each essential criterion, in their order, and about others that are listed', () => {
    const steps = form({ eachEssential: true, questions: [{ criterion: 'three' }] });
    expect(ids(steps).slice(1, 5)).toEqual([
      'statement',
      'criterion-one',
      'criterion-two',
      'criterion-three',
    ]);
    const [asked] = steps[4]?.questions ?? [];
    expect(asked).toMatchObject({ required: false, label: both('Three'), limit: { words: 250 } });
    expect(asked?.about).toBeUndefined();
  });

  it('says what a question with its own words is about', () => {
    const [, , step] = form({
      questions: [{ criterion: 'one', label: both('Tell us'), wordLimit: 90 }],
    });
    expect(step?.questions).toEqual([
      {
        id: 'criterion-one',
        criterion: 'one',
        label: both('Tell us'),
        about: both('One'),
        required: true,
        limit: { words: 90 },
      },
    ]);
  });

  it('leaves the statement out where it is not asked', () => {
    expect(ids(form({ statement: { asked: false } }))).toEqual([
      'contact',
      'documents',
      'languages',
    ]);
  });

  it('asks about preference last, and of external processes only', () => {
    const asked = { orderOfPreference: true };
    expect(ids(form(asked, { areaOfSelection: { kind: 'external' } })).at(-1)).toBe('preference');
    expect(ids(form(asked, { areaOfSelection: { kind: 'internal' } })).at(-1)).toBe('languages');
  });
});
