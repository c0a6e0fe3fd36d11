/** A sentence in both languages, and the same sentence turned: another modality, limit, quantity… */
export type Turned = {
  readonly kind: 'modality' | 'limit' | 'choice' | 'negation' | 'quantity' | 'practice' | 'wish';
  readonly en: string;
  readonly fr: string;
  /** What it says once turned: either language alone makes a divergence, both together none. */
  readonly turnedEn: string;
  readonly turnedFr: string;
};

const turned = (
  kind: Turned['kind'],
  [en, turnedEn]: readonly [string, string],
  [fr, turnedFr]: readonly [string, string],
): Turned => ({ kind, en, fr, turnedEn, turnedFr });

/** Written before the rules that look for them, which were then mended by what they missed. */
const seen: readonly Turned[] = [
  turned('modality', ['You must submit your portfolio as a single file.', 'You may submit your portfolio as a single file.'], ['Vous devez présenter votre portfolio en un seul fichier.', 'Vous pouvez présenter votre portfolio en un seul fichier.']),
  turned('modality', ['Applicants shall provide two references before the interview.', 'Applicants should provide two references before the interview.'], ['Les candidates et candidats doivent fournir deux références avant l’entrevue.', 'Les candidates et candidats devraient fournir deux références avant l’entrevue.']),
  turned('modality', ['We will contact only those who pass the written exam.', 'We may contact only those who pass the written exam.'], ['Nous communiquerons uniquement avec les personnes qui réussissent l’examen écrit.', 'Nous pourrions communiquer uniquement avec les personnes qui réussissent l’examen écrit.']),
  turned('modality', ['This position may be extended for a second year.', 'This position will be extended for a second year.'], ['Ce poste pourrait être prolongé d’une deuxième année.', 'Ce poste sera prolongé d’une deuxième année.']),
  turned('modality', ['Your references may be checked at any stage.', 'Your references must be checked at any stage.'], ['Vos références peuvent être vérifiées à toute étape.', 'Vos références doivent être vérifiées à toute étape.']),
  turned('modality', ['Successful candidates should expect to travel twice a month.', 'Successful candidates must expect to travel twice a month.'], ['Les personnes retenues devraient s’attendre à voyager deux fois par mois.', 'Les personnes retenues doivent s’attendre à voyager deux fois par mois.']),
  turned('modality', ['A qualified list will be established from this process.', 'A qualified list may be established from this process.'], ['Une liste de personnes qualifiées sera établie à la suite de ce processus.', 'Une liste de personnes qualifiées pourrait être établie à la suite de ce processus.']),
  turned('modality', ['Employees can choose their working hours.', 'Employees must choose their working hours.'], ['Les membres du personnel peuvent choisir leurs heures de travail.', 'Les membres du personnel doivent choisir leurs heures de travail.']),
  turned('modality', ['The manager may ask for a second work sample.', 'The manager will ask for a second work sample.'], ['La ou le gestionnaire peut demander un deuxième exemple de travail.', 'La ou le gestionnaire demandera un deuxième exemple de travail.']),
  turned('modality', ['You should describe a project that did not go as planned.', 'You may describe a project that did not go as planned.'], ['Vous devriez décrire un projet qui ne s’est pas déroulé comme prévu.', 'Vous pouvez décrire un projet qui ne s’est pas déroulé comme prévu.']),
  turned('modality', ['Late applications will be rejected.', 'Late applications may be rejected.'], ['Les candidatures tardives seront rejetées.', 'Les candidatures tardives pourront être rejetées.']),
  turned('modality', ['You would have to obtain a reliability status.', 'You would be able to obtain a reliability status.'], ['Vous devrez obtenir une cote de fiabilité.', 'Vous pourrez obtenir une cote de fiabilité.']),

  turned('limit', ['You have at least four years of experience in service design.', 'You have up to four years of experience in service design.'], ['Vous avez au moins quatre ans d’expérience en conception de services.', 'Vous avez jusqu’à quatre ans d’expérience en conception de services.']),
  turned('limit', ['Your cover letter is no more than 600 words.', 'Your cover letter is no fewer than 600 words.'], ['Votre lettre de présentation compte au plus 600 mots.', 'Votre lettre de présentation compte au moins 600 mots.']),
  turned('limit', ['You supervise a team of 12 or more people.', 'You supervise a team of 12 or fewer people.'], ['Vous supervisez une équipe de 12 personnes ou plus.', 'Vous supervisez une équipe de 12 personnes ou moins.']),
  turned('limit', ['Contracts last a maximum of 18 months.', 'Contracts last a minimum of 18 months.'], ['Les contrats durent au maximum 18 mois.', 'Les contrats durent au minimum 18 mois.']),
  turned('limit', ['The course takes less than three hours.', 'The course takes more than three hours.'], ['La formation dure moins de trois heures.', 'La formation dure plus de trois heures.']),
  turned('limit', ['You may work remotely up to four days a week.', 'You may work remotely at least four days a week.'], ['Vous pouvez travailler à distance jusqu’à quatre jours par semaine.', 'Vous pouvez travailler à distance au moins quatre jours par semaine.']),
  turned('limit', ['We serve over 200 offices.', 'We serve under 200 offices.'], ['Nous servons plus de 200 bureaux.', 'Nous servons moins de 200 bureaux.']),
  turned('limit', ['Scores below 65 are a failure.', 'Scores above 65 are a failure.'], ['Une note inférieure à 65 est un échec.', 'Une note supérieure à 65 est un échec.']),
  turned('limit', ['A minimum of two referees will be called.', 'Two referees will be called.'], ['Un minimum de deux répondants seront appelés.', 'Deux répondants seront appelés.']),
  turned('limit', ['You have led teams for at least five years.', 'You have led teams for five years.'], ['Vous dirigez des équipes depuis au moins cinq ans.', 'Vous dirigez des équipes depuis cinq ans.']),

  turned('choice', ['You have a degree in statistics or three years of experience.', 'You have a degree in statistics and three years of experience.'], ['Vous avez un diplôme en statistique ou trois ans d’expérience.', 'Vous avez un diplôme en statistique et trois ans d’expérience.']),
  turned('choice', ['Knowledge of Java or Ruby', 'Knowledge of Java and Ruby'], ['Connaissance de Java ou de Ruby', 'Connaissance de Java et de Ruby']),
  turned('choice', ['You can write reports and briefing notes.', 'You can write reports or briefing notes.'], ['Vous savez rédiger des rapports et des notes d’information.', 'Vous savez rédiger des rapports ou des notes d’information.']),
  turned('choice', ['Experience in policy, research or evaluation', 'Experience in policy, research and evaluation'], ['Expérience en politiques, en recherche ou en évaluation', 'Expérience en politiques, en recherche et en évaluation']),
  turned('choice', ['Send us a résumé and a cover letter.', 'Send us a résumé or a cover letter.'], ['Envoyez-nous un curriculum vitæ et une lettre de présentation.', 'Envoyez-nous un curriculum vitæ ou une lettre de présentation.']),
  turned('choice', ['You are fluent in English or French.', 'You are fluent in English and French.'], ['Vous parlez couramment le français ou l’anglais.', 'Vous parlez couramment le français et l’anglais.']),
  turned('choice', ['You have managed budgets and contracts.', 'You have managed budgets or contracts.'], ['Vous avez géré des budgets et des contrats.', 'Vous avez géré des budgets ou des contrats.']),
  turned('choice', ['You work evenings or weekends.', 'You work evenings and weekends.'], ['Vous travaillez le soir ou la fin de semaine.', 'Vous travaillez le soir et la fin de semaine.']),
  turned('choice', ['The interview takes place by phone or video.', 'The interview takes place by phone and video.'], ['L’entrevue se déroule par téléphone ou par vidéo.', 'L’entrevue se déroule par téléphone et par vidéo.']),
  turned('choice', ['You test prototypes with users and report the results.', 'You test prototypes with users or report the results.'], ['Vous mettez des prototypes à l’essai auprès des utilisateurs et présentez les résultats.', 'Vous mettez des prototypes à l’essai auprès des utilisateurs ou présentez les résultats.']),

  turned('negation', ['You do not need a licence to drive.', 'You need a licence to drive.'], ['Vous n’avez pas besoin d’un permis de conduire.', 'Vous avez besoin d’un permis de conduire.']),
  turned('negation', ['This position is not open to the public.', 'This position is open to the public.'], ['Ce poste n’est pas ouvert au public.', 'Ce poste est ouvert au public.']),
  turned('negation', ['We do not reimburse travel expenses.', 'We reimburse travel expenses.'], ['Nous ne remboursons pas les frais de déplacement.', 'Nous remboursons les frais de déplacement.']),
  turned('negation', ['Incomplete applications will not be considered.', 'Incomplete applications will be considered.'], ['Les candidatures incomplètes ne seront pas prises en considération.', 'Les candidatures incomplètes seront prises en considération.']),
  turned('negation', ['You can work without supervision.', 'You can work with supervision.'], ['Vous pouvez travailler sans supervision.', 'Vous pouvez travailler avec supervision.']),
  turned('negation', ['No programming experience is needed.', 'Programming experience is needed.'], ['Aucune expérience en programmation n’est nécessaire.', 'Une expérience en programmation est nécessaire.']),
  turned('negation', ['Candidates never pay for the test.', 'Candidates pay for the test.'], ['Les candidates et candidats ne paient jamais pour l’examen.', 'Les candidates et candidats paient pour l’examen.']),
  turned('negation', ['The salary cannot be negotiated.', 'The salary can be negotiated.'], ['Le salaire ne peut pas être négocié.', 'Le salaire peut être négocié.']),
  turned('negation', ['The office isn’t accessible by bus.', 'The office is accessible by bus.'], ['Le bureau n’est pas accessible en autobus.', 'Le bureau est accessible en autobus.']),
  turned('negation', ['Your answers are not shared with the hiring manager.', 'Your answers are shared with the hiring manager.'], ['Vos réponses ne sont pas communiquées à la ou au gestionnaire d’embauche.', 'Vos réponses sont communiquées à la ou au gestionnaire d’embauche.']),

  turned('quantity', ['All candidates will receive feedback.', 'Some candidates will receive feedback.'], ['Toutes les candidates et tous les candidats recevront une rétroaction.', 'Certaines candidates et certains candidats recevront une rétroaction.']),
  turned('quantity', ['You meet both criteria.', 'You meet one of the criteria.'], ['Vous satisfaites aux deux critères.', 'Vous satisfaites à l’un des critères.']),
  turned('quantity', ['Most of our services are online.', 'All of our services are online.'], ['La plupart de nos services sont en ligne.', 'Tous nos services sont en ligne.']),
  turned('quantity', ['Only employees of the department may apply.', 'Employees of the department may apply.'], ['Seuls les membres du personnel du ministère peuvent postuler.', 'Les membres du personnel du ministère peuvent postuler.']),
  turned('quantity', ['You always publish your code.', 'You sometimes publish your code.'], ['Vous publiez toujours votre code.', 'Vous publiez parfois votre code.']),
  turned('quantity', ['Every application is read by two people.', 'Some applications are read by two people.'], ['Chaque candidature est lue par deux personnes.', 'Certaines candidatures sont lues par deux personnes.']),
  turned('quantity', ['Interviews are held only in Gatineau.', 'Interviews are held in Gatineau.'], ['Les entrevues ont lieu seulement à Gatineau.', 'Les entrevues ont lieu à Gatineau.']),
  turned('quantity', ['You occasionally work on weekends.', 'You always work on weekends.'], ['Vous travaillez à l’occasion la fin de semaine.', 'Vous travaillez toujours la fin de semaine.']),
  turned('quantity', ['Everyone on the team writes code.', 'Some people on the team write code.'], ['Tous les membres de l’équipe écrivent du code.', 'Certains membres de l’équipe écrivent du code.']),
  turned('quantity', ['You are proficient in all of these tools.', 'You are proficient in one of these tools.'], ['Vous maîtrisez tous ces outils.', 'Vous maîtrisez l’un de ces outils.']),

  turned('practice', ['Demonstrated experience managing suppliers', 'Ability to manage suppliers'], ['Expérience démontrée de la gestion de fournisseurs', 'Aptitude à gérer des fournisseurs']),
  turned('practice', ['You have run usability tests with people with disabilities.', 'You are able to run usability tests with people with disabilities.'], ['Vous avez mené des essais d’utilisabilité auprès de personnes handicapées.', 'Vous êtes en mesure de mener des essais d’utilisabilité auprès de personnes handicapées.']),
  turned('practice', ['Proven ability to negotiate contracts', 'Ability to negotiate contracts'], ['Capacité éprouvée de négocier des contrats', 'Capacité de négocier des contrats']),
  turned('practice', ['Experience facilitating workshops', 'Interest in facilitating workshops'], ['Expérience de l’animation d’ateliers', 'Intérêt pour l’animation d’ateliers']),
  turned('practice', ['Extensive experience with relational databases', 'Knowledge of relational databases'], ['Vaste expérience des bases de données relationnelles', 'Connaissance des bases de données relationnelles']),
  turned('practice', ['Recent experience in briefing senior officials', 'Experience in briefing senior officials'], ['Expérience récente de la présentation d’information à la haute direction', 'Expérience de la présentation d’information à la haute direction']),
  turned('practice', ['You have demonstrated skill in plain writing.', 'You have skill in plain writing.'], ['Vous avez démontré des compétences en rédaction claire.', 'Vous avez des compétences en rédaction claire.']),
  turned('practice', ['You have taught adults.', 'You can teach adults.'], ['Vous avez enseigné à des adultes.', 'Vous pouvez enseigner à des adultes.']),

  turned('wish', ['A driver’s licence is required.', 'A driver’s licence is an asset.'], ['Le permis de conduire est exigé.', 'Le permis de conduire est un atout.']),
  turned('wish', ['Ideally, you know how to sew.', 'You know how to sew.'], ['Idéalement, vous savez coudre.', 'Vous savez coudre.']),
  turned('wish', ['Preference will be given to residents of the North.', 'Only residents of the North will be considered.'], ['La préférence sera accordée aux personnes qui habitent dans le Nord.', 'Seules les personnes qui habitent dans le Nord seront prises en considération.']),
  turned('wish', ['A master’s degree is an asset.', 'A master’s degree is mandatory.'], ['Une maîtrise est un atout.', 'Une maîtrise est obligatoire.']),
  turned('wish', ['You are encouraged to send a portfolio.', 'You are required to send a portfolio.'], ['Nous vous encourageons à envoyer un portfolio.', 'Vous êtes tenus d’envoyer un portfolio.']),
  turned('wish', ['It is recommended that you read the guide first.', 'It is essential that you read the guide first.'], ['Il est recommandé de lire d’abord le guide.', 'Il est essentiel de lire d’abord le guide.']),
]; // prettier-ignore

