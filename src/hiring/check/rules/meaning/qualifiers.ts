import type { Lang } from '#platform/i18n';
import { qualifyingWords } from './qualifying-words.ts';

const forms: Record<Lang, RegExp> = {
  en: /(?:[^i]ve|ial|nal|ral|tal|ual|cal|ic|ous|able|ible|ary|ful|less|[^m]ent|ant|ical|ular|oral|[^i]ly)$/,
  fr: /(?:i(?:f|ve)s?|(?:ion|n)n?el(?:le)?s?|[^v]al(?:e|es)?|[^e]aux|iques?|eu(?:x|ses?)|ables?|ibles?|[^m]entes?|antes?|[tn]aires?)$/,
};

/** Words with the ending of an adjective that are mostly nouns or verbs, or say too little. */
const not: Record<Lang, ReadonlySet<string>> = {
  en: new Set(
    `serve involve diverse positive individual proposal approval material potential general principal
    final topic logic traffic fabric music clinic table cable variable enable government client
    agent student talent patient parent content event percent document summary salary library
    secretary february january glossary vocabulary participant applicant consultant assistant
    restaurant grant plant possible available able five give live drive objective initiative
    executive perspective archive strive thrive receive alternative narrative detective motive
    active achieve actual several particular various capable goal deal meal journal portal canal
    capital hospital animal signal trial rental journey total manual typical basic important
    significant relevant different excellent present intent extent ideal real senior improve solve
    above observe believe leave move love save have preserve reserve deserve resolve evolve drove
    curve nerve sleeve glove prove approve remove relieve reprieve grieve weave wave cave brave
    family supply apply reply multiply assembly anomaly july italy early likely only rely comply
    imply daily largely really recently currently exactly simply equally especially highly truly
    finally generally usually probably preferably public meant certainly totally merely nearly fully
    want relevant instant tenant servant lieutenant merchant defendant accountant attendant
    advertisement agreement movement comment moment department treatment statement investment
    rent spent sent cent scent agent orient urgent current intelligent independent consent accent
    incident accident president resident precedent fluent respondent talent tangent comfortable
    impossible absent fabulous amazing marvelous tremendous enormous fantastic`.split(/\s+/),
  ),
  fr: new Set(
    `communique communiques pratique pratiques susceptible susceptibles nombreux nombreuse
    nombreuses prioritaire prioritaires superieur superieure positif objectif objectifs dispositif
    effectif effectifs archives motif tarif personnel personnels appel logiciel logiciels materiel
    general generale principal principale principaux principales total journal canal travaux
    niveaux nouveaux locaux canaux reseaux tableaux bureaux politique politiques informatique
    logique clinique mieux ceux deux jeux lieux eux milieux responsable responsables possible
    possibles capable capables table tables ensemble disponible disponibles partenaire partenaires
    fonctionnaire fonctionnaires salaire salaires commentaire commentaires formulaire inventaire
    proprietaire stagiaire gestionnaire gestionnaires dictionnaire secretaire notaire questionnaire
    destinataire intermediaire titulaire necessaire necessaires complementaire supplementaire
    important importante importants importantes different differente differents differentes suivant
    suivante suivants suivantes actuel actuelle actuels actuelles excellente excellentes excellents
    reel reelle idealement initiative initiatives perspective perspectives rive derniere entente
    ententes attente attentes patiente candidate autochtones candidats courante relative relatives
    detente variable variables vente ventes presente presentes represente augmente documente
    oriente content contente tente rente pente plante chante avante enfante implante commandante
    musique boutique republique amerique explique applique implique replique indique linguistique linguistiques fabrique critique
    realiste specialiste qualites desireux desireuse desireuses soucieux valable valables agreable
    formidable comfortable ouvriere carriere matiere maniere derniers axe axes reparti
    technologique technologiques impossible impossibles absent absente absents absentes
    destinataires utilisable utilisables`.split(/\s+/),
  ),
};

const feminines = [
  [/if$/, 'ive'],
  [/eux$/, 'euse'],
  [/(l|n)$/, '$1$1e'],
  [/er$/, 'ere'],
  [/c$/, 'que'],
  [/teur$/, 'trice'],
] as const;

const listed: Record<Lang, ReadonlySet<string>> = {
  en: new Set(qualifyingWords.en.split(/\s+/)),
  fr: new Set(qualifyingWords.fr.split(/\s+/).flatMap(inflected)),
};

/** What an adjective becomes in the feminine and the plural: "inclusif", "inclusives". */
function inflected(word: string): string[] {
  const plural = word.endsWith('al') ? `${word.slice(0, -1)}ux` : `${word}s`;
  if (word.endsWith('e')) return [word, plural];
  const change = word.endsWith('al') ? undefined : feminines.find(([end]) => end.test(word));
  const feminine = change ? word.replace(change[0], change[1]) : `${word}e`;
  return [word, plural, feminine, `${feminine}s`];
}

/** Whether a word narrows what another says ("inclusive", "bilingue"), as far as its form tells. */
export function isQualifier(lang: Lang, folded: string): boolean {
  if (listed[lang].has(folded)) return true;
  return folded.length >= 5 && forms[lang].test(folded) && !not[lang].has(folded);
}

/** Words that say too little elsewhere, and much before "experience" or "days". */
const beside: Record<Lang, { readonly words: RegExp; readonly after: RegExp }> = {
  en: {
    words: /^(?:significant|important|recent|strong|extensive|solid|business|working|calendar)$/,
    after: /^ (?:(?:and|or) \p{L}+ )?(?:experience|days)(?!\p{L})/iu,
  },
  fr: { words: /^(?:vaste|solide|bonne|riche)$/, after: /^ expérience(?!\p{L})/iu },
};

export function qualifiesBeside(
  lang: Lang,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const { words, after } = beside[lang];
  return words.test(text.slice(start, end).toLowerCase()) && after.test(text.slice(end, end + 24));
}

const verbal: Record<Lang, { readonly before: RegExp; readonly after: RegExp | null }> = {
  en: {
    before: /(?<!\p{L})(?:be|been|being|have|has|had|['’]ve|to) (?:not |\p{L}+ly )?$/iu,
    after: /^ (?:it|them|the|an?|your|this|these|our|to|us)(?!\p{L})/iu,
  },
  fr: {
    before:
      /(?<!\p{L})(?:avez|avons|avoir|ont|ai|ayant|ayez|a|été|ne|n['’]|se|s['’]|qui|il|elle) (?:pas |déjà |bien )?$/iu,
    after: null,
  },
};

/** "Close it at noon", "ce que vous avez écrit": forms of verbs that are adjectives elsewhere. */
export function actsAsVerb(
  lang: Lang,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const { before, after } = verbal[lang];
  return (
    before.test(text.slice(Math.max(0, start - 20), start)) ||
    (after?.test(text.slice(end, end + 8)) ?? false)
  );
}
