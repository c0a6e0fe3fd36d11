import { splitFrontMatter } from '#hiring/postings/loader';
import type { Document, Span } from '#hiring/prose';
import { z } from 'zod';
import type { Finding, Place } from '../model.ts';
import { nearestName, rulesNamed } from '../rules/index.ts';
import { type SwitchComment, yamlComments } from './switch-comments.ts';
import type { SourceText } from './pair-sources.ts';

/** A part of a file in which a rule is switched off. */
export type Switch = {
  /** An id, or a family. */
  readonly rule: string;
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** Switched off in the front matter: for everything that concerns this file. */
  readonly wholeFile: boolean;
  /** Where it is written. */
  readonly span: Span;
};

/** Something wrong with a switch, found while reading it. */
export type SwitchProblem = {
  readonly rule: string;
  readonly variant?: string;
  readonly place: Place;
  readonly args: Finding['args'];
};

type Reading = { readonly switches: Switch[]; readonly problems: SwitchProblem[] };

/** `<!-- tandem-disable-next a/b, c: reason -->`, `tandem-disable …`, `tandem-enable a/b`. */
const form = /^tandem-(disable-next|disable|enable)\s+([a-z0-9/,\s-]+?)\s*(?::\s*([\s\S]*))?$/;

/** Reads the switches of one posting file. */
export function readSwitches(document: Document): Reading {
  const reading: Reading = { switches: [], problems: [] };
  const frontMatter = document.source.slice(0, document.bodyStart);
  if (/^check\s*:/m.test(frontMatter)) readFrontMatter(document, reading);
  const inBody = document.comments.map(({ text, span }) => ({
    text: text.replaceAll(/^<!--|-->$/g, ''),
    span,
    nextEnd: () => endOfNext(document, span.end),
  }));
  readComments(document, [...yamlComments(frontMatter), ...inBody], reading);
  return reading;
}

/** Reads the switches of a file of shared facts: `# tandem-disable-next a/b: reason`. */
export function readYamlSwitches(text: SourceText): Reading {
  const reading: Reading = { switches: [], problems: [] };
  readComments(text, yamlComments(text.source), reading);
  return reading;
}

function readComments(
  { file, source }: SourceText,
  comments: readonly SwitchComment[],
  { switches, problems }: Reading,
): void {
  const open = new Map<string, Span>();
  const close = (rule: string, to: number): boolean => {
    const span = open.get(rule);
    if (!span) return false;
    open.delete(rule);
    switches.push({ rule, file, from: span.start, to, wholeFile: false, span });
    return true;
  };
  for (const { text, span, nextEnd } of comments) {
    const said = text.trim();
    if (!said.startsWith('tandem-')) continue;
    const place = { file, span };
    const [, verb, names, reason = ''] = form.exec(said) ?? [];
    if (verb === undefined || names === undefined) {
      problems.push({ rule: 'check/bad-switch', variant: 'form', place, args: { text: said } });
      continue;
    }
    for (const rule of names.split(/[\s,]+/).filter((name) => name !== '')) {
      if (!isKnown(rule, place, problems)) continue;
      if (verb === 'enable') {
        if (close(rule, span.start)) continue;
        problems.push({ rule: 'check/bad-switch', variant: 'nothing-off', place, args: { rule } });
        continue;
      }
      if (reason.trim() === '') problems.push(withoutReason(rule, place));
      if (verb === 'disable') open.set(rule, span);
      else {
        switches.push({ rule, file, from: span.start, to: nextEnd(), wholeFile: false, span });
      }
    }
  }
  for (const rule of open.keys()) close(rule, source.length);
}

/** The end of the line on which the next block ends. */
function endOfNext(document: Document, offset: number): number {
  const next = document.blocks.find(({ span }) => span.start >= offset);
  const end = next?.span.end ?? document.source.length;
  const line = document.source.indexOf('\n', end);
  return line < 0 ? document.source.length : line;
}

const written = z.object({
  disable: z.array(z.object({ rule: z.string(), reason: z.string().default('') })),
});

function readFrontMatter(document: Document, { switches, problems }: Reading): void {
  const { file, source } = document;
  const split = splitFrontMatter(file, source);
  const value = split.ok ? (split.parts.yaml.value as Record<string, unknown>)['check'] : undefined;
  if (value === undefined) return;
  const parsed = written.safeParse(value);
  if (!parsed.success) {
    const place = { file, span: document.fieldSpan(['check']) ?? { start: 0, end: 0 } };
    problems.push({ rule: 'check/bad-switch', variant: 'front-matter', place, args: {} });
    return;
  }
  for (const [index, { rule, reason }] of parsed.data.disable.entries()) {
    const path = ['check', 'disable', index, 'rule'];
    const span = document.fieldSpan(path) ?? { start: 0, end: 0 };
    const place = { file, span };
    if (!isKnown(rule, place, problems)) continue;
    if (reason.trim() === '') problems.push(withoutReason(rule, place));
    switches.push({ rule, file, from: 0, to: source.length, wholeFile: true, span });
  }
}

function isKnown(rule: string, place: Place, problems: SwitchProblem[]): boolean {
  if (rulesNamed(rule).length > 0) return true;
  const near = nearestName(rule) ?? 'none';
  problems.push({ rule: 'check/unknown-rule', place, args: { rule, near } });
  return false;
}

function withoutReason(rule: string, place: Place): SwitchProblem {
  return { rule: 'check/missing-reason', place, args: { rule } };
}

/** Takes out what is switched off, and says which switches took out nothing. */
export function applySwitches(
  findings: readonly Finding[],
  switches: readonly Switch[],
  /** Rules that looked at both files: a switch of either whole file covers them. */
  looksAtBoth: (rule: string) => boolean,
): { kept: Finding[]; unused: Switch[] } {
  if (switches.length === 0) return { kept: [...findings], unused: [] };
  const used = new Set<Switch>();
  const kept = findings.filter((finding) => {
    const covering = switches.filter((one) => covers(one, finding, looksAtBoth));
    for (const one of covering) used.add(one);
    return covering.length === 0;
  });
  return { kept, unused: switches.filter((one) => !used.has(one)) };
}

function covers(one: Switch, finding: Finding, looksAtBoth: (rule: string) => boolean): boolean {
  const { rule, place, counterpart } = finding;
  if (one.rule !== rule && !rule.startsWith(`${one.rule}/`)) return false;
  if (one.wholeFile && looksAtBoth(rule)) return true;
  return [place, counterpart].some(
    (at) =>
      at !== null && at.file === one.file && at.span.start >= one.from && at.span.start <= one.to,
  );
}