/** Written when the rules were done: no rule was made or mended by these. */
const unseen: readonly Turned[] = [
  turned('modality', ['Shortlisted people may be invited to a second meeting.', 'Shortlisted people will be invited to a second meeting.'], ['Les personnes présélectionnées pourraient être invitées à une seconde rencontre.', 'Les personnes présélectionnées seront invitées à une seconde rencontre.']),
  turned('modality', ['You must notify us of any change of address.', 'You should notify us of any change of address.'], ['Vous devez nous aviser de tout changement d’adresse.', 'Vous devriez nous aviser de tout changement d’adresse.']),
  turned('modality', ['The work schedule must include one evening a week.', 'The work schedule may include one evening a week.'], ['L’horaire de travail doit comprendre une soirée par semaine.', 'L’horaire de travail peut comprendre une soirée par semaine.']),
  turned('modality', ['Salaries will be reviewed in the spring.', 'Salaries should be reviewed in the spring.'], ['Les salaires seront révisés au printemps.', 'Les salaires devraient être révisés au printemps.']),
  turned('modality', ['Volunteers can attend the training sessions.', 'Volunteers have to attend the training sessions.'], ['Les bénévoles peuvent assister aux séances de formation.', 'Les bénévoles doivent assister aux séances de formation.']),
  turned('limit', ['Bring at most two samples of your work.', 'Bring at least two samples of your work.'], ['Apportez au plus deux exemples de vos travaux.', 'Apportez au moins deux exemples de vos travaux.']),
  turned('limit', ['The team publishes more than ten reports a year.', 'The team publishes fewer than ten reports a year.'], ['L’équipe publie plus de dix rapports par année.', 'L’équipe publie moins de dix rapports par année.']),
  turned('limit', ['Applicants need a minimum of 30 college credits.', 'Applicants need 30 college credits.'], ['Il faut un minimum de 30 crédits collégiaux.', 'Il faut 30 crédits collégiaux.']),
  turned('limit', ['Leave of up to six weeks is offered.', 'Leave of six weeks or more is offered.'], ['Un congé d’au plus six semaines est offert.', 'Un congé de six semaines ou plus est offert.']),
  turned('choice', ['Experience drafting contracts or policies', 'Experience drafting contracts and policies'], ['Expérience de la rédaction de contrats ou de politiques', 'Expérience de la rédaction de contrats et de politiques']),
  turned('choice', ['You hold a licence and a first aid certificate.', 'You hold a licence or a first aid certificate.'], ['Vous détenez un permis et un certificat de premiers soins.', 'Vous détenez un permis ou un certificat de premiers soins.']),
  turned('choice', ['Ability to present and defend a budget', 'Ability to present or defend a budget'], ['Capacité de présenter et de défendre un budget', 'Capacité de présenter ou de défendre un budget']),
  turned('choice', ['Knowledge of accessibility and privacy', 'Knowledge of accessibility or privacy'], ['Connaissance de l’accessibilité et de la protection de la vie privée', 'Connaissance de l’accessibilité ou de la protection de la vie privée']),
  turned('negation', ['References are not verified before the interview.', 'References are verified before the interview.'], ['Les références ne sont pas vérifiées avant l’entrevue.', 'Les références sont vérifiées avant l’entrevue.']),
  turned('negation', ['You don’t manage a budget in this role.', 'You manage a budget in this role.'], ['Vous ne gérez pas de budget dans ce rôle.', 'Vous gérez un budget dans ce rôle.']),
  turned('negation', ['The exam does not include mathematics.', 'The exam includes mathematics.'], ['L’examen ne comprend pas de mathématiques.', 'L’examen comprend des mathématiques.']),
  turned('negation', ['Parking is offered without charge to night staff.', 'Parking is offered with a charge to night staff.'], ['Le stationnement est offert sans frais au personnel de nuit.', 'Le stationnement est offert avec frais au personnel de nuit.']),
  turned('negation', ['No diploma is required for this position.', 'A diploma is required for this position.'], ['Aucun diplôme n’est exigé pour ce poste.', 'Un diplôme est exigé pour ce poste.']),
  turned('quantity', ['Each team has a budget for training.', 'Some teams have a budget for training.'], ['Chaque équipe a un budget de formation.', 'Certaines équipes ont un budget de formation.']),
  turned('quantity', ['The library is always open to students.', 'The library is occasionally open to students.'], ['La bibliothèque est toujours ouverte aux étudiantes et étudiants.', 'La bibliothèque est parfois ouverte aux étudiantes et étudiants.']),
  turned('quantity', ['Only permanent residents of the region receive the allowance.', 'Permanent residents of the region receive the allowance.'], ['Seules les personnes qui résident en permanence dans la région reçoivent l’indemnité.', 'Les personnes qui résident en permanence dans la région reçoivent l’indemnité.']),
  turned('quantity', ['Most positions are in Winnipeg.', 'All positions are in Winnipeg.'], ['La plupart des postes sont à Winnipeg.', 'Tous les postes sont à Winnipeg.']),
  turned('practice', ['You have coached junior analysts.', 'You can coach junior analysts.'], ['Vous avez encadré des analystes débutants.', 'Vous savez encadrer des analystes débutants.']),
  turned('practice', ['Experience in auditing grants', 'Ability to audit grants'], ['Expérience de la vérification de subventions', 'Capacité de vérifier des subventions']),
  turned('wish', ['A second language is preferred.', 'A second language is compulsory.'], ['La connaissance d’une deuxième langue est souhaitable.', 'La connaissance d’une deuxième langue est obligatoire.']),
  turned('wish', ['A pilot’s licence is a plus.', 'A pilot’s licence is needed.'], ['Un brevet de pilote est un plus.', 'Un brevet de pilote est nécessaire.']),
]; // prettier-ignore

export const turnedSentences: Readonly<Record<'seen' | 'unseen', readonly Turned[]>> = {
  seen,
  unseen,
};
