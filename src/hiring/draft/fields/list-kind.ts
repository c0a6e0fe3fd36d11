import type { Document, List } from '#hiring/prose';
import type { Lang } from '#platform/i18n';

/** What the words above a list make of its items. */
export type ListKind = 'essential' | 'asset' | 'duties';
/** `strong`: the words name criteria; else they only describe the person who is sought. */
export type KindOfList = { readonly kind: ListKind; readonly strong: boolean };

type Cue = KindOfList & { readonly words: Readonly<Record<Lang, RegExp>> };

/** In the order in which they are tried. */
const cues: readonly Cue[] = [
  { kind: 'asset', strong: true, words: {
    en: /\bassets?\b|nice[- ]to[- ]have|preferred|desirable|bonus|may also have|would be a plus|additional (?:knowledge|skills)/iu,
    fr: /\batouts?(?!\p{L})|souhait|préfér|pourriez aussi avoir|supplémentaires/iu,
  } },
  { kind: 'duties', strong: true, words: {
    en: /responsibilit|\bduties\b|tasks|what you(?:['’]ll| will) (?:do|be doing)|accomplish|day-to-day|opportunity to|in this role,? you|at \p{L}+, you will be able to|able to learn/iu,
    fr: /responsabilit|tâches|fonctions|missions|vos activités|vous aurez l['’]occasion|dans ce rôle,? vous|au \p{L}+, vous pourrez|capacité d['’]apprendre/iu,
  } },
  { kind: 'essential', strong: true, words: {
    en: /requirements?|essential|must[- ]haves?|you must|qualifications|mandatory|evaluate|what we(?:['’]re| are) looking for|skills? (?:sets? )?(?:we|required|needed|you)|skill sets|ideal candidate|(?:excellent|great|strong|successful|right) candidate|criteria|you need to have|be assessed on|what you(?:['’]ll)? (?:bring|need)|who you are/iu,
    fr: /exigences?|essenti|indispensables?|vous devez (?:avoir|être|posséder)|qualifications|obligatoires?|évalu|compétences (?:\p{L}+ )?(?:que nous|recherch|requis)|candidat(?:e|ure)?\p{L}*·?e? (?:idéal|recherch)|excellent(?:e|\(e\))? candidat|critères|nos attentes|ce poste est (?:fait )?pour vous|ce que nous recherchons|profil recherché/iu,
  } },
  { kind: 'duties', strong: false, words: {
    en: /(?:someone|person|people|candidate) (?:who|that) will|you(?:['’]ll| will)(?: also)?\s*:?$|you will be (?:responsible|working)/iu,
    fr: /(?:personne|quelqu['’]un|\(ne\)) (?:qui|pour) (?:saura|effectuera|les tâches|sera|triera|pourra)|vous (?:allez|serez|devrez|pourrez)|devrez également|comprennent/iu,
  } },
  { kind: 'essential', strong: false, words: {
    en: /fit (?:right )?in if|(?:person|people|someone) who|you(?:['’]re| are| have)\s*:?$|if you(?:['’]re| are| have)|great fit|we(?:['’]re| are) (?:interested in|looking for)/iu,
    fr: /(?:personne|quelqu['’]un) qui|profil parfait|bonne personne si|vous (?:êtes|avez)|nous recherchons/iu,
  } },
]; // prettier-ignore

function kindOf(text: string, lang: Lang): KindOfList | null {
  return cues.find(({ words }) => words[lang].test(text)) ?? null;
}

/** The kind of a list, from its introduction, else from the heading above it. */
export function kindOfList(document: Document, list: List): KindOfList | null {
  const textOf = (id: number | null | undefined): string =>
    (id === null || id === undefined ? '' : document.blocks[id]?.text) ?? '';
  const { lang } = document;
  const first = document.blocks[list.items[0] ?? -1];
  if (!first) return null;
  const before = document.blocks[first.id - 1];
  const isShort = before?.kind === 'paragraph' && before.text.length < shortText;
  const introduction = textOf(list.introduction ?? (isShort ? before.id : null));
  const own = introduction === '' ? null : kindOf(lastWords(introduction), lang);
  if (own) return own;
  const heading = document.sections[first.section]?.heading ?? null;
  return kindOf(textOf(heading), lang) ?? kindOf(aboveHeadings(document, heading), lang);
}

const shortText = 160;

/** What introduces several headings with their lists: a short paragraph just before the first. */
function aboveHeadings(document: Document, heading: number | null): string {
  if (heading === null) return '';
  for (let id = heading - 1; id > 0; id -= 1) {
    const { kind, text } = document.blocks[id]!;
    if (kind !== 'paragraph') continue;
    const isIntroduction = text.endsWith(':') && document.blocks[id + 1]?.kind === 'heading';
    return isIntroduction ? text : '';
  }
  return '';
}

/** A long paragraph introduces a list with its last words only. */
function lastWords(text: string): string {
  return text.length < shortText ? text : text.slice(-120);
}
