// Plants divergences of facts and strength in real pairs, and counts which are found.
//
//   node bench/check-facts.ts [--half 0|1] [--show KIND] [--graft] [FOLDER …]
//
// `--graft` adds sentences that say the same in both languages first, for kinds that texts lack.
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { PairUnderCheck, Place, Rule } from '#hiring/check';
import { type Document, alignDocuments, parseDocument } from '#hiring/prose';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { family as facts } from '../src/hiring/check/rules/facts/index.ts';
import { family as strength } from '../src/hiring/check/rules/strength/index.ts';
import { grafts } from './support/grafts.ts';
import { type Planted, plantedIn } from './support/planted-facts.ts';

type Found = { rule: string; says: string; place: Place; counterpart: Place | null };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: 'string' },
    show: { type: 'string' },
    each: { type: 'string', default: '4' },
    graft: { type: 'boolean', default: false },
  },
});
const rules: readonly Rule[] = [...facts.rules, ...strength.rules];
const counts = new Map<string, { planted: number; found: number }>();
let [before, others, hits] = [0, 0, 0];
const pairs = readPairs(positionals.length > 0 ? positionals : ['content']);
for (const [index, documents] of pairs.entries()) {
  if (values.half !== undefined && index % 2 !== Number(values.half)) continue;
  const clean = findIn(documents);
  before += clean.length;
  const known = new Set(clean.map(({ says }) => says));
  for (const lang of langs) {
    for (const planted of plantedIn(documents[lang], Number(values.each))) {
      plant(documents, lang, planted, known);
    }
  }
}

function plant(
  documents: Localized<Document>,
  lang: Lang,
  planted: Planted,
  known: Set<string>,
): void {
  const changed = parseDocument(lang, documents[lang].file, planted.source);
  if (!changed) return;
  const now = { ...documents, [lang]: changed };
  const news = findIn(now).filter(({ says }) => !known.has(says));
  const { span } = changed.blocks[planted.block]!;
  const about = news.filter(({ place, counterpart }) =>
    [place, counterpart].some(
      (at) => at?.file === changed.file && at.span.start < span.end && at.span.end > span.start,
    ),
  );
  const count = counts.get(planted.kind) ?? { planted: 0, found: 0 };
  counts.set(planted.kind, count);
  count.planted += 1;
  if (about.length > 0) count.found += 1;
  hits += about.length;
  others += news.length - about.length;
  if (values.show === planted.kind && about.length === 0)
    console.log(`missed ${lang} ${planted.note}`);
  if (values.show === 'others')
    for (const one of news)
      if (!about.includes(one))
        console.log(`other ${lang} ${planted.kind} ${planted.note}\n    ${one.says}`);
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
    const context = {
      now: new Date(0),
      payTables: [],
      option: (name: string) => rule.options?.[name] as never,
    };
    rule.check(pair, context, ({ place, counterpart = null, args }) => {
      const lang = place.file === documents.en.file ? 'en' : 'fr';
      const block = documents[lang].blocks.findIndex(
        ({ span }) => span.start <= place.span.start && place.span.end <= span.end,
      );
      found.push({
        rule: rule.id,
        place,
        counterpart,
        says: `${rule.id} ${lang} ${block} ${JSON.stringify(args)}`,
      });
    });
  }
  return found;
}

function readPairs(folders: readonly string[]): Localized<Document>[] {
  const byKey = new Map<string, Partial<Record<Lang, string>>>();
  for (const folder of folders) {
    for (const lang of langs) {
      for (const file of globSync(`${folder}/${lang}/**/*.md`).sort()) {
        const source = readFileSync(file, 'utf8');
        const key = `${folder} ${/^translationKey:\s*(.*)$/m.exec(source)?.[1] ?? file}`;
        byKey.set(key, { ...byKey.get(key), [lang]: source });
      }
    }
  }
  return [...byKey].flatMap(([key, { en, fr }], index) => {
    if (en === undefined || fr === undefined) return [];
    const sources = { en, fr };
    const own = values.graft ? [...grafts.keys()].filter((at) => at % 4 === index % 4) : [];
    const documents = langs.map((lang) => {
      const added = own.map((at) => grafts[at]![lang === 'en' ? 0 : 1]);
      const [items, paragraphs] = [added.slice(0, 4), added.slice(4)];
      const graft = `\n\n${paragraphs.join('\n\n')}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
      return parseDocument(lang, `${lang}/${key}`, sources[lang] + (values.graft ? graft : ''));
    });
    return documents[0] && documents[1] ? [{ en: documents[0], fr: documents[1] }] : [];
  });
}

const total = { planted: 0, found: 0 };
for (const [kind, { planted, found }] of [...counts].sort(([a], [b]) => a.localeCompare(b))) {
  total.planted += planted;
  total.found += found;
  console.log(`${kind.padEnd(24)} ${found}/${planted} (${((100 * found) / planted).toFixed(1)} %)`);
}
console.log(
  `all ${total.found}/${total.planted} (${((100 * total.found) / total.planted).toFixed(1)} %); ` +
    `findings elsewhere ${others} of ${hits + others}; before any change ${before} in ${pairs.length} pairs`,
);
