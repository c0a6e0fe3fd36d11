import type { Localized } from '#platform/i18n';

/** What the sample manager says of one criterion: it holds for whatever the criterion is. */
type FindingWords = {
  met: readonly string[];
  equivalent: readonly string[];
  notMet: readonly string[];
  assetMet: readonly string[];
  assetNotMet: readonly string[];
};

export const findingWords: Localized<FindingWords> = {
  en: {
    met: [
      'Your example shows it, with what you did yourself and what came of it.',
      'Shown more than once in your answers.',
      'Shown clearly: we had nothing to guess.',
    ],
    equivalent: [
      'You came to it by another road than the one we describe. We accept that experience as equivalent.',
      'The title was another, the work was this one. We count it.',
    ],
    notMet: [
      'Your application does not show this yet. One example, with your own part in it and the result, would let us assess it.',
      'We looked for this in your answers and in your résumé, and did not find it. If we missed it, tell us where it stands.',
    ],
    assetMet: ['Your application gives a good example of it.', 'Shown, and welcome on the team.'],
    assetNotMet: [
      'You do not mention it, and it did not count against you: it is an asset, not a requirement.',
      'Not shown in what you sent. You can still tell us about it at the next step.',
    ],
  },
  fr: {
    met: [
      'Votre exemple le démontre : on y voit ce que vous avez fait et ce qui en est résulté.',
      'Vos réponses le démontrent à plus d’une reprise.',
      'C’est démontré clairement : nous n’avons rien eu à deviner.',
    ],
    equivalent: [
      'Votre parcours diffère de celui que nous décrivons. Nous reconnaissons cette expérience comme équivalente.',
      'Le titre était différent, mais le travail était bien celui-là. Nous en tenons compte.',
    ],
    notMet: [
      'Votre candidature ne le démontre pas encore. Un exemple qui précise votre rôle et le résultat obtenu nous permettrait de l’évaluer.',
      'Nous l’avons cherché dans vos réponses et dans votre curriculum vitæ, sans le trouver. S’il nous a échappé, dites-nous où il se trouve.',
    ],
    assetMet: [
      'Votre candidature en donne un bel exemple.',
      'C’est démontré, et ce sera utile à l’équipe.',
    ],
    assetNotMet: [
      'Vous n’en parlez pas, et cela ne vous a pas nui : c’est un atout, non une exigence.',
      'Ce que vous nous avez envoyé ne le démontre pas. Vous pourrez encore nous en parler à la prochaine étape.',
    ],
  },
};
