import type { Localized } from '#platform/i18n';

/** Decisions that do not follow from what someone wrote; the words go to the candidate. */
export const otherDecisions = {
  repeated: {
    reason: 'repeated',
    words: {
      en: 'You sent us two applications. We kept the later one, which has your updated résumé, and are assessing that one. There is nothing for you to do.',
      fr: 'Vous nous avez envoyé deux candidatures. Nous avons conservé la plus récente, qui contient votre curriculum vitæ à jour, et c’est celle que nous évaluons. Vous n’avez rien à faire.',
    },
  },
  notInArea: {
    reason: 'not-in-area-of-selection',
    words: {
      en: 'This process was open only to the people named under “Who can apply”, and your application does not place you among them. If we misread it, please write to us: we will look again.',
      fr: 'Ce processus s’adressait uniquement aux personnes décrites sous « Qui peut postuler », et votre candidature ne permet pas de conclure que vous en faites partie. Si nous l’avons mal lue, écrivez-nous : nous la reverrons.',
    },
  },
  readAgain: {
    reason: 'equivalent-experience',
    words: {
      en: 'You answered our decision with two examples from your work as a volunteer. We read your application again with them in mind, and they show the experience that we had missed. You are screened in after all. Thank you for writing.',
      fr: 'Vous avez répondu à notre décision par deux exemples tirés de votre bénévolat. Nous avons relu votre candidature à leur lumière, et ils démontrent l’expérience qui nous avait échappé. Votre candidature est finalement retenue à la présélection. Merci de nous avoir écrit.',
    },
  },
} as const satisfies Record<string, { reason: string; words: Localized }>;

/** What stands in the note between a decision and its change, in the manager’s language. */
export const readAgainNote =
  'Réponse reçue par courriel : deux exemples de bénévolat, dates et références à l’appui. La décision est à revoir; j’en ai parlé avec l’équipe.';

/** Notes among staff, in the language of who writes them: they hold for anyone’s application. */
export const notes: Localized<readonly string[]> = {
  fr: [
    'Le curriculum vitæ ne dit pas la taille de l’équipe; à demander en entrevue.',
    'Exemple très parlant. À garder pour la formation du comité d’évaluation (sans le nom).',
    'A demandé par téléphone quand sortiraient les résultats. J’ai dit : d’ici la fin du mois.',
    'Disponible après les Fêtes seulement.',
    'Relu deux fois : l’exemple tient la route, chiffres compris.',
  ],
  en: [
    'Asked whether the interview could be by telephone, without a camera. It can.',
    'Second reader agrees. Strong on coaching, lighter on procurement.',
    'Phoned to ask whether a part-time arrangement is possible. I said we would discuss it with everyone who is screened in.',
    'The dates in the résumé overlap; probably two part-time positions. Not a concern at this stage.',
    'Please keep for the pool if it is not this one.',
  ],
};
