/** Nouns and their families: "develop" stands for developer and development too. */
export const nouns = `
ability capability capable = capacite aptitude capable apte habilete
access accessible accessibility = acces accessible accessibilite acceder
accommodation accommodate = adaptation amenagement adapter repondre
account = compte; accountability accountable = responsabilite reddition comptes responsable
achievement achieve = realisation accomplissement realiser atteindre accomplir reussir
activity = activite; action = action mesure intervention acte; address = adresse aborder traiter regler
administration administrative = administration administratif gestion; advantage = avantage atout
advice advise advisor adviser = conseil avis conseiller conseillere orienter
age = age; agency = organisme agence; agreement agree = entente accord convenir accepter convention
ally = allie alliance; amount = montant somme quantite; analysis analyse analyze analyst analytics = analyse analyste analyser analytique
answer = reponse repondre; application apply applicant = candidature demande postuler application appliquer candidat poser presenter
approach = approche demarche methode aborder facon; approval approve = approbation approuver autorisation
area = domaine secteur region zone champ; argument = argument; art = art; aspect = aspect volet facette
assessment assess = evaluation evaluer; asset = atout; assistance assist assistant = aide assistance adjoint aider assister soutien adjointe
attention = attention souci; attitude = attitude; audience = public auditoire destinataire
award = prix attribuer octroyer; background = antecedent parcours experience formation origine contexte bagage
backlog = carnet arriere; balance = equilibre conciliation equilibrer; barrier = obstacle barriere; basis = base fondement titre
behaviour behavior = comportement conduite; belief believe = croyance croire conviction
benefit = avantage prestation profiter beneficier; board = comite conseil tableau; body = corps organisme
boundary = limite frontiere; brand branding = marque image; brief briefing = breffage seance note information bref
budget = budget budgetaire; bug = bogue; building build = construire creer batir etablir elaborer concevoir edifice immeuble developper construction creation bati
business = affaires entreprise ouvrable metier operationnel commercial activite; campaign = campagne
candidate = candidat candidate candidature; career = carriere emploi parcours; case = cas dossier situation argumentaire
category = categorie; centre center = centre; certificate certification = certificat certification attestation
challenge = defi difficulte probleme contester enjeu; chance = chance occasion; change = changement modification changer modifier transformation evolution
channel = voie canal mode; chief = chef dirigeant principal; child children = enfant; choice choose = choix choisir
circumstance = circonstance situation; citizen = citoyen; class classification = classe classification groupe categorie
client = client clientele; closing = cloture fermeture limite; cloud = nuage infonuagique nuagique
coach coaching = accompagnement encadrer coacher mentorat coach encadrement accompagner; code coding = code coder codage programmer programmation
colleague = collegue; collaboration collaborate collaborative = collaboration collaborer collaboratif concert cooperer
comment = commentaire; commitment commit = engagement engager determination; committee = comite
communication communicate communicator = communication communiquer communicateur; community = communaute collectivite collectif communautaire milieu
company = entreprise societe compagnie; compensation = remuneration indemnisation; competency competence = competence
complexity complex = complexite complexe; component = composant composante element volet; computer = ordinateur informatique
concept = concept notion; concern = preoccupation inquietude; condition = condition modalite etat; conference = conference
confidence = confiance assurance; conflict = conflit differend; constraint = contrainte limite
contact = contacter communiquer contact joindre personne coordonnees; content = contenu; context = contexte situation
contract contractor = contrat marche entrepreneur contractuel; contribution contribute = contribution contribuer apport participer
control = controle maitrise controler; conversation = conversation discussion entretien echange dialogue; cost = cout frais
country = pays; coordination coordinate coordinator = coordination coordonner coordonnateur coordonnatrice
course = cours formation; covid = covid; cover = couvrir motivation presentation accompagnement; craft = metier art artisanat rediger elaborer
creation create creative creativity = creation creer creatif creativite elaborer
crisis = crise; criterion criteria = critere; culture cultural = culture culturel; customer = client clientele
cycle = cycle; data = donnee; date = date; day = jour journee quotidien; deadline = echeance delai limite
deal = traiter affaire; decision decide = decision decider decisionnel; degree = diplome grade degre
delivery deliver deliverable = prestation livraison livrer fournir offrir realiser livrable execution mise realisation presenter assurer
demand = demande exigence; demonstration demonstrate demonstrated = demonstration demontrer demontre manifeste prouver preuve averer
department departmental = ministere ministeriel service; deployment deploy = deploiement deployer
description describe = description decrire descriptif; design designer = conception concevoir concepteur conceptrice design designer graphique
desk = bureau; detail = detail precision modalite minutie renseignement; development develop developer = developpement developper developpeur developpeuse elaborer elaboration concevoir perfectionnement creation creer mise epanouissement
device = appareil dispositif; difference different = difference different differer; difficulty difficult = difficulte difficile ardu
digital = numerique digital; direction direct director = direction directeur directrice diriger orientation direct directive
disability disabled = handicap handicape incapacite situation; discipline multidisciplinary interdisciplinary = discipline disciplinaire multidisciplinaire interdisciplinaire pluridisciplinaire
discussion discuss = discussion discuter echange; disk = disque; diversity diverse = diversite diversifie divers varie
document documentation = document documentation documenter; domain = domaine; duty = fonction tache obligation devoir responsabilite
economics economy economic = economie economique; ecosystem = ecosysteme; editing edit editor = revision edition reviser modifier rediger editeur redacteur redaction
education educational = education etude scolarite enseignement formation pedagogique instruction scolaire
effect = effet incidence vigueur; effort = effort; element = element; email mail = courriel courrier; emergency = urgence
employee employ = employe employee personnel effectif fonctionnaire; employer = employeur; employment = emploi embauche
end = fin bout terme terminer finir; energy = energie; engagement engage = mobilisation engagement mobiliser participation engager participer interagir echanger dialoguer consultation motiver
engineering engineer = ingenierie genie ingenieur technique; english = anglais; environment = environnement milieu cadre climat
equipment = equipement materiel; equity equitable = equite equitable; error = erreur; essence = essence
ethics ethical = ethique; ethnicity ethnic = ethnique ethnie origine; evaluation evaluate = evaluation evaluer; event = evenement activite
evidence = preuve probant donnee; evolution evolve = evolution evoluer changer; example = exemple; excellence = excellence
exception = exception; exchange = echange; executive = cadre direction haut executif superieur dirigeant; exercise = exercice exercer
expectation expect = attente attendre prevoir; experience experienced = experience vecu experimente chevronne
experiment experimentation = experimentation experimenter experience; expert expertise = expert expertise specialiste experience competence savoir
explanation explain = explication expliquer; exposure = exposition contact; extension extend = prolongation prolonger etendre
face = affronter visage face; facilitation facilitate facilitator = animation animer faciliter facilitation animateur
failure fail = echec echouer defaillance; fairness fair = equite equitable juste; family = famille
feature = fonctionnalite caracteristique fonction; federal = federal; feedback = retroaction commentaire avis
fee = frais; field = domaine champ terrain secteur; figure = chiffre montant; file = dossier fichier; finance financial = finance financier
focus = concentrer accent axer attention mettre cibler priorite; form = formulaire forme former; format = format
foundation = fondation fondement base; framework = cadre cadriciel structure; freedom free = liberte gratuit libre gratuitement
french = francais; friend = ami amie; function = fonction; future = avenir futur prochain; gap = lacune ecart
gender = genre sexe; goal = objectif but; government governmental = gouvernement gouvernemental etat; governance = gouvernance
group = groupe; growth grow = croissance croitre grandir cultiver perfectionner; guide guidance guideline = guide orientation conseil directive encadrement guider lignes directrice
hand = main; head = chef tete responsable directeur directrice; health = sante; heart = coeur; help = aide aider contribuer
history historical = histoire historique anterieur; home = domicile maison foyer accueil; hope = espoir esperer souhaiter
hour = heure; house housing = logement maison interne; human = humain; idea = idee; identity identify identification = identite identifier reperer determiner cerner identification relever recenser
image = image; impact = incidence impact effet repercussion retombee; implementation implement = mise oeuvre mettre application implantation implementer instaurer appliquer execution
importance important = importance important; improvement improve = amelioration ameliorer; inclusion inclusive include inclusivity = inclusion inclusif inclure inclus comprendre englober compter
income = revenu; increase = augmentation augmenter accroitre hausse; independence independent = independance independant autonome autonomie
indigenous = autochtone; individual = personne individu individuel particulier; industry = industrie industriel secteur
influence = influence influencer influer; information informational = information renseignement informer informatique; infrastructure = infrastructure
initiative = initiative projet; innovation innovative innovate = innovation innovant innovateur novateur innover novatrice
input = apport contribution commentaire; inquiry = demande; insight = connaissance perspective information apercu constat eclairage enseignement
institution = institution organisme etablissement; integration integrate = integration integrer; integrity = integrite
interaction interact interactive = interaction interagir interactif echange; interest = interet interesser; interface = interface
intern internship = stage stagiaire; internet = internet; interview = entrevue entretien; investigation investigate = enquete enqueter examiner
investment invest = investissement investir; issue = probleme enjeu question probleme dossier; item = element article; iteration iterate iterative = iteration iteratif iterer
job = emploi travail poste tache; journey = parcours cheminement; judgment judgement = jugement; keyboard = clavier
kind = type sorte genre; knowledge knowledgeable = connaissance savoir connaitre; lack = manque absence; language = langue langage linguistique
law legal legislation = loi legislation legislatif droit juridique legal; leader leadership lead leading = chef dirigeant leadership diriger mener direction leader responsable encadrer guider piloter
learning learn learner = apprentissage apprendre apprenant lecon; length = duree longueur; letter = lettre; level = niveau echelon palier
life live lifecycle = vie vivre vecu; limit = limite limiter; line = ligne; link = lien; list = liste enumerer; location locate located = lieu emplacement endroit situer
loss lose = perte perdre; management manage manager = gestion gerer gestionnaire direction encadrement encadrer administrer
manner = maniere facon; map mapping = carte cartographie schema; market marketing = marche marketing commercialisation
material = materiel document matiere; matter = sujet matiere question objet; means = moyen; measure measurement = mesure mesurer indicateur
media = media mediatique; meeting meet = reunion rencontre rencontrer repondre satisfaire respecter combler; member = membre
mentor mentoring mentorship = mentor mentorat encadrer encadrement; message messaging = message messagerie; method methodology = methode methodologie
metric = indicateur mesure parametre; milestone = jalon etape; mind mindset = esprit mentalite tete; minister ministry = ministre ministere
minute = minute; mission = mission; mistake = erreur; mode model modelling = mode modele modeler modelisation; module = module
money = argent; month = mois; morale = moral; movement move = mouvement passer deplacer demenager evoluer; name = nom nommer
nation national = nation national pays; need = besoin devoir necessiter falloir necessaire; negotiation negotiate = negociation negocier
network = reseau reseautage; news newsletter = nouvelle infolettre bulletin; note = note noter; notice = avis; notification notify = notification aviser
number = nombre numero certain chiffre; objective = objectif; obligation = obligation; occasion = occasion; offer = offre offrir
office officer = bureau agent agente cabinet; official = officiel fonctionnaire; onboarding = integration accueil; opening = ouverture
operation operational operate = operation exploitation operationnel exploiter fonctionnement fonctionner activite
opinion = opinion avis; opportunity = occasion possibilite chance opportunite; option = option choix; order = ordre commande
organization organize organizational = organisation organisme organiser organisationnel; orientation = orientation; origin = origine
outcome = resultat; outreach = sensibilisation rayonnement liaison mobilisation; overview = apercu survol; owner ownership own = proprietaire propriete responsabilite propre
ownership = responsabilite appropriation; pace = rythme; page = page; part = partie part faire piece; participation participate participant = participation participer participant
partner partnership = partenaire partenariat; party = partie; passion passionate = passion passionne passionner; past = passe anterieur
path = voie parcours chemin; pattern = modele tendance motif schema; pay = remuneration salaire payer salarial paie; peer = pair collegue
people person personal personnel = personne gens personnel humain individu personnalite; performance perform = rendement performance executer exercer accomplir effectuer realiser performant
period = periode; permission = autorisation permission; perspective = perspective point vue; phase = phase etape; philosophy = philosophie
phone telephone = telephone; physical physically = physique physiquement; pipeline = pipeline chaine; place = lieu place endroit mettre; plan planning = plan planification planifier prevoir
platform = plateforme; play = jouer joueur; policy = politique; pool = bassin repertoire; portfolio = portefeuille portfolio
position = poste position; possibility possible = possibilite possible; posting post = affichage publier annonce poste offre affiche message
potential = potentiel eventuel possible; power = pouvoir puissance; practice practise practitioner practical = pratique praticien exercer praticienne
preference prefer = preference preferer privilegier prefere; preparation prepare = preparation preparer rediger elaborer; presence present presentation = presence presentation presenter actuel present expose
pressure = pression; priority prioritize prioritization = priorite prioriser prioritaire etablir; privacy = privee confidentialite renseignement personnel
problem = probleme; procedure = procedure; process = processus procede procedure traiter traitement demarche; procurement procure = approvisionnement acquisition achat
product = produit; production produce = production produire; profession professional = professionnel profession metier
profile = profil; program programme programming = programme programmation; progress = progres avancement progresser; project = projet
promotion promote = promotion promouvoir favoriser; proof = preuve; property = propriete bien; proposal propose = proposition proposer
protection protect = protection proteger; protocol = protocole; prototype prototyping = prototype prototypage; province provincial = province provincial
public = public publique; publication publish = publication publier; purchase = achat acheter; purpose = but objectif fin; quality = qualite
qualification qualified qualify = qualification qualifie competence qualites; quarter quarterly = trimestre trimestriel; query question = question demande requete
race racial = race racial; range = gamme eventail echelle fourchette ensemble variete; rate = taux; reader read reading = lecteur lecture lire
reality real = realite reel veritable vrai; reason = raison motif; receipt receive = recevoir reception; recognition recognize = reconnaissance reconnaitre
recommendation recommend = recommandation recommander; record = dossier antecedent enregistrer document; recruitment recruit recruiter recruiting = recrutement recruter recruteur dotation
reference = reference; regard = egard concerner regard; region = region; regulation regulatory = reglement reglementation reglementaire
relation relationship relate related = relation lien connexe rapport lier rapporter apparente; release = publication version diffuser lancement
religion = religion; report reporting = rapport relever rendre produire signaler; reputation = reputation; request = demande demander
requirement require required = exigence requis exiger besoin necessaire necessiter obligatoire exige demander; research researcher = recherche chercheur chercheuse
resident residence = resident residence resider habiter; resource = ressource; respect respectful = respect respecter respectueux; response respond = reponse repondre intervention
responsibility responsible = responsabilite responsable charge; result = resultat; resume cv = cv curriculum; review = examen examiner revue revoir evaluer revision verifier etude
right = droit bon bonne; risk = risque; role = role poste fonction; room = salle place; rule = regle; safety safe = securite securitaire sur
salary = salaire salarial traitement remuneration; sample = echantillon modele exemple fictif; scale = echelle grande envergure; schedule = horaire calendrier
science scientist scientific = science scientifique; scope = portee ampleur envergure; screen = ecran; screening = presélection preselection selection
search = recherche chercher; secondment = detachement affectation; secretariat = secretariat; section = section; sector = secteur
security secure = securite securitaire securiser cote proteger sur; selection select = selection selectionner choisir choix; sense = sens sentiment
sentence = phrase; series = serie; server = serveur; service = service prestation; session = seance session; set = ensemble etablir definir fixer serie
share sharing = partage partager communiquer part echanger; shift = changement quart; side = cote; sign = signe signer; site website = site web; situation = situation
size = taille; skill skilled = competence habilete aptitude savoir qualifie technique; society social = societe social; software = logiciel
solution solve solving = solution resoudre resolution regler; source = source; space = espace domaine milieu lieu; specialist specialize special specialty = specialiste specialiser specialise special specialite
speech speak = parole parler exprimer; speed = vitesse rapidite; sponsor = parrainer commanditaire; staff staffing = personnel dotation effectif employe
stage = etape stade phase; stakeholder = intervenant prenante partie concerne interesse; standard = norme standard; start = debut commencer debuter entreprendre demarrer
state statement = etat enonce declaration; station = poste station; statistics = statistique; status = statut etat situation cote; step = etape mesure
storage store = stockage entreposer conserver stocker; story storytelling storyteller = histoire recit recite conteur narration; strategy strategic strategist = strategie strategique stratege
strength strong = force fort solide excellent point; structure = structure structurer; student = etudiant etudiante; study = etude etudier
style = style; subject = sujet objet matiere; success successful successfully = succes reussite reussi reussir retenu fructueux
suggestion suggest = suggestion suggerer proposer; summary summarize = resume sommaire resumer; supervisor supervise supervision = superviseur supervision superviser superieur encadrer surveillance encadrement relever
supplier supply = fournisseur approvisionnement; support supportive = soutien appui soutenir appuyer aide prendre charge aider assistance favoriser; surplus = surplus
survey = sondage enquete; system = systeme; table = table tableau; talent = talent; target = cible cibler viser; task = tache travail
team teammate = equipe collegue equipier; technique technical technology technological technologist = technique technologie technologique technologue; term = terme duree determine mandat modalite
territory = territoire; test testing tester = test essai tester epreuve mettre; text = texte; theme = theme; theory theoretical = theorie theorique
thing = chose element; thinking think thought = pensee penser reflexion idee reflechir; ticket = billet; time timely timeline = temps heure moment delai fois opportun echeancier calendrier periode rapidement
title = titre; tool toolkit = outil outillage trousse; topic = sujet theme; town = ville; track = piste suivi suivre antecedents; trade = metier commerce
tradition = tradition; training train = formation former; transformation transform = transformation transformer; transition = transition
translation translate translator = traduction traduire traducteur traductrice; transparency transparent = transparence transparent; travel = deplacement voyage voyager deplacer
treatment treat = traitement traiter; trend = tendance; trust = confiance; truth true = verite vrai; type = type genre; unit = unite
university = universite universitaire; update = mise jour actualiser; usability usable = convivialite utilisabilite utilisable ergonomie convivial; user use = utilisateur usager utilisation utiliser utilisatrice usage recourir servir emploi
vaccination vaccine = vaccination vaccin vacciner; value valuable = valeur valoriser precieux utile; variety various vary = variete divers varie different plusieurs varier; vehicle = vehicule
vendor = fournisseur; version = version; veteran = veteran ancien combattant; video = video; view = vue point opinion; vision = vision; visitor visit = visiteur visite visiter
voice = voix; volume = volume; volunteer = benevole; vulnerability = vulnerabilite; weakness = faiblesse; web = web; week weekly = semaine hebdomadaire
will willingness willing = volonte disposer pret desireux; woman women = femme; word wording = mot libelle; work worker workplace workforce working = travail travailler travailleur milieu collaborer oeuvre ouvrage fonctionner effectif
workload = charge travail; workshop = atelier; world = monde mondial; writing write writer written = redaction rediger ecrire redacteur ecrit redactrice redactionnel
year yearly annual = an annee annuel annuellement; youth young = jeune jeunesse`;
