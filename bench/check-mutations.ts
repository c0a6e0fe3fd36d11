// Plants divergences in pairs that have none, and counts which are found.
// npm run bench -- check-mutations [FOLDER …] [--half 0|1] [--show KIND]: content folders; without any, this project's own.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding, PairUnderCheck, Report, Rule } from '#hiring/check';
import { type Document, alignDocuments, parseDocument } from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { family as meaning } from '../src/hiring/check/rules/meaning/index.ts';
import { family as structure } from '../src/hiring/check/rules/structure/index.ts';
import { type Mutation, mutationsOf } from './support/mutations.ts';

type Pair = { key: string; documents: Localized<Document> };
type Found = { rule: string } & Pick<Finding, 'args'> &
  Pick<Parameters<Report>[0], 'place' | 'counterpart'>;
type Count = { planted: number; found: number; others: number };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: 'string' },
    show: { type: 'string' },
    each: { type: 'string', default: '4' },
  },
});
const rules: readonly Rule[] = [...structure.rules, ...meaning.rules];
const pairs = readPairs(positionals.length > 0 ? positionals : ['content']);

const counts = new Map<string, Count>();
let before = 0;
for (const [index, pair] of pairs.entries()) {
  if (values.half !== undefined && index % 2 !== Number(values.half)) continue;
  const clean = findIn(pair.documents);
  before += clean.length;
  const known = new Set(clean.map((one) => signature(one, pair.documents)));
  for (const lang of langs) {
    for (const mutation of mutationsOf(pair.documents[lang], Number(values.each))) {
      plant(pair, lang, mutation, known);
    }
  }
}

function plant(pair: Pair, lang: Lang, mutation: Mutation, known: ReadonlySet<string>): void {
  const own = pair.documents[lang];
  const changed = parseDocument(lang, own.file, mutation.source);
  if (!changed) return;
  const documents = { ...pair.documents, [lang]: changed };
  const news = findIn(documents).filter((one) => !known.has(signature(one, documents)));
  const count = counts.get(mutation.kind) ?? { planted: 0, found: 0, others: 0 };
  counts.set(mutation.kind, count);
  const hits = news.filter((one) => isAbout(one, lang, pair, documents, mutation));
  count.planted += 1;
  if (hits.length > 0) count.found += 1;
  count.others += news.length - hits.length;
  if (values.show === mutation.kind && hits.length === 0) {
    process.stdout.write(`${own.file.slice(0, 60)} ${lang} "${mutation.removed.slice(0, 100)}"\n`);
    for (const one of news) process.stdout.write(`    ${one.rule} ${String(one.args['text'])}\n`);
  }
}

/** The finding's place in the unchanged language is the counterpart of what was changed. */
function isAbout(
  found: Found,
  lang: Lang,
  pair: Pair,
  documents: Localized<Document>,
  mutation: Mutation,
): boolean {
  const other = otherLang(lang);
  const alignment = alignDocuments(pair.documents.en, pair.documents.fr);
  const wanted = mutation.blocks.flatMap((block) => {
    const id = alignment.counterpartOf(lang, block) ?? alignment.partOf(lang, block);
    return id === null ? [] : [documents[other].blocks[id]!.span];
  });
  return [found.place, found.counterpart].some(
    (place) =>
      place?.file === documents[other].file &&
      wanted.some(({ start, end }) => place.span.start <= end && place.span.end >= start),
  );
}

function findIn(documents: Localized<Document>): Found[] {
  const alignment = alignDocuments(documents.en, documents.fr);
  const pair: PairUnderCheck = {
    translationKey: '',
    documents,
    alignment,
    facts: null,
    archived: false,
    // Of no facts there is no place.
    factPlace: () => ({ file: '', span: { start: 0, end: 0 } }),
  };
  const found: Found[] = [];
  for (const rule of rules) {
    if (rule.scope !== 'pair') continue;
    rule.check(
      pair,
      { now: new Date(0), payTables: [], option: (name) => rule.options?.[name] as never },
      (one) => {
        found.push({ rule: rule.id, args: {}, counterpart: null, ...one });
      },
    );
  }
  return found;
}

/** Tells findings apart by what they say, as a change moves the places of all that follow. */
function signature({ rule, place, args }: Found, documents: Localized<Document>): string {
  const lang = langs.find((one) => documents[one].file === place.file)!;
  const text = documents[lang].source.slice(place.span.start, place.span.end);
  return `${rule} ${lang} ${text} ${String(args['text'])}`;
}

function readPairs(folders: readonly string[]): Pair[] {
  const byKey = new Map<string, { en?: Document; fr?: Document }>();
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!file.endsWith('.md')) continue;
      const lang = file.startsWith('fr') ? 'fr' : 'en';
      const source = readFileSync(join(folder, file), 'utf8');
      const document = parseDocument(lang, file, source);
      const key = `${folder} ${/^translationKey:\s*(.*)$/m.exec(source)?.[1] ?? file}`;
      if (document) byKey.set(key, { [lang]: document, ...byKey.get(key) });
    }
  }
  return [...byKey].flatMap(([key, { en, fr }]) => {
    if (!en || !fr) return [];
    const { blocks } = alignDocuments(en, fr);
    const alone = blocks.filter((one) => one.en === null || one.fr === null).length;
    return alone <= 1 ? [{ key, documents: { en, fr } }] : [];
  });
}

process.stdout.write(`${pairs.length} pairs; findings before any change: ${before}\n`);
for (const [kind, { planted, found, others }] of counts) {
  const share = ((100 * found) / planted).toFixed(1);
  process.stdout.write(
    `${kind.padEnd(22)} ${found}/${planted} found (${share} %), ${others} other findings\n`,
  );
}
