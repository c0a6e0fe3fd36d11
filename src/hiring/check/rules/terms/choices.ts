import type { Lang } from '#platform/i18n';

/** A word that is not the right one. Its reason is the message `<rule>.message.<id>`. */
export type Choice = {
  readonly id: string;
  readonly lang: Lang;
  readonly find: string;
  readonly needs: string;
  readonly better: string;
};

/** Words of hiring in the public service. */
export const fieldChoices: readonly Choice[] = [
  {
    id: 'accommodation', lang: 'fr', needs: 'ébergement', better: 'mesure d’adaptation',
    // Web hosting and rooms for travellers are meant literally.
    find: String.raw`(?<!(?:frais|repas|transport|[Ss]ervices?|coûts?|voyages?|déplacements?|réservations?)[^.!?]{0,60})hébergements?(?![^.!?]{0,60}(?:[Ww]eb|nuag|sites?|serveur|données|applica|plateforme|logiciel|voyage|hôtel|repas|transport|déplacement))`,
  },
  {
    id: 'accommodement', lang: 'fr', needs: 'ccommodement', better: 'mesure d’adaptation',
    find: 'accommodements?',
  },
  {
    id: 'application', lang: 'fr', needs: 'pplication', better: 'candidature',
    find: String.raw`(?<=(?:soumett\p{L}+|envo\p{L}+|présent\p{L}+|rempli\p{L}*|dépos\p{L}+|transmett\p{L}+)\s(?:votre|vos|une|l’|l'|la|leur|sa|notre)\s?)applications?(?!\sde\s(?:la|cette|ces)|\s(?:mobile|web|logicielle))|(?<=(?:[Vv]otre|[Vv]os)\s)applications?(?=\s(?:sera|seront|doit|doivent|a été|avant|d’ici|en ligne|complète))|formulaires?\sd[’']application|lettres?\sd[’']application`,
  },
  { id: 'resume', lang: 'fr', needs: 'résumé', better: 'CV', find: String.raw`(?<=(?:[Vv]otre|un|le|[Vv]os|leur|son)\s)résumés?(?=\s(?:et|ou|à jour|à\s|en\s|avant|par|ci-joint)|[.,;])` },
  { id: 'posting', lang: 'fr', needs: 'osting', better: 'affiche d’emploi, offre d’emploi', find: 'postings?|job\\spostings?' },
  { id: 'interview', lang: 'fr', needs: 'nterview', better: 'entrevue', find: String.raw`interviews?(?!\p{L})` },
  { id: 'deadline', lang: 'fr', needs: 'eadline', better: 'date limite', find: 'deadlines?' },
  { id: 'full-time', lang: 'fr', needs: 'à plein', better: 'à temps plein', find: String.raw`à\splein\stemps` },
  { id: 'telework', lang: 'fr', needs: 'à la maison', better: 'télétravail', find: String.raw`travail(?:ler)?\sà\sla\smaison` },
  { id: 'equity', lang: 'fr', needs: 'quité ', better: 'équité en matière d’emploi', find: String.raw`équité\s(?:d[’']|en\s|à\sl[’'])emploi` },
  { id: 'aboriginal-people', lang: 'fr', needs: 'ndien', better: 'Autochtones', find: String.raw`(?:les|des|aux)\sIndiens` },
  { id: 'handicapped', lang: 'en', needs: 'andicapped', better: 'persons with disabilities', find: 'handicapped' },
  { id: 'mother-tongue', lang: 'en', needs: 'ative', better: 'fluent', find: String.raw`native\s(?:English|French)?\s?speakers?` },
  { id: 'handicapes', lang: 'fr', needs: 'andicapé', better: 'personnes handicapées, personnes en situation de handicap', find: String.raw`(?<=(?:les|des|aux)\s)handicapés` },
]; // prettier-ignore

