import { type Block, linkWords } from '#hiring/prose';
import type { Localized } from '#platform/i18n';
import type { Compared } from './compare.ts';
import { type PartEvidence, partEvidence } from './evidence.ts';
import { type ClauseClues, clauseClues } from './missing-clause.ts';
import { judgedWords, missingMembers } from './missing-word.ts';

/** What speaks for something being left out of a part, as far as it is the same in every posting. */
export type Clues = {
  readonly clause: Localized<ClauseClues>;
  readonly evidence: PartEvidence;
  /** Places of the words, among those that are linked, that may be missing on the other side. */
  readonly judged: Localized<readonly number[]>;
  /** Places of members of enumerations that are missing there, though no translation of them is known. */
  readonly members: Localized<readonly number[]>;
};

export function cluesOf(part: Compared, blocks: Localized<Block>): Clues | null {
  const { en, fr } = part.parts;
  if (en.start === en.end || fr.start === fr.end) return null;
  const evidence = partEvidence(blocks, part.parts, linkWords(part.ownWords));
  return {
    clause: { en: clauseClues(part, blocks, 'en'), fr: clauseClues(part, blocks, 'fr') },
    evidence,
    judged: { en: judgedWords(evidence, 'en'), fr: judgedWords(evidence, 'fr') },
    members: { en: missingMembers(evidence, 'en'), fr: missingMembers(evidence, 'fr') },
  };
}
