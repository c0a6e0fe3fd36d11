import type { PairRule, PairUnderCheck, Severity } from '#hiring/check';
import type { ProcessFacts } from '#hiring/postings';
import { type Document, ofLatest, perBlock } from '#hiring/prose';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { topOf } from '../support/places.ts';
import { proseBlocks } from '../support/prose-text.ts';

/** What an advertisement should say, and how to see that it does. */
type Element = {
  readonly name: string;
  readonly severity: Severity;
  readonly facts: (facts: ProcessFacts) => boolean;
  readonly prose: Localized<RegExp>;
};

/*
 * A safe superset of the contents that the appointment policy asks for. Only what candidates cannot
 * do without is a warning.
 */
const elements: readonly Element[] = [
  {
    name: 'organization',
    severity: 'info',
    facts: ({ unit }) => unit !== undefined,
    prose: {
      en: /\b(?:Department|Agency|Commission|Service|Services|Board|Office|Secretariat|Council|Centre|Ministry|Organization)\b/,
      fr: /(?<!\p{L})(?:Ministère|Agence|Commission|Services?|Conseil|Bureau|Secrétariat|Centre|Office|Organisation)(?!\p{L})/u,
    },
  },
  {
    name: 'classification',
    severity: 'info',
    facts: ({ classification }) => classification !== undefined,
    prose: { en: /\b[A-Z]{2,4}[- ‑–]?0?\d{1,2}\b/, fr: /\b[A-Z]{2,4}[- ‑–]?0?\d{1,2}\b/ },
  },
  {
    name: 'location',
    severity: 'info',
    facts: ({ locations, workMode }) => locations !== undefined || workMode === 'remote',
    prose: {
      en: /\b(?:anywhere in|remote(?:ly)?|hybrid|located|location|our office|on[- ]site|telework|based in)\b|\b(?:Ottawa|Gatineau|Montr[eé]al|Toronto|Halifax|Vancouver|Winnipeg|Calgary|Edmonton|Qu[eé]bec)\b/i,
      fr: /n’importe où|n'importe où|à distance|hybride|sur place|lieu de travail|télétravail|(?<!\p{L})(?:bureau|Ottawa|Gatineau|Montréal|Toronto|Halifax|Vancouver|Winnipeg|Calgary|Edmonton|Québec)(?!\p{L})/iu,
    },
  },
  {
    name: 'who-can-apply',
    severity: 'info',
    facts: ({ whoCanApply }) => whoCanApply !== undefined,
    prose: {
      en: /\b(?:who can apply|open to|citizens?|permanent residents?|eligible to apply|anyone (?:can|may) apply|all (?:candidates|applicants))\b/i,
      fr: /(?<!\p{L})(?:qui peut postuler|ouverte?s? (?:à|au|aux)|citoyen\p{L}*|citoyenneté|résidents? permanents?|résidence permanente|tou(?:te)?s les (?:candidat|personne)\p{L}*)/iu,
    },
  },
  {
    name: 'tenure',
    severity: 'info',
    facts: ({ tenure }) => tenure !== undefined,
    prose: {
      en: /\b(?:indeterminate|permanent (?:position|role|job)|term (?:position|role|employment|of)|fixed[- ]term|casual|student|secondment|interchange|\d+[- ](?:month|year)s?|(?:one|two|three)[- ]year|temporary)\b/i,
      fr: /durée (?:in)?déterminée|poste permanent|occasionnel|étudiant|détachement|affectation|temporaire|stage|d’une durée|pour une période/iu,
    },
  },
  {
    name: 'number-of-positions',
    severity: 'info',
    facts: ({ seats }) => seats !== undefined,
    prose: {
      en: /\b(?:\d+|an?|one|two|three|four|five|six|several|multiple|this|the|our next) (?:[\w-]+ ){0,5}(?:positions?|roles?|seats?|vacanc(?:y|ies)|developers?|designers?|advis[eo]rs?|managers?|officers?|analysts?|practitioners?|leads?|assistants?|coordinators?|specialists?|researchers?|engineers?)\b/i,
      fr: /(?<!\p{L})(?:\d+|une?|deux|trois|quatre|cinq|six|plusieurs|ce|cet|cette|le|la) (?:[\p{L}·’-]+ ){0,4}(?:postes?|rôles?|développeu\p{L}+|concept\p{L}+|conseill\p{L}+|gestionnaires?|analystes?|praticien\p{L}*|chef\p{L}*|adjoint\p{L}*|coordonna\p{L}+|spécialistes?|chercheu\p{L}+|responsables?)/iu,
    },
  },
  {
    name: 'merit-criteria',
    severity: 'info',
    facts: () => false,
    prose: {
      en: /\b(?:you (?:must|have|should|need|will need|are|can|know|bring)|you’ll|you’ve|qualifications?|requirements?|required|essential|experience (?:in|with|of)|we(?:’re| are) looking for|able to)\b/i,
      fr: /(?<!\p{L})(?:vous (?:devez|devrez|avez|possédez|êtes|serez|savez|pouvez|connaissez)|qualifications?|exigences?|exigée?s?|essentiel\p{L}*|expérience|être en mesure|recherchons|capacité)/iu,
    },
  },
  {
    name: 'language-requirement',
    severity: 'warning',
    facts: ({ seats }) => seats !== undefined,
    prose: {
      en: /\bbilingual(?:ism)?\b|\b(?:English|French)\b|language (?:requirements?|profile)|official languages?|\b[ABCE]{3}\b/i,
      fr: /bilingu\p{L}+|(?<!\p{L})(?:anglais|français)(?!\p{L})|(?:exigences?|profil)[^.]{0,20} linguistiques?|langues? officielles?|\b[ABCE]{3}\b/iu,
    },
  },
  {
    name: 'closing-date',
    severity: 'warning',
    facts: ({ closesAt, evergreen }) => closesAt !== null || evergreen,
    prose: {
      en: /\bclos(?:es?|ing)\b[^.]{0,60}\d|\bclosing date|(?:apply|applications?|submit|received)[^.]{0,60}\b(?:by|before|until|no later than)\b[^.]{0,30}\d|\bdeadline\b|no (?:closing date|deadline)|at any time|year[- ]round|ongoing basis|accepting applications/i,
      fr: /date limite|date de clôture|(?:jusqu’au|avant le|au plus tard|d’ici le)[^.]{0,30}\d|en tout temps|toute l’année|en continu|aucune date|(?:se termine|prend fin|ferme)[^.]{0,30}\d/iu,
    },
  },
  {
    name: 'how-to-apply',
    severity: 'info',
    facts: () => false,
    prose: {
      en: /\bappl(?:y|ying|ications?)\b|\bsend (?:us )?your\b|\bsubmit\b/i,
      fr: /postul\p{L}+|candidatures?|(?<!\p{L})(?:envoyez|soumettez|transmettez|faites(?:-nous)? parvenir)/iu,
    },
  },
  {
    name: 'accommodation',
    severity: 'warning',
    facts: () => false,
    prose: {
      en: /\baccommodat(?:ion|ions|e|ed)\b|adaptive measures?/i,
      fr: /mesures? d[’']\s?adaptation|adaptations?(?= |@)/iu,
    },
  },
  {
    name: 'preference-statement',
    severity: 'info',
    facts: () => false,
    prose: {
      en: /\b(?:preference|priority (?:entitlement|persons?|rights?)|veterans?[^.]{0,60}(?:first|before|prefer|priority))/i,
      fr: /(?<!\p{L})préférence|droits? de priorité|bénéficiaires? de priorité|(?:vétéran|ancien\p{L}* combattant)\p{L}*[^.]{0,60}(?:abord|priorité)/iu,
    },
  },
  {
    name: 'pool-intent',
    severity: 'info',
    facts: () => false,
    prose: {
      en: /\bpools?\b|other (?:similar )?positions|similar positions|future (?:positions|vacancies)/i,
      fr: /(?<!\p{L})bassins?|postes? (?:semblables?|similaires?)|autres postes|répertoire/iu,
    },
  },
];

const plain = perBlock((block): string =>
  block.text.replaceAll(/[\u00A0\u202F]/g, ' ').replaceAll("'", '’'),
);

/** Which elements a block shows by itself. */
const shownIn = perBlock((block): readonly boolean[] =>
  elements.map(({ prose }) => prose[block.passage.lang].test(plain(block))),
);

function shows(document: Document, element: number): boolean {
  const isShown = proseBlocks(document).some(
    (block) => block.kind !== 'title' && shownIn(block)[element],
  );
  // Else two blocks may together: "Closing date" and, below it, the date.
  return isShown || elements[element]!.prose[document.lang].test(textOf(document));
}

/** The words of a document, without its title. */
const textOf = ofLatest((document: Document): string =>
  proseBlocks(document)
    .filter(({ kind }) => kind !== 'title')
    .map(plain)
    .join('\n'),
);

/** Whether a posting takes applications, so that its contents matter. */
export function isLive({ archived, facts }: PairUnderCheck, now: Date): boolean {
  if (archived) return false;
  return !facts?.closesAt || facts.closesAt > now;
}

/** One rule for each element, so that each can be configured. */
export const required: readonly PairRule[] = elements.map(({ name, severity, facts }, index) => ({
  id: `advertisement/missing-${name}`,
  severity,
  fixable: false,
  scope: 'pair',
  check(pair, context, report) {
    if (!isLive(pair, context.now) || (pair.facts && facts(pair.facts))) return;
    const missing = langs.filter((lang) => !shows(pair.documents[lang], index));
    const [first, second] = missing;
    if (!first) return;
    report({
      place: topOf(pair.documents[first]),
      counterpart: second ? topOf(pair.documents[second]) : null,
      variant: variantOf(missing),
    });
  },
}));

function variantOf(missing: readonly Lang[]): string {
  if (missing.length === 2) return 'both';
  return missing[0] === 'en' ? 'english' : 'french';
}
