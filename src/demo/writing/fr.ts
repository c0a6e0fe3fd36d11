import type { Writing } from './story.ts';

/** Textes de motivation fictifs en français. Sample statements in French, not translated. */
export const writingFr: Writing = {
  strong: [
    {
      topic: 'research',
      text: 'Pendant trois ans, j’ai mené la recherche qui a précédé le renouvellement en ligne du permis de chasse. Les gens qu’il fallait entendre ne viennent pas dans un laboratoire : j’ai donc passé deux automnes dans des magasins de plein air, entre les bottes et les leurres. J’y ai appris qu’un même compte sert à toute la famille et que le mot de passe est souvent écrit à l’endos du permis. Le nouveau parcours tient en quatre questions, et les appels ont diminué du tiers.',
      reason: 'meets-essentials-and-assets',
      words:
        'Merci de votre candidature. Vos deux automnes en magasin témoignent d’une recherche menée là où sont les gens, avec des résultats à l’appui. Votre candidature est retenue à la présélection; nous vous écrirons au sujet de la suite.',
    },
    {
      topic: 'service',
      text: 'Dans ma région, le programme d’aide aux proches aidants exigeait quatorze documents, dont trois que l’administration possédait déjà. J’ai accompagné huit familles pendant un mois, puis j’ai réuni dans la même pièce les trois directions qui se renvoyaient la balle. La carte du parcours mesurait quatre mètres; devant elle, personne n’a pu soutenir que tout allait bien. Il reste cinq documents. La demande prend vingt minutes, et la réponse arrive avant la fin du mois.',
      reason: 'meets-essentials',
      words:
        'Vous démontrez chacune des qualifications essentielles. Passer de quatorze documents à cinq en réunissant trois directions, c’est exactement rallier des appuis à un changement. Votre candidature est retenue à la présélection.',
    },
    {
      topic: 'advice',
      text: 'J’ai enseigné le français langue seconde à des adultes pendant dix ans, et c’est là que j’ai appris à accompagner : on montre une fois, on fait ensemble, puis on se tait. Dans mon organisation actuelle, neuf analystes ont appris avec moi à mener leurs propres entretiens, et six en font encore chaque mois sans moi. Le plus difficile a été d’obtenir des gestionnaires deux heures par semaine. J’ai fini par les inviter à un entretien, et la question ne s’est plus posée.',
      reason: 'meets-essentials',
      words:
        'Des collègues qui continuent sans vous : c’est ce que nous entendons par accompagner. Toutes les qualifications essentielles sont démontrées, et votre candidature passe à l’évaluation.',
    },
    {
      topic: 'software',
      text: 'Je programme, mais je ne livre rien sans avoir vu quelqu’un s’en servir. Au sein d’une équipe de six, j’ai bâti le suivi des demandes d’un programme de bourses. La première version disait la vérité dans les mots de notre base de données : « statut 7, en attente ». Après cinq séances d’observation, on y lisait « Nous attendons votre relevé de notes ». Nos tests automatisés vérifient maintenant aussi les phrases, dans les deux langues. Les appels pour savoir où en est un dossier ont chuté de 38 %.',
      reason: 'meets-essentials',
      words:
        'Merci. De « statut 7 » à une phrase que tout le monde comprend, votre récit montre un vrai travail entre disciplines, jusque dans les tests. Votre candidature est retenue à la présélection.',
    },
    {
      topic: 'content',
      text: 'J’écris ce que les gens lisent quand quelque chose a mal tourné. Dans un régime de retraite, la lettre annonçant un trop-perçu commençait par un article de loi. Je l’ai récrite avec une juriste, puis lue à voix haute avec douze personnes retraitées : le montant, la raison, ce qu’on peut faire, qui appeler. L’article est passé au verso. Les plaintes ont diminué de moitié et, chose que je n’attendais pas, les remboursements arrivent plus vite. La version anglaise s’écrivait en même temps, et chacune a corrigé l’autre.',
      reason: 'meets-essentials-and-assets',
      words:
        'Votre lettre, mise à l’épreuve auprès de celles et ceux qui la reçoivent, montre une maîtrise du langage clair dans les deux langues. Votre candidature est retenue à la présélection, et nous avons hâte de vous lire de nouveau.',
    },
    {
      topic: 'accessibility',
      text: 'Depuis un accident, je navigue au clavier. J’en ai fait mon métier il y a six ans, et j’ai vérifié près de quatre-vingts services publics. Je ne remets plus de listes de défauts. Je m’installe avec la développeuse ou le développeur, on débranche la souris, et je ne dis rien tant que le formulaire n’est pas envoyé ou abandonné. Ensuite, les corrections leur appartiennent. Une équipe commence maintenant chaque revue par cet exercice. L’an dernier, elle m’a lancé le défi de trouver un obstacle : il m’a fallu la journée.',
      reason: 'meets-essentials-and-assets',
      words:
        'Merci pour cette candidature dont nous avons nous-mêmes appris quelque chose. Votre façon de travailler avec les équipes démontre à la fois les connaissances et l’accompagnement demandés. Votre candidature est retenue à la présélection.',
    },
    {
      topic: 'advice',
      text: 'Le changement qui me tient le plus à cœur, personne ne l’avait demandé. Chaque changement d’adresse devait être signé devant témoin. J’ai suivi vingt dossiers du début à la fin, mis le coût des signatures en regard des fraudes évitées (aucune), puis proposé à la direction un essai de trois mois dans un seul bureau. On m’a accordé un mois. Un an plus tard, la règle n’existait plus nulle part, et c’est la vérification interne qui a rédigé le paragraphe qui le justifie.',
      reason: 'meets-essentials-and-assets',
      words:
        'Suivre vingt dossiers avant de demander un essai : voilà le genre de preuve que nous espérions lire. Les qualifications essentielles sont démontrées, et votre candidature est retenue à la présélection.',
    },
    {
      topic: 'research',
      text: 'Je fais surtout de la recherche auprès de gens qui ont de bonnes raisons de se méfier des formulaires. Pour une allocation au logement, deux organismes de quartier m’ont ouvert leur porte; tout le monde a été payé pour son temps, et les entretiens se sont tenus à la cuisine. Ce qui a changé le service est tout petit : on abandonnait à la question sur les colocataires, parce qu’une mauvaise réponse avait déjà coûté un logement à quelqu’un. On dit maintenant à quoi sert la réponse avant de poser la question.',
      reason: 'meets-essentials-and-assets',
      words:
        'Votre travail avec les deux organismes de quartier démontre les qualifications essentielles et, de plus, l’expérience de la recherche auprès de personnes pour qui les services présentent des obstacles. Votre candidature est retenue.',
    },
    {
      topic: 'service',
      text: 'J’ai travaillé onze ans aux soins à domicile. Chaque visite se terminait par vingt minutes de formulaire, le même renseignement noté à trois endroits. Dans mes temps libres, j’ai chronométré, compté, puis dessiné un autre ordre de questions avec mes collègues. L’établissement l’a adopté, et j’ai formé les quatre équipes du territoire. J’ai ensuite passé deux ans à l’informatique, en prêt de service. Je n’ai pas le titre que vous cherchez, mais je sais ce que coûte une question de trop.',
      reason: 'equivalent-experience',
      words:
        'Vous n’avez pas occupé les postes que notre offre nomme, mais vous en avez fait le travail : observer, changer un service, former celles et ceux qui le rendent. Nous y voyons une expérience équivalente, et votre candidature est retenue.',
    },
    {
      topic: 'software',
      text: 'Je suis la personne qu’on réveille quand un service tombe. À mon arrivée, on livrait une fois par trimestre, un samedi, avec de la pizza et des prières. J’ai écrit un test pour chaque panne dont quelqu’un se souvenait, puis un bouton pour revenir en arrière. Huit mois plus tard, on livrait chaque mardi avant le dîner. Le plus beau n’est pas là : le personnel des comptoirs s’est mis à demander de petites choses, parce que les petites choses étaient devenues possibles.',
      reason: 'meets-essentials',
      words:
        'D’une livraison par trimestre à une par semaine, et des comptoirs qui osent demander : votre candidature montre bien ce que permet le travail itératif. Elle est retenue à la présélection.',
    },
    {
      topic: 'research',
      text: 'Pendant neuf ans, j’ai répondu au téléphone pour l’assurance parentale. Je gardais près de moi une feuille où je notais les appels qui n’auraient pas dû être nécessaires. La feuille est devenue un rapport mensuel, puis une petite équipe dont je fais partie. J’y planifie des entretiens avec des parents qui acceptent qu’on les rappelle. Ma meilleure question vient encore du téléphone : « Qu’est-ce que vous essayiez de faire quand vous avez décidé d’appeler? »',
      reason: 'equivalent-experience',
      words:
        'Votre feuille d’appels évitables, c’est de la recherche sous un autre nom, et elle a donné naissance à une équipe. Nous reconnaissons une expérience équivalente à celle que nous demandons. Votre candidature est retenue à la présélection.',
    },
    {
      topic: 'content',
      text: 'Dix ans derrière le comptoir d’une bibliothèque m’ont appris à lire les pages du gouvernement par-dessus l’épaule des gens, avec leur permission. J’ai commencé à envoyer des corrections; un organisme m’a répondu par un contrat d’un an. Son guide sur la tutelle est passé de quarante pages à neuf, chaque version étant essayée le samedi avec le public de la bibliothèque. Tout était conservé dans Git, si bien que les juristes voyaient ce qui avait changé et pourquoi. Deux d’entre eux proposent maintenant leurs propres modifications.',
      reason: 'meets-essentials-and-assets',
      words:
        'Du comptoir de la bibliothèque aux modifications proposées par des juristes, vous montrez comment un texte s’améliore par l’essai et comment un accord se gagne, version après version. Votre candidature est retenue.',
    },
  ],
  partial: [
    {
      topic: 'research',
      text: 'Je termine au printemps un baccalauréat en design. Pour notre projet de fin d’études, nous étions quatre à repenser le bureau des objets perdus de l’université : douze entretiens, un prototype en papier rangé dans une boîte à chaussures et une présentation aux deux personnes qui y travaillent. Elles ont gardé la boîte. Je n’ai pas encore travaillé à un service ouvert au public, et j’aimerais que celui-ci soit le premier.',
      reason: 'experience-not-shown',
      words:
        'Merci d’avoir postulé. Votre projet est bien raconté, et vos entretiens ont été menés avec soin. L’offre demande toutefois l’expérience d’un service destiné au public, que votre candidature ne démontre pas encore. Surveillez nos stages et nos postes de premier échelon : nous aimerions vous lire de nouveau.',
      lacks: /public|user/i,
    },
    {
      topic: 'advice',
      text: 'Gestionnaire d’expérience et adepte de l’innovation, je mobilise depuis vingt ans des équipes performantes autour d’une vision commune. Mon leadership rassembleur et mon sens de l’initiative m’ont permis de livrer des résultats concrets dans plusieurs secteurs. Mon curriculum vitæ donne plus de détails, et une rencontre me permettrait de vous présenter ma valeur ajoutée.',
      reason: 'essential-not-shown',
      words:
        'Merci de votre intérêt. Nous ne pouvons évaluer que ce qu’une candidature démontre, et la vôtre parle de résultats sans nous dire en quoi consistait le travail. Des exemples de ce que vous avez fait, avec qui et de ce qui a changé nous permettraient de vous évaluer une prochaine fois.',
      lacks: /complex|communicat|explain/i,
    },
    {
      topic: 'software',
      text: 'Je développe des systèmes de paiement depuis huit ans : règlement, rapprochement, règles de fraude, et la nuit où le fichier de la banque arrive à l’envers. Le code est privé, et je ne peux donc rien en montrer, mais rien de ce dont je réponds n’a perdu un sou. J’aime les problèmes difficiles et les longues plages sans réunion. Pour le reste, je laisse le travail parler de lui-même.',
      reason: 'essential-not-shown',
      words:
        'Votre parcours dans les systèmes de paiement est solide, et nous n’en doutons pas. Une qualification essentielle n’est toutefois pas démontrée : le travail avec des collègues d’autres disciplines. Si vous postulez de nouveau, parlez-nous de cet aspect. Vos compétences seraient bienvenues dans nos postes en développement.',
      lacks: /disciplin/i,
    },
    {
      topic: 'service',
      text: 'J’utilise vos services depuis longtemps, comme parent et comme la personne à qui tout l’immeuble demande de l’aide pour remplir ses papiers. Je sais où ça bloque. Je travaille en comptabilité, j’ai le sens de l’organisation, j’apprends vite, et je suis disponible à n’importe quel échelon. Si vous avez une place pour quelqu’un qui connaît les services de l’extérieur, pensez à moi.',
      reason: 'experience-not-shown',
      words:
        'Merci de nous avoir écrit, et d’aider vos voisines et voisins. Votre regard de l’extérieur a beaucoup de valeur; ce poste demande aussi l’expérience du travail dans une équipe numérique, que votre candidature ne démontre pas. Nous recevons les candidatures spontanées toute l’année, et nous aimerions vous inviter à participer à nos recherches.',
      lacks: /disciplin|team/i,
    },
  ],
  openings: [
    'J’ai failli ne pas postuler : aucun de mes postes n’a porté ce titre. Puis j’ai relu votre liste ligne par ligne, et j’y ai reconnu presque tout ce que je fais, sous d’autres noms.',
    'J’ai passé ma vie professionnelle entre les gens qui écrivent les règles et ceux qui doivent vivre avec. J’ai fini par m’y plaire.',
    'Une amie m’a envoyé votre offre avec un seul mot : « Enfin. » Voici pourquoi je lui donne raison.',
    'Ce qui m’attire dans le service public, c’est qu’on ne peut pas aller voir ailleurs. Si le service est mauvais, les gens doivent s’en servir quand même. C’est une raison de faire attention.',
    'J’ai connu les deux côtés du comptoir, et je sais ce que c’est que d’attendre une réponse.',
    'Permettez-moi de répondre par un seul projet plutôt que par une liste de méthodes.',
    'J’habite un village de 1 200 habitants sur la Côte, où une page lente n’est pas une figure de style.',
    'À dix ans, je remplissais les formulaires de la famille, parce que mes parents ne lisaient pas encore le français. Depuis, je les refais tous dans ma tête.',
    'Je veux que la prochaine chose que j’améliore appartienne à tout le monde, et je préfère raconter mon travail plutôt que de donner mon titre.',
    'Vous demandez des exemples : voici celui que je connais le mieux.',
  ],
  closings: [
    'J’apporterais la même patience à votre équipe, et je laisserais derrière moi des gens capables de se passer de moi.',
    'Si c’était à refaire, je montrerais le travail aux sceptiques la première semaine plutôt que la dixième.',
    'Je peux commencer au début de l’année et je répondrais volontiers à vos questions, en français ou en anglais.',
    'Je ne possède pas tous les atouts de votre liste. J’ai par contre l’habitude d’écrire ce que j’apprends pour que d’autres s’en servent.',
    'Je peux donner en référence des membres de l’équipe, et une personne qui n’a jamais été d’accord avec moi.',
    'Il me reste à comprendre comment circule l’argent public. Je soupçonne que cela explique la moitié de ce que je n’ai pas pu changer.',
    'Rien de tout cela n’est mon seul mérite, et j’ai tâché de n’écrire « je » que là où c’était vrai.',
    'Je vous montrerais volontiers les ébauches, même les mauvaises.',
    'Je donne le meilleur de moi-même dans une petite équipe où l’on se dit les choses tôt.',
    'Merci de lire chaque candidature en entier : je sais à quoi ressemble la pile de l’autre côté.',
    'C’est ce genre de travail que j’aimerais faire chez vous, d’une table de cuisine au bord du fleuve ou de là où vous aurez besoin de moi.',
  ],
  courtesies: [
    'Merci de l’attention que vous porterez à ma candidature. Je répondrai volontiers à vos questions, de vive voix ou par écrit.',
    'Si ce poste n’est pas le bon, pensez à moi pour un autre.',
    'Je fournirai des références sur demande.',
  ],
};