/** Words and turns that came over from English. */
export const anglicisms: readonly Choice[] = [
  { id: 'adresser', lang: 'fr', needs: 'dresse', better: 'traiter, régler, s’attaquer à', find: String.raw`adress(?:er|ez|ent|era|eront)\s(?:un|une|des|les|le|la|ces|ce|cet|cette|l[’']|d[’'])\s?(?:enjeux?|problèmes?|défis?|problématiques?|questions?|besoins?|lacunes?|préoccupations?|obstacles?|risques?)` },
  { id: 'a-date', lang: 'fr', needs: ' date', better: 'jusqu’à présent', find: String.raw`(?:jusqu[’'])?à\sdate(?!\s(?:fixe|précise|limite|déterminée))` },
  { id: 'opportunite', lang: 'fr', needs: 'pportunité', better: 'possibilité, occasion', find: String.raw`opportunités?(?!\s(?:de\sla\smesure|d[’']une\smesure))` },
  { id: 'definitivement', lang: 'fr', needs: 'finitivement', better: 'certainement, assurément', find: 'définitivement' },
  { id: 'eligible', lang: 'fr', needs: 'ligible', better: 'admissible', find: String.raw`éligibles?|éligibilité` },
  { id: 'senior', lang: 'fr', needs: 'enior', better: 'principal, principale', find: String.raw`(?<=\p{L}\s)[Ss]eniors?` },
  { id: 'supporter', lang: 'fr', needs: 'upporte', better: 'appuyer, soutenir', find: String.raw`support(?:er|ez|ent)\s(?:les|des|nos|vos|leurs?|l[’']|la|le)\s?(?:équipes?|membres?|collègues?|gestionnaires?|ministères?|clients?|partenaires?|employé\p{L}*|développement|croissance|adoption|initiatives?|projets?|travail|mise)` },
  { id: 'initier', lang: 'fr', needs: 'nitie', better: 'lancer, entreprendre, amorcer', find: String.raw`initi(?:er|ez)\s(?:un|une|des|le|la|les)\s(?:projets?|processus|discussions?|démarches?|conversations?|changements?|dialogues?)` },
  { id: 'implementer', lang: 'fr', needs: 'mplément', better: 'mettre en œuvre', find: String.raw`implément(?:er|ez|ons|ation|ations|ant|é\p{L}*)` },
  { id: 'canceller', lang: 'fr', needs: 'ancell', better: 'annuler', find: String.raw`cancell(?:er|ation|é\p{L}*)` },
  { id: 'focus', lang: 'fr', needs: 'ocus', better: 'accent, priorité, se concentrer', find: String.raw`(?:le|un)\sfocus|focuss?er|focus\ssur` },
  { id: 'meeting', lang: 'fr', needs: 'eeting', better: 'réunion', find: 'meetings?' },
  { id: 'feedback', lang: 'fr', needs: 'eedback', better: 'rétroaction, commentaires', find: 'feedbacks?' },
  { id: 'leader-sur', lang: 'fr', needs: 'leader', better: 'diriger, mener', find: String.raw`leader\s(?:un|une|des|le|la|les)\s` },
  { id: 'au-niveau-de', lang: 'fr', needs: 'au niveau', better: 'en ce qui concerne, sur le plan de', find: String.raw`au\sniveau\sdes?\s(?:communications?|relations|finances|ressources|compétences|processus|technologies?)` },
  { id: 'faire-du-sens', lang: 'fr', needs: 'du sens', better: 'avoir du sens, être logique', find: String.raw`fai(?:t|re|sant|sait)\sdu\ssens` },
  { id: 'prendre-place', lang: 'fr', needs: ' place ', better: 'avoir lieu', find: String.raw`(?:prendra|prendront|prend|prennent)\splace\s(?:le|en|à|du|au)` },
  { id: 'en-charge-de', lang: 'fr', needs: 'en charge', better: 'responsable de, chargé de', find: String.raw`(?<!pri(?:s|se|ses)\s)(?<=(?:être|est|êtes|serez|sera|personne|personnes)\s)en\scharge\s(?:de|du|des|d[’'])` },
  { id: 'solutionner', lang: 'fr', needs: 'olutionn', better: 'résoudre, régler', find: String.raw`solutionn(?:er|ez|ons|ant|é\p{L}*)` },
  { id: 'sauver-temps', lang: 'fr', needs: 'auver', better: 'gagner du temps, économiser', find: String.raw`sauver\s(?:du\stemps|de\sl[’']argent|des\scoûts)` },
  { id: 'impacter', lang: 'fr', needs: 'mpact', better: 'toucher, avoir une incidence sur', find: String.raw`impact(?:er|é|ée|és|ées|ent|ant|ons|ez)(?!\p{L})` },
  { id: 'droits-homme', lang: 'fr', needs: 'homme', better: 'droits de la personne', find: String.raw`[Dd]roits\sde\sl[’']homme` },
  { id: 'agressif', lang: 'fr', needs: 'gressif', better: 'ambitieux, serré', find: String.raw`(?:échéanciers?|délais?|calendriers?|objectifs?)\sagressifs?` },
]; // prettier-ignore
