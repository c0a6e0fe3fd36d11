import type { Lang } from '#platform/i18n';

/** Adjectives and adverbs that narrow what is said, and whose form does not tell. */
export const qualifyingWords: Record<Lang, string> = {
  en: `inclusive bilingual secure safe fair simple rapid remote agile indigenous transparent
    sustainable accessible modern written spoken confidential permanent temporary indeterminate
    paid unpaid international annual monthly weekly quarterly daily private mandatory optional
    respectful equitable open official national regional local qualitative quantitative absolute
    abstract abusive accurate acute adequate administrative adverse aggressive ample appropriate
    approximate attentive authoritative autonomous binding blind broad calm careful casual civil
    clear close collective common compassionate complete comprehensive concise consecutive
    considerate consistent constructive corporate corrective creative decentralized delicate
    demanding dense detailed direct disadvantaged discreet distinct distributed domestic dual
    elderly equal evergreen exclusive explicit extended extensive fast federal final flexible
    fluent foreign formal fragile frequent fresh genuine gradual grassroots green healthy honest
    humble hybrid immediate immense independent informal informed innovative intense interim
    intricate joint junior lean legal lived low maximum minimal minimum mixed mobile modest modular
    mutual abroad overseas narrow negative net neutral nimble novel online organic outgoing outstanding parallel
    partial passionate peaceful persuasive plain precise prior proactive prompt proper prospective
    pure qualified quick quiet racialized random reactive renowned resourceful rigorous
    robust routine rural scarce secret sensitive separate shared short sincere single skilled slow
    smart social soft solid sophisticated sound specific standard steady strict structured
    substantive swift systematic tactful talented technical tight timely tough trustworthy unbiased
    uncertain underlying underrepresented unexpected uniform unique universal unlimited
    unstructured urban urgent vague valid varied vast verbal versatile virtual visual vulnerable
    warm welcoming motivated organized engaging caring balanced licensed certified desired
    established integrated limited proven rewarding trusted iterative interactive interpersonal
    anonymous digital experienced diverse emerging incremental scalable resilient hands-on ongoing
    continuous advanced high previous former prior current specialized dedicated tailored
    meaningful measurable lasting shared professional leading senior fixed full-time
    part-time unionized casual civilian maritime clinical rural northern western eastern southern`,
  fr: `inclusif bilingue securitaire equitable simple rapide agile autochtone transparent durable
    accessible moderne ecrit oral confidentiel permanent temporaire indetermine remunere
    international annuel mensuel hebdomadaire trimestriel quotidien prive obligatoire facultatif
    respectueux officiel national regional local qualitatif quantitatif absolu abstrait abusif
    adequat administratif agricole attentif autonome bref calme clair collectif commun compatissant
    complet complexe concis consecutif constructif convivial creatif decentralise delicat detaille
    direct discret distinct diversifie efficace efficient eprouve etroit eventuel exclusif exemplaire
    exigeant experimente chevronne explicite externe interne federal final flexible souple formel
    fragile frequent gratuit graduel honnete humble hybride immediat independant individuel informel
    innovant novateur intense interimaire intuitif judiciaire juridique leger maritime maximal
    minimal mineur mixte mobile modeste modulaire mutuel naturel negatif neutre nucleaire numerique
    partiel passionne persuasif polyvalent ponctuel postsecondaire precis prealable proactif
    professionnel public qualifie reactif recent regulier reparti rigoureux robuste rural secret
    securise sensible sincere social solide specifique specialise stable strategique strict subtil
    systematique technique tolerant traditionnel transversal unique universel urbain urgent valide
    varie vaste verbal virtuel visuel vulnerable bienveillant accueillant attentionne debrouillard
    empathique dynamique energique enthousiaste organise motive equilibre agree certifie
    enrichissant fiable viable percutant convaincant captivant existant emergent iteratif
    interactif interpersonnel anonyme multidisciplinaire evolutif mesurable anterieur precedent
    ancien passe vecu continu avance approfondi devoue superieur axe clinique inclus francophone
    anglophone bilingue civil scolaire universitaire syndique saisonnier occasionnel mondial
    efficacement rapidement activement clairement directement facilement constamment
    continuellement soigneusement etroitement rigoureusement regulierement frequemment
    independamment collectivement completement entierement ouvertement confidentiellement
    respectueusement equitablement couramment oralement verbalement proactivement strategiquement
    conjointement immediatement simultanement systematiquement professionnellement exclusivement
    annuellement temporairement physiquement`,
};
