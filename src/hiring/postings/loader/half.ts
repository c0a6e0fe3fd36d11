import type { Lang } from '#platform/i18n';
import { fieldText } from '../markdown/plain-text.ts';
import type { PostingText } from '../model.ts';
import { type ContentProblem, problem } from '../problem.ts';
import { isSlug } from '../rules/slug.ts';
import { type FactsClaim, readFacts } from './facts.ts';
import { claimedKey, splitFrontMatter } from './front-matter.ts';
import type { Place, YamlFile } from './yaml.ts';

/** One language of a posting, read from one file. */
export type Half = {
  readonly text: PostingText;
  /** The file's exact text: what is hashed and kept. */
  readonly source: string;
  readonly translationKey: string;
  readonly keyPlace: Place;
  readonly leverIdPlace: Place;
  readonly archived: boolean;
  readonly archivedPlace: Place;
  readonly draft: boolean;
  readonly draftPlace: Place;
  /** An address that the author asks for. */
  readonly slug: string | null;
  readonly slugPlace: Place;
  /** What stands under `process:`, if anything does. */
  readonly facts: FactsClaim | null;
};

/** `half` is null where a problem blocks it; `claim` is then the key it seems to have. */
export type HalfReading = {
  readonly half: Half | null;
  readonly claim: string | null;
  readonly problems: readonly ContentProblem[];
};

/** The form of a `leverId`. */
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Longest key: it is indexed in the database, where a row has a limit. */
const maxKeyLength = 200;

/** Reads the text of a posting file. Pure: the same text gives the same answer, whenever it is read. */
export function readHalf(lang: Lang, file: string, source: string): HalfReading {
  const split = splitFrontMatter(file, source);
  if (!split.ok) return { half: null, claim: claimedKey(source), problems: [split.problem] };
  const { yaml, body } = split.parts;
  const fields = fieldReader(file, yaml);
  const { problems } = fields;

  const translationKey = fields.text('translationKey').normalize('NFC');
  const title = fieldText(fields.text('title'));
  const description = writtenByMachine(fieldText(fields.text('description')));
  const facts =
    yaml.value !== null && fields.has('process') ? readFacts(file, yaml, ['process']) : null;
  const slug = fields.text('slug');
  const leverId = fields.text('leverId').toLowerCase();
  const complain = (reason: ContentProblem['reason'], field: string): void => {
    problems.push(problem(file, reason, yaml.placeOf([field])));
  };

  if (translationKey === '') complain({ kind: 'missing-translation-key' }, 'translationKey');
  if (translationKey.length > maxKeyLength) {
    complain({ kind: 'translation-key-too-long' }, 'translationKey');
  }
  if (title === '') complain({ kind: 'missing-title' }, 'title');
  if (description === '') complain({ kind: 'missing-description' }, 'description');
  if (!hasWords(body)) problems.push(problem(file, { kind: 'empty-body' }));
  if (leverId !== '' && !uuid.test(leverId)) {
    complain({ kind: 'bad-lever-id', value: leverId.slice(0, 60) }, 'leverId');
  }
  if (slug !== '' && !isSlug(slug))
    complain({ kind: 'bad-slug', value: slug.slice(0, 60) }, 'slug');
  const archived = fields.flag('archived', 'bad-archived');
  const draft = fields.flag('draft', 'bad-draft');
  problems.push(...(facts?.problems ?? []));

  const blocked = problems.some(({ severity }) => severity === 'blocking');
  const claim = translationKey === '' ? null : translationKey;
  if (blocked) return { half: null, claim, problems };
  const half: Half = {
    text: { lang, title, description, body, leverId: uuid.test(leverId) ? leverId : null, file },
    source,
    translationKey,
    keyPlace: yaml.placeOf(['translationKey']),
    leverIdPlace: yaml.placeOf(['leverId']),
    archived,
    archivedPlace: yaml.placeOf(['archived']),
    draft,
    draftPlace: yaml.placeOf(['draft']),
    slug: isSlug(slug) ? slug : null,
    slugPlace: yaml.placeOf(['slug']),
    facts,
  };
  return { half, claim, problems };
}

function fieldReader(file: string, yaml: YamlFile) {
  const values = new Map(Object.entries(yaml.value as Record<string, unknown>));
  const problems: ContentProblem[] = [];
  return {
    problems,
    has: (field: string): boolean => (values.get(field) ?? null) !== null,
    /** A text, or a number as it was written; "" where absent. */
    text(field: string): string {
      const value = values.get(field) ?? '';
      if (typeof value === 'string') return value.trim();
      if (typeof value === 'object') {
        problems.push(problem(file, { kind: 'field-not-text', field }, yaml.placeOf([field])));
        return '';
      }
      return (yaml.writtenAt([field]) ?? '').trim();
    },
    /** True or false; a value that is neither counts as true, the careful side, and is reported. */
    flag(field: string, kind: 'bad-archived' | 'bad-draft'): boolean {
      const value = values.get(field) ?? false;
      if (typeof value === 'boolean') return value;
      const written = yaml.writtenAt([field]) ?? '';
      const place = yaml.placeOf([field]);
      problems.push(problem(file, { kind, value: written.slice(0, 60) }, place));
      return true;
    },
  };
}

/** Content systems have written their own "nothing" into the field. */
function writtenByMachine(text: string): string {
  return /^(null|undefined|nil|none)$/i.test(text) ? '' : text;
}

/** A body of comments and white space says nothing in its language. */
function hasWords(body: string): boolean {
  const said = /<!--|&nbsp;/.test(body) ? body.replaceAll(/<!--[\s\S]*?-->|&nbsp;/g, '') : body;
  return /\S/.test(said);
}
