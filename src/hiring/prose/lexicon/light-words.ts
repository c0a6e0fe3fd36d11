import type { Lang } from '#platform/i18n';

/** Words that a translation may drop, add or move freely. Without accents. */
export const lightWords: Record<Lang, ReadonlySet<string>> = {
  en: new Set(
    `a an the and or nor but so if then than that this these those it its itself he him his she her
    they them their themselves we us our ours ourselves you your yours yourself yourselves i me my
    who whom whose which what where when why how there here be am is are was were been being have has
    had having do does did doing done can could may might must shall should will would ll re ve s t d
    not no as at by for from in into of off on onto out over to toward towards under up upon with
    within without about above across after against along among amongst around before behind below
    between beyond during per through throughout until via while because since though although
    whether either neither each any some such other others another more most much less least very too
    also just only even still yet already again ever never always often etc e g i e get gets getting
    got make makes making made let lets let go goes going come comes coming way ways able like
    including includes include involving regarding related relating various using use used
    well both own same few lot lots all every re ensure ensuring one ones plus
    based please via take taking non anything something everything eg ie do don doesn aren isn won
    couldn wouldn shouldn didn haven hasn upon need needs needed help helps thing things help
    work works working hard providing putting kept received
    given according especially alike despite rather next now built alongside inside outside fellow
    equally anyway forward back side setting specified tasked fit meet looking bring brings
    part parts year-round everyone person people time terms strong great good new key successful
    really quite multiple different overall current currently day range variety number
    role position opportunity ability able skill whatever beside sure down giving given touch process activity environment`.split(
      /\s+/,
    ),
  ),
  fr: new Set(
    `le la les l un une des du de d et ou ni mais donc or car si alors que qu ce c cet cette ces ceci
    cela ca il ils elle elles on nous vous je j me m te t se s lui leur leurs eux moi toi soi mon ma
    mes ton ta tes son sa ses notre nos votre vos qui quoi dont ou quand pourquoi comment y en etre
    es est sommes etes sont etait etaient ete etant sera serez seront serait soit soient sois avoir ai
    as a avons avez ont avait aura aurez auront aurait aient ait ayant eu faire fait font faites fera
    ferez faisant peut peuvent pouvez pouvons pourra pourrez pourrait pouvoir puissent puisse doit
    doivent devez devons devra devrez devront devrait devoir pas ne n non plus moins tres trop aussi
    meme memes encore deja toujours jamais souvent parfois bien tout toute tous toutes chaque autre
    autres quelque quelques certain certaine certains certaines tel telle tels telles comme ainsi
    a au aux avec sans sous sur par pour dans vers chez entre depuis pendant durant avant apres contre
    selon lors lorsque lorsqu parce puisque puisqu afin malgre jusque jusqu hors outre via parmi
    travers aupres pres loin cote lieu fait cas etc p ex c dire aller va vont venir notamment y compris
    compris relatif relative relatifs relatives lie liee lies liees concernant egard matiere sein
    niveau divers diverses differents differentes plusieurs utiliser utilisant aide
    permettre permet permettant assurer assurant mettre mise prendre propre propres
    ceux celui celle celles laquelle lequel lesquels lesquelles auquel duquel desquels
    besoin faut falloir chose choses travail travailler veuillez quel quelle quels quelles doivent
    personne personnes gens cadre titre e s es trice trices euse euses ere eres ve ves rice rices ne ive facon facons maniere peu importe seulement mesure mesures
    fonction type types ensemble plupart egalement ici proche dessous sert suit suivant suivants
    suivante suivantes saura serait voici agit agir grace puis surtout ensuite consequent plutot
    exactement parfaitement visant provenant axe axee axes axees mentionnees indiquees associees
    figurent tant fois but sorte moyen point vue compte place partie ci faisons prise prendre prenons
    avoir posseder possede sait savons savez saurez savoir donner repondre repond obtenir effectuer
    pourraient pourrions pourrons pourrez devraient devrez ayons permettrait aucun aucune viennent tenant basant indique indiquee parvenir hesitez delà dela afin mis mise remettre dessus aidant tou pris prise prises prevu prevue prevus prevues bon bonne fort forte nouveau nouvelle nouveaux nouvelles grand grande grands grandes
    capacite aptitude aptitudes habilete poste postes role roles activites activite processus
    chacun chacune dispose disposer exemple envoyer trouver constituant constitue consideration
    temps vie aise rapport suivi moment actuel actuelle actuellement representant`.split(/\s+/),
  ),
};
