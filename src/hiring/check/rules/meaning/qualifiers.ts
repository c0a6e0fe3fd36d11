import type { Lang } from '#platform/i18n';

const forms: Record<Lang, RegExp> = {
  en: /(?:[^i]ve|ial|nal|ral|tal|ual|cal|ic|ous|able|ible|ary|ful|less|[^m]ent|ant|ical|ular|oral)$/,
  fr: /(?:i(?:f|ve)s?|(?:ion|n)n?el(?:le)?s?|[^v]al(?:e|es)?|[^e]aux|iques?|eu(?:x|ses?)|ables?|ibles?|[^m]entes?|antes?|[tn]aires?)$/,
};

/** Words with the ending of an adjective that are mostly nouns or verbs, or say too little. */
const not: Record<Lang, ReadonlySet<string>> = {
  en: new Set(
    `serve involve diverse positive individual   proposal approval material potential general principal final
    topic  logic traffic fabric music clinic table cable variable enable government client
    agent student talent patient parent content event percent document summary salary library
    secretary february january glossary vocabulary participant applicant consultant assistant
    restaurant grant plant possible  available able five give live drive objective
    initiative executive perspective archive strive thrive receive  alternative narrative
    detective motive active achieve actual several particular various previous capable goal deal
    meal journal portal canal capital hospital animal signal trial rental journey total manual
      typical  basic   important significant relevant
    different current recent consistent  excellent present intent extent 
     ideal real  real-time    senior`.split(/\s+/),
  ),
  fr: new Set(
    `communique communiques pratiques susceptible susceptibles nombreux nombreuse
    nombreuses prioritaire prioritaires superieur superieure positif objectif objectifs dispositif effectif effectifs archives motif tarif personnel personnels
        appel logiciel logiciels materiel
    general generale principal principale principaux principales total journal canal travaux
    niveaux nouveaux locaux canaux reseaux tableaux bureaux   politique
    politiques      informatique logique clinique
      mieux ceux deux jeux lieux eux milieux responsable responsables
    possible possibles capable capables table tables ensemble disponible disponibles
    partenaire partenaires fonctionnaire fonctionnaires salaire salaires commentaire commentaires
    formulaire inventaire proprietaire stagiaire gestionnaire gestionnaires dictionnaire
    secretaire notaire questionnaire destinataire intermediaire interimaire titulaire
    necessaire complementaire supplementaire important importante importants importantes
    different differente differents differentes suivant suivante suivants suivantes actuel
    actuelle actuels actuelles     
      excellente excellentes excellents reel reelle idealement
      initiative initiatives perspective perspectives rive derniere
    entente ententes attente attentes patiente candidate autochtones candidats
     courante relative relatives detente variable variables`.split(/\s+/),
  ),
};

const more: Record<Lang, ReadonlySet<string>> = {
  en: new Set(
    `inclusive bilingual secure safe fair simple rapid remote agile indigenous transparent
    sustainable accessible modern written spoken confidential permanent temporary indeterminate
    paid unpaid international annual monthly weekly quarterly daily private mandatory optional
    respectful equitable open official national regional local qualitative quantitative`.split(
      /\s+/,
    ),
  ),
  fr: new Set(
    `inclusif inclusive inclusifs inclusives bilingue bilingues securitaire securitaires equitable
    equitables simple simples rapide rapides agile agiles autochtone transparent transparente
    durable durables accessible accessibles moderne modernes ecrit ecrite oral orale
    confidentiel confidentielle permanent permanente temporaire indeterminee remunere remuneree
    international internationale annuel annuelle prive privee obligatoire facultatif
    respectueux respectueuse officiel officielle national nationale regional regionale
    qualitatif quantitatif qualitative quantitative`.split(/\s+/),
  ),
};

/** Whether a word narrows what another says ("inclusive", "bilingue"), as far as its form tells. */
export function isQualifier(lang: Lang, folded: string): boolean {
  if (more[lang].has(folded)) return true;
  return folded.length >= 5 && forms[lang].test(folded) && !not[lang].has(folded);
}
