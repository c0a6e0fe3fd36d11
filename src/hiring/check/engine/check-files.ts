import { type ContentProblem, type FoundFile, problemArgs } from '#hiring/postings/loader';
import { type Document, alignDocuments, parseDocument } from '#hiring/prose';
import type { Lang } from '#platform/i18n';
import { type RuleSetting, type Settings, rank } from '../config/settings.ts';
import type {
  CheckContext,
  Finding,
  LocatedPlace,
  Place,
  Report,
  Rule,
  Severity,
  World,
} from '../model.ts';
import { allRules, findRule, rulesNamed } from '../rules/index.ts';
import { factPlaces } from './fact-places.ts';
import { type PairFiles, readPairFiles } from './pair-files.ts';
import { type LinedText, atLine, linedText, locate, restOfLine } from './places.ts';
import { shortened } from './short-args.ts';
import { type Switch, applySwitches, readSwitches, readYamlSwitches } from './switches.ts';

/** Everything that the rules find in the files of a pair, in order of place. */
export function checkFiles(files: PairFiles, settings: Settings, world: World): Finding[] {
  const all = [...files.en, ...files.fr, ...files.process, ...files.site];
  const paths = all.map(({ file }) => file);
  const run = new Run(all, settings.forFiles(paths), world);
  const reading = readPairFiles(files);
  for (const found of reading.problems) run.addProblem(found);

  const documents = { en: run.parse('en', files.en), fr: run.parse('fr', files.fr) };
  const everyDocument = [...documents.en, ...documents.fr];
  for (const document of everyDocument) run.checkText(document);
  const [en, fr] = [documents.en[0], documents.fr[0]];
  if (files.key !== null && en && fr && files.en.length === 1 && files.fr.length === 1) {
    const { facts, archived } = reading;
    const alignment = alignDocuments(en, fr);
    run.checkPair({
      translationKey: files.key,
      documents: { en, fr },
      alignment,
      facts,
      archived,
      factPlace: factPlaces(files.process[0], { en, fr }),
    });
  }
  const kept = run.switchOff(everyDocument, files.process);
  const order = new Map(paths.map((file, index) => [file, index]));
  return kept.sort(
    (a, b) =>
      (order.get(a.place.file) ?? all.length) - (order.get(b.place.file) ?? all.length) ||
      a.place.span.start - b.place.span.start ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}

/** One run over one pair: collects what is found, located and with its severity. */
class Run {
  readonly #texts = new Map<string, LinedText>();
  readonly #documents = new Map<string, Document>();
  readonly #settingOf: (rule: Rule) => RuleSetting;
  readonly #world: World;
  readonly #findings: Finding[] = [];

  constructor(files: readonly FoundFile[], settingOf: (rule: Rule) => RuleSetting, world: World) {
    for (const found of files) {
      if ('source' in found) this.#texts.set(found.file, linedText(found.source));
    }
    this.#settingOf = settingOf;
    this.#world = world;
  }

  /** The files that can be taken apart: one whose front matter is broken is a finding already. */
  parse(lang: Lang, found: readonly FoundFile[]): Document[] {
    const documents = found.flatMap((one) =>
      'source' in one && /\.md$/i.test(one.file)
        ? (parseDocument(lang, one.file, one.source) ?? [])
        : [],
    );
    for (const document of documents) this.#documents.set(document.file, document);
    return documents;
  }

  addProblem({ file, line, column, reason }: ContentProblem): void {
    const rule = findRule(`content/${reason.kind}`);
    if (!rule) return;
    const text = this.#texts.get(file);
    const args = problemArgs(reason);
    // A file without a text: what could not be read still has its line.
    if (!text) return this.#push(rule, { place: atLine(file, line ?? 1), args });
    const span = line === null ? { start: 0, end: 0 } : restOfLine(text, line, column ?? 1);
    this.#add(rule, { place: { file, span }, args });
  }

  checkText(document: Document): void {
    for (const rule of allRules) {
      if (rule.scope !== 'text') continue;
      this.#check(rule, document.file, (context, report) => rule.check(document, context, report));
    }
  }

  checkPair(pair: Parameters<Extract<Rule, { scope: 'pair' }>['check']>[0]): void {
    for (const rule of allRules) {
      if (rule.scope !== 'pair') continue;
      const { file } = pair.documents.en;
      this.#check(rule, file, (context, report) => rule.check(pair, context, report));
    }
  }

  /** What is left when the switches of the files are applied, with what is wrong with those. */
  switchOff(documents: readonly Document[], shared: readonly FoundFile[]): Finding[] {
    const readings = [
      ...documents.map(readSwitches),
      ...shared.flatMap((one) => ('source' in one ? readYamlSwitches(one) : [])),
    ];
    const switches = readings.flatMap((reading) => reading.switches);
    const { kept, unused } = applySwitches(this.#findings, switches, looksAtBoth);
    this.#findings.length = 0;
    for (const { rule, ...found } of readings.flatMap((reading) => reading.problems)) {
      this.#add(findRule(rule)!, found);
    }
    for (const one of unused.filter((candidate) => this.#hasRun(candidate))) {
      const { rule, file, span } = one;
      this.#add(findRule('check/unused-switch')!, { place: { file, span }, args: { rule } });
    }
    return [...kept, ...this.#findings].filter((finding) => this.#isAskedFor(finding));
  }

  /** A case that is weaker than its rule may be left out where the rule is not. */
  #isAskedFor({ rule, severity }: Finding): boolean {
    const { atLeast } = this.#settingOf(findRule(rule)!);
    return weaker(severity, atLeast) === atLeast;
  }

  /** A switch of a rule that was not asked is not known to be idle. */
  #hasRun({ rule }: Switch): boolean {
    return rulesNamed(rule).every((one) => this.#settingOf(one).severity !== 'off');
  }

  #check(rule: Rule, file: string, check: (context: CheckContext, report: Report) => void): void {
    const { severity, options } = this.#settingOf(rule);
    if (severity === 'off') return;
    const context: CheckContext = {
      ...this.#world,
      option: (name: string): never => {
        if (!(name in options)) throw new Error(`${rule.id} declares no option '${name}'`);
        return options[name] as never;
      },
    };
    try {
      check(context, (found) => this.#add(rule, found));
    } catch (error) {
      throw new Error(`Rule ${rule.id} failed on ${file}`, { cause: error });
    }
  }

  #add(rule: Rule, { place, counterpart, ...found }: Parameters<Report>[0]): void {
    this.#push(rule, {
      ...found,
      place: this.#locate(place),
      counterpart: counterpart ? this.#locate(counterpart) : null,
    });
  }

  #push(rule: Rule, { place, counterpart, args, variant, fix, ...found }: Located): void {
    const { severity: chosen } = this.#settingOf(rule);
    if (chosen === 'off') return;
    const severity = weaker(chosen, found.severity ?? chosen);
    this.#findings.push({
      rule: rule.id,
      severity,
      variant: variant ?? null,
      place,
      counterpart: counterpart ?? null,
      args: shortened(args ?? {}),
      fix: fix ?? null,
    });
  }

  #locate(place: Place): Finding['place'] {
    return locate(place, this.#textOf(place.file), this.#documents.get(place.file));
  }

  #textOf(file: string): LinedText {
    return this.#texts.get(file) ?? linedText('');
  }
}

type Located = Omit<Parameters<Report>[0], 'place' | 'counterpart'> & {
  readonly place: LocatedPlace;
  readonly counterpart?: LocatedPlace | null;
};

function weaker(a: Severity, b: Severity): Severity {
  return rank[a] < rank[b] ? a : b;
}

function looksAtBoth(rule: string): boolean {
  return findRule(rule)?.scope !== 'text';
}
