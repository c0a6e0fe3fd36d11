import { createHash } from 'node:crypto';
import type { Localized } from '#platform/i18n';
import { readFacts } from '../loader/facts.ts';
import { type Half, readHalf } from '../loader/half.ts';
import type { Pair } from '../loader/pair.ts';
import { plainLines, readYaml } from '../loader/yaml.ts';
import type { ProcessFacts } from '#hiring/process-facts';

/** The exact text of everything that makes an advertised posting. */
export type VersionSources = Localized & {
  /** Text of the file of shared facts, where there was one. */
  readonly process: string | null;
};

/**
 * Name of a version: SHA-256, in lower-case hexadecimal, of the UTF-8 bytes of
 * `JSON.stringify(["tandem-posting-1", en, fr, process])`, where each is the file's text exactly
 * (line ends and byte-order mark included) and `process` is null without a shared file.
 * Anyone with the files can compute it again, in any language.
 */
export function versionHash({ en, fr, process }: VersionSources): string {
  const canonical = JSON.stringify(['tandem-posting-1', en, fr, process]);
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

const hashes = new WeakMap<Half, { fr: Half; process: string | null; hash: string }>();

/** The version of a pair read from files. Halves outlive reloads, so most are looked up. */
export function versionOf({ halves: { en, fr }, factsFile }: Pair): string {
  const process = factsFile?.source ?? null;
  const known = hashes.get(en);
  if (known?.fr === fr && known.process === process) return known.hash;
  const hash = versionHash({ en: en.source, fr: fr.source, process });
  hashes.set(en, { fr, process, hash });
  return hash;
}

/** The sources of a pair read from files. */
export function sourcesOf({ halves, factsFile }: Pair): VersionSources {
  return { en: halves.en.source, fr: halves.fr.source, process: factsFile?.source ?? null };
}

/**
 * Reads recorded sources again. `null` where today's rules no longer accept one of the texts. Facts
 * that today's rules no longer accept are left out: the texts stand without them.
 */
export function readVersion(sources: VersionSources, files: Localized): Pair | null {
  const { half: en } = readHalf('en', files.en, sources.en);
  const { half: fr } = readHalf('fr', files.fr, sources.fr);
  if (!en || !fr) return null;
  const facts = readShared(sources.process) ?? en.facts?.facts ?? fr.facts?.facts ?? null;
  return {
    translationKey: en.translationKey,
    halves: { en, fr },
    facts,
    factsFile: sources.process === null ? null : { file: '', source: sources.process },
    archived: en.archived || fr.archived,
    draft: en.draft || fr.draft,
  };
}

function readShared(source: string | null): ProcessFacts | null {
  if (source === null) return null;
  const read = readYaml(plainLines(source), 1);
  return read.ok ? readFacts('', read.yaml, []).facts : null;
}
