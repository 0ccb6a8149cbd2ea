import { terms, type Lexicon } from './types.js';

export const french: Lexicon = {
  language: 'fr',
  country: 'FR',
  stopwords: terms(`
    et, de, des, les, la, le, du, pour, avec, en, une, dans, sur, aux, au, par, d'une, ou, à, un, je, nous, ce,
    cette, mon, ma, mes, son, sa, ses, être, suivi, gestion, mise, réalisation, équipe, clients, est, sont, ainsi,
    chez, lors
  `),
  headings: {
    contact: terms(`
      contact, coordonnées, contacts, mes coordonnées, liens, réseaux sociaux, me contacter, réseaux, mes
      contacts, informations de contact, coordonnées personnelles, contact & liens, où me trouver, me joindre,
      adresse, profils, en ligne, web, sites web, mes réseaux, réseaux professionnels
    `),
    personal: terms(`
      informations personnelles, données personnelles, état civil, renseignements personnels, à propos, infos
      personnelles, informations, infos, infos pratiques, informations générales, informations complémentaires
      personnelles, identité, données personnelles & contact, fiche d'identité, situation personnelle, coordonnées
      & état civil, détails personnels, renseignements
    `),
    summary: terms(`
      profil, résumé, à propos de moi, objectif, objectif professionnel, profil professionnel, présentation, qui
      suis-je, accroche, projet professionnel, synthèse, sommaire, profil & objectifs, profil personnel, mon
      profil, résumé professionnel, résumé de carrière, bref résumé, en bref, en résumé, en quelques mots,
      synthèse du profil, synthèse professionnelle, profil synthétique, bio, biographie, courte biographie,
      introduction, objectifs, objectif de carrière, objectifs professionnels, mon objectif, mon projet, projet,
      projet de carrière, qui je suis, à mon sujet, accroche professionnelle, poste recherché, poste visé,
      motivation, motivations, description, description de profil, présentation personnelle, faits marquants,
      points clés, l'essentiel, déclaration d'intention, démarche artistique
    `),
    work: terms(`
      expérience, expériences, expérience professionnelle, expériences professionnelles, parcours professionnel,
      emplois, parcours, expériences de travail, expérience de travail, stages, stages et emplois, emploi,
      carrière, activités professionnelles, expérience pro, expériences pro, expériences de travail & stages, mes
      expériences, mon expérience, mes expériences professionnelles, expériences professionnelles & stages,
      expérience professionnelle & stages, expériences & stages, stages & expériences, stages & expériences
      professionnelles, stage, stages professionnels, stages & jobs, jobs, jobs étudiants, jobs d'été, emplois
      étudiants, emplois occupés, emplois précédents, emplois saisonniers, emplois & stages, postes, postes
      occupés, fonctions occupées, fonctions exercées, fonctions, missions, missions réalisées, principales
      missions, historique professionnel, historique d'emploi, historique de carrière, itinéraire professionnel,
      cheminement professionnel, cheminement de carrière, carrière professionnelle, carrière militaire, parcours
      de carrière, parcours militaire, parcours & expériences, parcours professionnel & expériences, mon parcours,
      mon parcours professionnel, vie professionnelle, vie active, activité professionnelle, activité, antécédents
      professionnels, expériences significatives, expériences principales, expériences clés, expériences
      pertinentes, expérience pertinente, expériences récentes, autres expériences, autres expériences
      professionnelles, autre expérience, expériences diverses, expériences antérieures, expérience antérieure,
      expériences complémentaires, expérience complémentaire, expériences en entreprise, expérience en entreprise,
      expériences à l'étranger, expérience internationale, expériences internationales, expérience pratique,
      expériences pratiques, expérience terrain, expérience de recherche, expériences de recherche, activités de
      recherche, expérience d'enseignement, expériences d'enseignement, activités d'enseignement, enseignement,
      enseignements, expérience clinique, expériences cliniques, expérience hospitalière, expériences
      hospitalières, expérience soignante, expérience juridique, expérience commerciale, expérience managériale,
      expérience technique, expériences techniques, expériences artistiques, expérience artistique, expérience
      militaire, service militaire, service national, alternance, alternances, apprentissage, expériences en
      alternance, emploi actuel, emplois actuels, mandats, missions freelance, activité libérale, freelance,
      références professionnelles & expériences, théâtre, filmographie, expérience de travail pertinente
    `),
    education: terms(`
      formation, formations, éducation, études, parcours académique, diplômes, formation académique, formation
      universitaire, parcours scolaire, scolarité, diplômes et formations, formations et diplômes, cursus, cursus
      universitaire, formation et diplômes, parcours universitaire, formation initiale, cursus scolaire, ma
      formation, mes formations, mes études, mon cursus, mes diplômes, diplôme, diplômes obtenus, diplômes &
      formation, diplômes & études, diplômes universitaires, diplômes & certifications, diplômes & qualifications,
      formation & diplôme, formation & études, formation & éducation, formation & certifications, formation &
      certification, formation & qualifications, formation & compétences, formation & langues, formations &
      certifications, formations & études, formations suivies, formation supérieure, formation professionnelle,
      formations professionnelles, formation scolaire, formation scolaire & universitaire, formation générale,
      formation de base, formation principale, formation artistique, formation musicale, formation médicale,
      formation juridique, formation technique, formations académiques, formations universitaires, formations
      diplômantes, formation diplômante, formation & parcours académique, éducation & formation, éducation &
      diplômes, éducation & certifications, études & diplômes, études & formation, études & formations, études
      supérieures, études universitaires, études secondaires, études réalisées, études effectuées, études &
      certifications, parcours de formation, parcours d'études, parcours éducatif, parcours étudiant, parcours
      scolaire & universitaire, parcours universitaire & scolaire, parcours académique & formation, cursus
      académique, cursus de formation, cursus scolaire & universitaire, cursus & formation, enseignement
      supérieur, scolarité & diplômes, scolarité & formation, qualifications, qualifications académiques, titres &
      diplômes, titres universitaires, titres, école, écoles, université, universités, niveau d'études, cycle
      d'études
    `),
    skills: terms(`
      compétences, compétences techniques, compétences clés, savoir-faire, compétences informatiques,
      informatique, outils, aptitudes, compétences professionnelles, connaissances, technologies, domaines de
      compétence, domaines de compétences, atouts, qualités, savoir-être, logiciels, compétences comportementales,
      outils informatiques, connaissances informatiques, compétence, mes compétences, compétences & outils,
      compétences & qualités, compétences & savoir-faire, compétences & aptitudes, compétences & connaissances,
      compétences & langues, compétences & centres d'intérêt, compétences & logiciels, compétences & atouts,
      compétences & technologies, compétences & intérêts, compétences & expertises, compétences métier,
      compétences métiers, compétences fonctionnelles, compétences générales, compétences principales, compétences
      spécifiques, compétences particulières, compétences transverses, compétences transversales, compétences
      personnelles, compétences humaines, compétences relationnelles, compétences sociales, compétences
      organisationnelles, compétences managériales, compétences comportementales & humaines, compétences
      numériques, compétences digitales, compétences bureautiques, compétences it, compétences en informatique,
      compétences informatiques & langues, compétences linguistiques & informatiques, compétences & langues
      étrangères, compétences scientifiques, compétences artistiques, compétences cliniques, compétences
      juridiques, compétences commerciales, compétences complémentaires, compétences additionnelles, compétences
      fondamentales, compétences essentielles, autres compétences, principales compétences, domaine de compétence,
      domaine de compétences, domaine d'expertise, domaines d'expertise, domaines d'intervention, domaines
      d'activité, domaines de spécialisation, champs de compétences, champs d'expertise, expertise, expertises,
      expertises techniques, spécialités, spécialisation, spécialisations, aptitudes & compétences, aptitudes
      professionnelles, aptitudes techniques, capacités, habiletés, savoirs, savoir faire, savoir-faire &
      savoir-être, savoir être, savoirs-être, savoirs-faire, savoir-faire techniques, mes atouts, mes qualités,
      mes points forts, points forts, forces, atouts & qualités, atouts personnels, qualités personnelles,
      qualités humaines, qualités professionnelles, qualités & compétences, traits de personnalité, personnalité,
      soft skills, hard skills, softskills, skills, connaissances techniques, connaissances linguistiques &
      informatiques, connaissances professionnelles, connaissances particulières, connaissances & compétences,
      connaissances pratiques, maîtrise, maîtrises, maîtrise des outils, maîtrise informatique, maîtrise
      logicielle, outils & technologies, outils & logiciels, outils maîtrisés, outils & méthodes, outils
      bureautiques, outils & langages, logiciels maîtrisés, logiciels & outils, logiciels informatiques, logiciels
      & technologies, bureautique, informatique & bureautique, informatique & langues, informatique & internet,
      informatique & logiciels, langues & informatique, langues & compétences, langues & logiciels, environnement
      technique, environnements techniques, environnement technologique, technologies maîtrisées, technologies &
      outils, stack technique, technique, techniques, techniques maîtrisées, méthodes, méthodes & outils,
      méthodologies, programmation, langages, langages de programmation, langages & outils, langages
      informatiques, frameworks, bases de données, systèmes, numérique, digital, savoir-faire artisanal
    `),
    languages: terms(`
      langues, langue, compétences linguistiques, langues étrangères, langues parlées, langues vivantes, langues &
      niveaux, langues maîtrisées, langues pratiquées, langue étrangère, langue(s), connaissances linguistiques,
      aptitudes linguistiques, maîtrise des langues, niveau de langues, niveaux de langue, mes langues, autres
      langues, compétences en langues, linguistique, langue maternelle & autres langues, pratiques linguistiques
    `),
    certificates: terms(`
      certifications, certificats, certification, certificat, formations complémentaires, formation continue,
      habilitations, certifications et formations, stages de formation, licences et certifications,
      perfectionnement, certifications & diplômes, certifications & licences, certifications & formations,
      certifications professionnelles, certifications techniques, certifications obtenues, certifications &
      habilitations, certifications & permis, certifications & langues, certification professionnelle, certificats
      & formations, certificats & diplômes, certificats & licences, certificats & permis, attestations,
      attestation, accréditations, agréments, brevets & certificats, brevets & permis, habilitations & permis,
      habilitations & certifications, permis, permis & habilitations, permis & certifications, permis & licences,
      licences, licences & permis, titres professionnels, formation continue & certifications, formation
      complémentaire, formations continues, formations & stages, formations additionnelles, formations annexes,
      formations courtes, formations en ligne, formations internes, formations diverses, formations spécifiques,
      formations professionnelles continues, autres formations, autre formation, autres formations &
      certifications, autres diplômes, autres certifications, cours, cours en ligne, cours suivis, cours &
      certifications, cours & formations, cours complémentaires, mooc, moocs, séminaires, séminaires & formations,
      ateliers, ateliers & formations, ateliers & stages, stages & formations, stages de perfectionnement,
      perfectionnements, perfectionnement professionnel, développement professionnel, développement professionnel
      continu, dpc, tests & certifications, tests, examens, qualifications professionnelles, qualifications
      complémentaires
    `),
    projects: terms(`
      projets, projets personnels, projets réalisés, réalisations, projets académiques, projets professionnels,
      principaux projets, projet personnel, projets & réalisations, projets & réalisations personnelles, projets
      réalisés en entreprise, projets universitaires, projets scolaires, projets d'études, projets étudiants,
      projets tutorés, projet tutoré, projets de recherche, projets de fin d'études, projet de fin d'études,
      projets techniques, projets informatiques, projets de développement, projets open source, projets
      principaux, projets récents, projets significatifs, projets notables, projets marquants, projets clés,
      projets en cours, projets artistiques, projets associatifs, projets divers, projets web, projets
      sélectionnés, autres projets, mes projets, mes réalisations, réalisations professionnelles, réalisations
      personnelles, réalisations & projets, réalisations clés, réalisations marquantes, principales réalisations,
      portfolio, travaux pratiques, travaux personnels, chantiers, créations, œuvres, oeuvres, contributions open
      source, open source, mémoire, mémoires, mémoire de fin d'études, recherche, recherches, travaux de recherche
    `),
    publications: terms(`
      publications, articles, travaux, conférences, brevets, publications scientifiques, communications,
      publication, liste des publications, liste de publications, publications & conférences, publications &
      communications, publications & travaux, publications & brevets, publications académiques, publications
      principales, publications récentes, publications & présentations, principales publications, articles
      publiés, articles scientifiques, articles de presse, articles & publications, ouvrages, ouvrages publiés,
      livres, chapitres d'ouvrages, travaux scientifiques, travaux publiés, travaux & publications, travaux
      universitaires, communications scientifiques, communications orales, communications & conférences,
      présentations, présentations & conférences, conférences & publications, conférences & séminaires,
      conférences & communications, colloques, colloques & conférences, interventions, interventions &
      conférences, posters, brevets & publications, brevets déposés, thèse, thèse de doctorat, presse, médias,
      parutions, bibliographie, écrits
    `),
    awards: terms(`
      prix, distinctions, récompenses, prix et distinctions, bourses, honneurs, distinctions et prix, bourses et
      prix, prix & récompenses, prix & bourses, prix & honneurs, prix & concours, prix littéraires, prix obtenus,
      prix & reconnaissances, distinction, distinctions & récompenses, distinctions honorifiques, distinctions &
      bourses, distinctions académiques, distinctions universitaires, distinctions & honneurs, récompenses &
      distinctions, récompenses & prix, récompenses & honneurs, récompense, reconnaissances, reconnaissance,
      décorations, médailles, mérites, concours, concours & prix, compétitions, palmarès, bourses & distinctions,
      bourses & récompenses, bourses d'études, bourses de recherche, bourses & financements, financements,
      subventions, mentions, honneurs & distinctions, honneurs & récompenses, succès, résultats, exploits,
      expositions & prix, expositions, performances sportives
    `),
    volunteer: terms(`
      bénévolat, engagement associatif, vie associative, engagements, activités associatives, expérience
      associative, activités bénévoles, engagement bénévole, engagement, activités extra-professionnelles,
      expériences associatives, bénévolat & engagement, bénévolat & engagements, bénévolat & engagement
      associatif, bénévolat & associations, bénévolat & vie associative, bénévolat & intérêts, bénévolat &
      implication, volontariat, volontariat & bénévolat, expérience bénévole, expériences bénévoles, expérience de
      bénévolat, expériences de bénévolat, activité bénévole, activités de bénévolat, travail bénévole, actions
      bénévoles, missions bénévoles, associatif, associations, association, associations & bénévolat, activité
      associative, activités associatives & bénévoles, activités associatives & sportives, activités associatives
      & sociales, activités sociales, activités communautaires, activités parascolaires, activités extrascolaires,
      activités extra-scolaires, activités extracurriculaires, activités extra-universitaires, activités
      para-universitaires, activités étudiantes, activités extraprofessionnelles, activités extra-académiques,
      engagement social, engagement citoyen, engagement bénévole & associatif, engagement étudiant, engagements
      associatifs, engagements bénévoles, engagements personnels, engagements & bénévolat, engagements citoyens,
      engagements & responsabilités, implication sociale, implication bénévole, implication communautaire,
      implications, implications sociales, implication, investissement associatif, vie étudiante, vie associative
      & bénévolat, vie associative & loisirs, service civique, responsabilités associatives, responsabilités,
      parcours associatif, mécénat
    `),
    interests: terms(`
      centres d'intérêt, centre d'intérêt, centres d'intérêts, loisirs, intérêts, passions, hobbies, activités et
      loisirs, loisirs et intérêts, activités, divers, centre d'interet, centres d'interet, centres d'interets,
      centres d'intérêt & loisirs, centres d'intérêt & activités, centres d'intérêt & engagements, centres
      d'intérêt & passions, mes centres d'intérêt, mes passions, mes loisirs, mes hobbies, loisir, loisirs &
      centres d'intérêt, loisirs & activités, loisirs & passions, loisirs & sports, loisirs & intérêts personnels,
      loisirs & divers, loisirs & bénévolat, passion, passions & loisirs, passions & intérêts, passions & centres
      d'intérêt, passe-temps, passe temps, hobby, hobbies & intérêts, hobbies & passions, intérêts personnels,
      intérêts & activités, intérêts & loisirs, intérêts & passions, intérêts professionnels, intérêts de
      recherche, sphères d'intérêt, activités & intérêts, activités & centres d'intérêt, activités personnelles,
      activités extra-professionnelles & loisirs, activités sportives, activités culturelles, activités sportives
      & culturelles, sport, sports, sports & loisirs, sport & loisirs, vie personnelle, vie privée, temps libre,
      autres intérêts, autres centres d'intérêt, divers & loisirs, en dehors du travail
    `),
    references: terms(`
      références, recommandations, référence, références professionnelles, références personnelles, référents,
      personnes de référence, lettres de recommandation, recommandation, témoignages, avis, avis clients,
      références & recommandations, personnes à contacter
    `),
  },
  headingWords: {
    volunteer: terms(`bénévolat, associatif, associative, bénévole`),
    publications: terms(`publications`),
    certificates: terms(`certifications, certificats`),
    awards: terms(`prix, distinctions, récompenses`),
    projects: terms(`projets`),
    work: terms(`expérience, expériences, professionnel, stages`),
    education: terms(`formation, formations, études, diplômes, scolaire, universitaire`),
    languages: terms(`langues, linguistiques`),
    skills: terms(`compétences, connaissances, informatique`),
    interests: terms(`loisirs, intérêt, intérêts`),
    references: terms(`références`),
    summary: terms(`profil, objectif`),
    contact: terms(`contact, coordonnées`),
  },
  months: [
    terms(`janvier, janv, jan`),
    terms(`février, févr, fév, fevrier, fevr, fev`),
    terms(`mars, mar`),
    terms(`avril, avr`),
    terms(`mai`),
    terms(`juin, jun`),
    terms(`juillet, juil, jul`),
    terms(`août, aout, aoû`),
    terms(`septembre, sept, sep`),
    terms(`octobre, oct`),
    terms(`novembre, nov`),
    terms(`décembre, déc, decembre, dec`),
  ],
  seasons: { printemps: 3, été: 6, automne: 9, hiver: 12, début: 1, mi: 6, fin: 10, rentrée: 9 },
  present: terms(`
    aujourd'hui, présent, actuel, actuelle, actuellement, en cours, ce jour, maintenant, à aujourd'hui, à ce jour,
    jusqu'à présent, à présent, jusqu'à ce jour, jusqu'à aujourd'hui, jusqu'à maintenant, aujourd hui, aujourdhui,
    auj, à maintenant, à l'heure actuelle, en poste, poste actuel, présente, en cours d'obtention, encore en
    poste, actuellement en poste, à actuellement, jour
  `),
  since: terms(`
    depuis, dès, depuis le, depuis la, depuis l'année, à partir de, à compter de, à compter du, à partir du, de,
    début, du
  `),
  from: terms(`de, début, du`),
  until: terms(`à, au, jusqu'à, jusqu'en, a, jusqu'au, jusque, à fin`),
  positions: terms(`
    ingénieur*, développeur*, développeuse*, responsable*, directeur*, directrice*, chef, cheffe, chargé*,
    assistant*, stagiaire*, stage, consultant*, technicien*, analyste*, gestionnaire*, conseiller*, conseillère*,
    comptable*, vendeur*, vendeuse*, infirmier*, infirmière*, médecin*, professeur*, enseignant*, formateur*,
    formatrice*, commercial*, coordinateur*, coordinatrice*, concepteur*, conceptrice*, graphiste*, designer*,
    architecte*, juriste*, avocat*, secrétaire*, agent, agente, employé*, ouvrier*, opérateur*, opératrice*,
    apprenti*, alternant*, alternance, doctorant*, chercheur*, chercheuse*, gérant*, fondateur*, fondatrice*,
    cofondateur*, adjoint*, président*, animateur*, animatrice*, rédacteur*, rédactrice*, traducteur*,
    traductrice*, serveur*, serveuse*, cuisinier*, hôte*, caissier*, caissière*, bénévole*, auditeur*,
    contrôleur*, contrôleuse*, acheteur*, acheteuse*, administrateur*, administratrice*, superviseur*, manager*,
    lead, intégrateur*, webmaster*, chauffeur*, électricien*, mécanicien*, pharmacien*, psychologue*, éducateur*,
    éducatrice*, attaché*, spécialiste*, expert*, associé*, indépendant*, auxiliaire*, aide-soignant*,
    journaliste*, photographe*, moniteur*, monitrice*, boulanger*, pâtissi*, coiffeur*, coiffeuse*,
    réceptionniste*, notaire*, clerc, huissier*, magistrat*, juge*, greffier*, procureur*, policier*, policière,
    gendarme*, gardien*, gardienne, pompier*, sapeur-pompier, militaire*, soldat*, caporal*, sergent*, adjudant*,
    lieutenant*, capitaine*, commandant*, colonel, officier*, maréchal, pilote*, steward, hôtesse*, matelot*,
    marin*, conducteur*, conductrice*, livreur*, livreuse*, coursier*, cariste*, magasinier*, magasinière,
    manutentionnaire*, préparateur*, préparatrice*, logisticien*, logisticienne, approvisionneur*, affréteur*,
    transporteur*, déménageur*, facteur*, factrice, cheminot*, machiniste*, chaudronnier*, soudeur*, soudeuse*,
    tourneur*, fraiseur*, ajusteur*, usineur*, outilleur*, monteur*, monteuse*, régleur*, plombier*, plombière,
    chauffagiste*, maçon*, maçonne, carreleur*, peintre*, plâtrier*, couvreur*, charpentier*, menuisier*,
    menuisière, ébéniste*, serrurier*, vitrier*, électromécanicien*, électronicien*, électrotechnicien*,
    automaticien*, dessinateur*, dessinatrice*, projeteur*, projeteuse, métreur*, géomètre*, topographe*,
    urbaniste*, paysagiste*, jardinier*, jardinière, agriculteur*, agricultrice*, éleveur*, maraîcher*,
    viticulteur*, vigneron*, œnologue*, oenologue*, boucher*, bouchère*, charcutier*, poissonnier*, chocolatier*,
    traiteur*, commis, plongeur*, plongeuse*, barman, barmaid, sommelier*, sommelière, maîtresse, maître-nageur,
    sous-chef, valet, gouvernant*, gouvernante, concierge*, majordome, esthéticien*, esthéticienne, maquilleur*,
    styliste*, modéliste*, couturier*, couturière*, tailleur*, cordonnier*, bijoutier*, horloger*, fleuriste*,
    libraire*, bibliothécaire*, documentaliste*, archiviste*, conservateur*, conservatrice*, restaurateur*,
    restauratrice, galeriste*, commissaire*, médiateur*, médiatrice*, guide*, accompagnateur*, accompagnatrice*,
    artiste*, illustrateur*, illustratrice*, plasticien*, plasticienne, sculpteur*, sculptrice, céramiste*,
    potier*, comédien*, comédienne*, acteur*, actrice*, danseur*, danseuse*, chorégraphe*, chanteur*, chanteuse*,
    musicien*, musicienne*, pianiste*, violoniste*, compositeur*, compositrice*, metteur*, réalisateur*,
    réalisatrice*, scénariste*, producteur*, productrice*, cadreur*, cadreuse, régisseur*, régisseuse, vidéaste*,
    reporter*, pigiste*, correspondant*, correspondante, éditeur*, éditrice*, correcteur*, correctrice*,
    relecteur*, interprète*, linguiste*, auteur*, autrice*, écrivain*, écrivaine, influenceur*, chroniqueur*,
    présentateur*, présentatrice, porte-parole, lobbyiste*, diplomate*, ambassadeur*, consul*, député*, maire*,
    élu*, fonctionnaire*, inspecteur*, inspectrice*, percepteur*, douanier*, douanière, instituteur*,
    institutrice*, maître-assistant, maître de conférences, maîtresse de conférences, moniteur-éducateur,
    surveillant*, surveillante, proviseur*, principal*, recteur*, doyen*, tuteur*, tutrice*, répétiteur*, coach*,
    entraîneur*, entraîneuse, sportif*, sportive, arbitre*, nageur*, kinésithérapeute*, ostéopathe*,
    orthophoniste*, ergothérapeute*, psychomotricien*, psychiatre*, pédiatre*, généraliste*, chirurgien*,
    chirurgienne, dentiste*, externe*, praticien*, praticienne, urgentiste*, anesthésiste*, radiologue*,
    cardiologue*, gynécologue*, sage-femme*, maïeuticien*, ambulancier*, ambulancière, brancardier*,
    aide-soignante, aide*, puéricultrice*, puériculteur*, assistante*, nourrice*, nounou, baby-sitter, babysitter,
    fille au pair, diététicien*, nutritionniste*, opticien*, audioprothésiste*, préparateur en pharmacie,
    laborantin*, biologiste*, chimiste*, physicien*, physicienne, mathématicien*, statisticien*, statisticienne,
    économiste*, sociologue*, historien*, historienne, archéologue*, géologue*, géographe*, anthropologue*,
    écologue*, vétérinaire*, post-doctorant*, postdoctorant*, chargée*, sous-directeur, pdg, dg, daf, drh, rssi,
    dsi, président-directeur, vice-président*, vice-présidente, standardiste*, télévendeur*, téléconseiller*,
    téléprospecteur*, guichetier*, banquier*, banquière, courtier*, courtière, trader*, actuaire*, assureur*,
    souscripteur*, expert-comptable, commissaire aux comptes, trésorier*, trésorière*, fiscaliste*, auditrice*,
    recruteur*, recruteuse*, négociateur*, négociatrice*, agent*, agente*, démonstrateur*, démonstratrice*,
    promoteur*, animateur commercial, représentant*, représentante, vrp, délégué*, déléguée, ingénieure,
    programmeur*, programmeuse*, testeur*, testeuse*, chef*, cheffe*, coordonnateur*, coordonnatrice*,
    superviseure, planificateur*, planificatrice, ordonnanceur*, ordonnanceuse, qualiticien*, qualiticienne,
    préventeur*, ouvrière*, agent de production, technicienne*, employée*, saisonnier*, saisonnière*,
    intérimaire*, apprentie*, alternante*, volontaire*, membre*, cofondatrice*, créateur*, créatrice*,
    entrepreneur*, entrepreneuse*, auto-entrepreneur*, gérante*, associée*, consultante*, indépendante*,
    freelance*, étudiant*, étudiante*, doctorante*, enseignante-chercheuse, enseignant-chercheur, ater, pu-ph,
    lecteur*, lectrice*, prêtre*, pasteur*, aumônier*, séminariste*
  `),
  titleEndings: terms(`
    eur, euse, ier, ière, iste, ien, ienne, trice, teur, logue, graphe, aire, eure, ant, ante
  `),
  notTitles: terms(`
    secteur, valeur, fleur, cœur, coeur, intérieur, extérieur, supérieur, moteur, facteur, heure, meilleur,
    plusieurs, erreur, couleur, hauteur, ordinateur, atelier, chantier, papier, quartier, métier, février,
    janvier, dernier, dernière, premier, première, entier, courrier, dossier, foyer, rivière, lumière, matière,
    carrière, frontière, bière, bien, rien, combien, ancien, ancienne, lien, italien, indien, parisien,
    parisienne, européen, européenne, quotidien, liste, piste, affaire, horaire, salaire, secondaire, primaire,
    scolaire, universitaire, militaire, grammaire, dictionnaire, partenaire, anniversaire, formulaire, restaurant,
    avant, pendant, cependant, grand, important, suivant, montant, brabant, levant, nant, dont, étudiant
  `),
  headNoun: 'first',
  employers: terms(`
    sa, sarl, s.a., eurl, sàrl, groupe, société, banque, hôpital, clinique, chu, mairie, ministère, cabinet,
    université, école, institut, association, fondation, lycée, collège, laboratoire, cnrs, inria, restaurant,
    hôtel, pharmacie, boulangerie, librairie, s.a.r.l., s.a.s., sasu, scop, snc, gie, scp, selarl, eirl, e.u.r.l.,
    ste, sté, cie, compagnie, entreprise, entreprises, ets, établissements, établissement, maison, maisons,
    manufacture, usine, usines, fabrique, ateliers, atelier, industries, laboratoires, chantier, chantiers,
    garage, carrosserie, concession, messageries, autocars, taxis, sncf, ratp, aéroport, port, compagnie aérienne,
    armateur, centre hospitalier, chru, chi, hôpitaux, aphp, ap-hp, maternité, ehpad, foyer, résidence,
    polyclinique, maison de santé, cabinet médical, cabinet dentaire, officine, pharmacies, samu, croix-rouge,
    sdis, communauté, métropole, département, préfecture, sous-préfecture, conseil départemental, conseil
    régional, conseil général, tribunal, barreau, étude, ambassade, consulat, gendarmerie, pôle emploi, caf, cpam,
    urssaf, office, syndicat, syndicats, fédération, ligue, ong, comité, chambre, cci, coopérative, mutuelle,
    crédit, caisse, bnp, agence immobilière, bureau d'études, ingénierie, télécom, télécoms, énergies, gaz, eaux,
    constructions, menuiserie, paysages, jardins, pépinières, ferme, domaine, château, cave, caves, vignobles,
    abattoir, laiterie, fromagerie, pâtisserie, boucherie, charcuterie, épicerie, supermarché, hypermarché,
    carrefour, auchan, leclerc, magasin, magasins, boutique, galeries, galerie, brasserie, bistrot, bistro, café,
    auberge, hôtels, résidences, traiteur, opéra, orchestre, ballet, compagnie théâtrale, festival, musée, musées,
    médiathèque, bibliothèque, cinéma, productions, éditions, revue, magazine, imprimerie, agence de
    communication, librairies, crèche, crèches, écoles, maternelle, primaire, lycées, cfa, rectorat, académie,
    faculté, inserm, inrae, inra, cea, cirad, ird, onera, observatoire, institut pasteur, salon, spa, agence,
    centre, studio, collectif, bureau
  `),
  trades: terms(`
    assurance*, industrie, transports, transport, logistique, air, commune, ville, région, cour, armée, marine,
    police, sécurité sociale, union, assurances, immobilier, immobilière, conseils, consulting, études, solutions,
    services, systèmes, informatique, technologies, énergie, électricité, bâtiment, construction, travaux, btp,
    plomberie, maçonnerie, bar, camping, restauration, cuisine, théâtre, archives, films, édition, presse,
    journal, radio, télévision, publicité, communication, mode, coiffure
  `),
  units: terms(`
    service, département, pôle, direction, équipe, unité, division, bureau, section, antenne, agence, site,
    filiale, rayon, secteur, service des, marketing, ventes, achats, finance, finances, comptabilité, rh,
    juridique, production, qualité, recherche, développement, informatique, communication, logistique
  `),
  employment: terms(`
    cdi, cdd, en cdi, en cdd, intérim, en intérim, temps plein, à temps plein, temps complet, temps partiel, à
    temps partiel, mi-temps, à mi-temps, alternance, en alternance, apprentissage, en apprentissage, contrat
    d'apprentissage, contrat de professionnalisation, contrat pro, stage, en stage, stage conventionné,
    saisonnier, job étudiant, job d'été, emploi étudiant, freelance, en freelance, indépendant, auto-entrepreneur,
    vacations, vacataire, titulaire, contractuel, bénévolat, bénévole, remplacement, en remplacement, libéral, en
    libéral, profession libérale, télétravail, portage salarial, contrat
  `),
  selfEmployed: terms(
    `indépendant, indépendante, à son compte, à mon compte, auto-entrepreneur, auto-entrepreneuse, autoentrepreneur, micro-entrepreneur, micro-entrepreneuse, profession libérale, en libéral, freelance, travailleur indépendant, travailleuse indépendante`,
  ),
  institutions: terms(`
    université*, école*, lycée*, institut*, iut, faculté, collège, cfa, insa, hec, epfl, cnam, polytechnique,
    sorbonne, académie, centrale, essec, escp, sciences-po, gymnase, conservatoire, ensimag, iae, iep, ifsi, esc,
    edhec, emlyon, kedge, neoma, audencia, isep, isen, ensam, enset, ensai, ensae, esiea, epita, epitech, supélec,
    télécom, agroparistech, agrocampus, inalco, ehess, ephe, eesab, ensad, beaux-arts, femis, cned, afpa, greta,
    inp, insa*, iufm, espe, inspé, esj, celsa, hep, heig-vd, hes-so, hes, unil, unige, unifr, ulb, ulg, uclouvain,
    ulaval, udem, uqam, hautes, cégep, cegep, supérieure, collège*, universitaire, académie*, centre de formation,
    organisme de formation, séminaire, maison familiale, mfr, internat, campus
  `),
  degrees: terms(`
    licence*, master, mastère, doctorat, thèse, dut, bts, but, bac, baccalauréat, diplôme*, cap, bep, maîtrise,
    deug, dess, dea, ingénieur, certificat, cpge, brevet, cfc, maturité, bachelor, agrégation, deust, cycle,
    licences, licence, master*, mastère*, maîtrise*, m1, m2, l1, l2, l3, dut*, bts*, btsa, bac*, baccalauréat*,
    baccalaureat, bachelor*, brevet*, bepc, dnb, cap*, bep*, bpa, bac+2, bac+3, bac+5, bac+8, diu, desc, capa,
    capes, caplp, crpe, dnsep, dnap, dna, dnmade, deas, deeje, dees, dcg, dscg, daeu, bpjeps, bafa, bafd, deug*,
    deua, doctorat*, thèse*, hdr, habilitation, agrégation*, internat, prépa, prépas, classe préparatoire,
    hypokhâgne, khâgne, diplome*, certificat*, cqp, afp, attestation, maturité*, matu, cycle*, échange, première
    année, deuxième année, capacité, mba, msc, ba, bsc, ma, phd, ph.d, aec, certificat d'études, cess, graduat
  `),
  degreeJoiners: terms(`
    en, de, d, ès, mention, option, spécialité, spécialisation, filière, parcours, série, dans, domaine
  `),
  scores: terms(`
    mention, moyenne, note, note finale, moyenne générale, note globale, résultat, classement, rang, mgc, gpa,
    avec mention
  `),
  grades: terms(`
    mention très bien, mention bien, mention assez bien, mention passable, mention tb, mention b, mention ab,
    mention p, très bien, assez bien, très honorable, mention très honorable, félicitations du jury, avec
    félicitations du jury, avec les félicitations du jury, mention très honorable avec félicitations, mention
    honorable, avec mention, avec mention bien, avec mention très bien, avec mention assez bien, avec distinction,
    avec grande distinction, la plus grande distinction, grande distinction, distinction, satisfaction, major de
    promotion, major de promo, major de sa promotion, summa cum laude, magna cum laude, cum laude, avec succès
  `),
  theses: terms(`
    mémoire, mémoire de fin d'études, mémoire de master, sujet de mémoire, sujet de thèse, thèse, titre de la
    thèse, sujet, directeur de thèse, directrice de thèse, projet de fin d'études, pfe, tfe, travail de fin
    d'études, travail de bachelor, travail de master, sous la direction de
  `),
  courses: terms(`
    cours, modules, matières, cours suivis, matières principales, principales matières, enseignements,
    enseignements principaux, modules suivis, cours principaux, contenu, spécialités, spécialité
  `),
  at: terms(`chez, à, au sein de, pour`),
  expected: terms(`
    prévu, prévue, en cours d'obtention, obtention prévue, diplôme prévu, attendu, fin prévue, obtenu, obtenue,
    obtention, validé, promotion, promo
  `),
  durations: terms(`
    an, ans, année, années, mois, semaine, semaines, sem, jour, jours, semestre, semestres
  `),
  last: terms(`
    les derniers, les dernières, ces dernières, ces derniers, durant, pendant, depuis
  `),
  ago: terms(`il y a`),
  formLabels: {
    dates: terms(`dates, date, période, durée`),
    position: terms(`fonction ou poste occupé, poste occupé, fonction, poste, emploi occupé, intitulé du poste`),
    employer: terms(`nom et adresse de l'employeur, employeur, nom de l'employeur, entreprise, société`),
    tasks: terms(
      `principales activités et responsabilités, activités et responsabilités principales, activités principales, missions, responsabilités, tâches principales`,
    ),
    degree: terms(
      `intitulé du certificat ou diplôme délivré, intitulé du certificat ou du diplôme délivré, intitulé du diplôme, diplôme obtenu, diplôme, certificat`,
    ),
    institution: terms(
      `nom et type de l'établissement d'enseignement ou de formation, nom et type d'établissement d'enseignement ou de formation, nom et type de l'établissement, nom et type d'établissement, établissement, organisme de formation, école`,
    ),
    subjects: terms(
      `principales matières/compétences professionnelles couvertes, principales matières / compétences professionnelles couvertes, principales matières, matières principales, matières`,
    ),
    remark: terms(
      `type ou secteur d'activité, secteur d'activité, secteur, niveau dans la classification nationale ou internationale, lieu`,
    ),
  },
  onRequest: terms(`
    sur demande, disponibles sur demande, disponible sur demande, références disponibles sur demande, références
    sur demande, fournies sur demande, communiquées sur demande, à la demande
  `),
  labels: {
    name: terms(`nom, nom et prénom, prénom et nom`),
    email: terms(`e-mail, email, courriel, mail, mél, adresse e-mail`),
    phone: terms(`téléphone, tél, mobile, portable, tel`),
    address: terms(`adresse, domicile, ville, localisation, lieu, résidence, lieu de résidence, adresse
      postale, adresse personnelle, domicilié à, domiciliée à`),
    url: terms(`site, site web, web, portfolio, site internet`),
    birthDate: terms(`date de naissance, né le, née le, né, née, né(e) le`),
    birthPlace: terms(`lieu de naissance, né à, née à`),
    nationality: terms(`nationalité, citoyenneté`),
    maritalStatus: terms(`situation familiale, état civil, situation`),
    drivingLicence: terms(`permis de conduire, permis`),
    availability: terms(`disponibilité, disponible, préavis`),
    workPermit: terms(`permis de travail, titre de séjour, autorisation de travail, permis de séjour`),
  },
  fluency: terms(`
    langue maternelle, maternelle, courant, bilingue, intermédiaire, avancé, notions, débutant, scolaire, bon
    niveau, très bon niveau, bonnes connaissances, professionnel, natif, native, opérationnel, bases, niveau,
    langue natale, courante, courant à l'écrit, courant à l'oral, lu, écrit, parlé, lu écrit parlé, lu parlé
    écrit, lu & écrit, écrit & parlé, écrite, parlée, lue, trilingue, maîtrise, parfaite maîtrise, bonne maîtrise,
    très bonne maîtrise, maîtrisé, fluide, fluent, aisance, usuel, technique, professionnelle, niveau
    professionnel, niveau scolaire, niveau courant, niveau bilingue, niveau intermédiaire, niveau avancé, niveau
    débutant, capacité professionnelle, compétence professionnelle, compétence professionnelle limitée, compétence
    professionnelle complète, bilingue ou langue natale, notions élémentaires, notions de base, connaissances de
    base, connaissance de base, base, basique, élémentaire, moyen, moyenne, bon, bonne, bonnes, très bon, très
    bonne, très bien, excellent, excellente, excellent niveau, conversationnel, conversation, faible, autonome,
    indépendant, expérimenté, expert, confirmé, avancée, débutante, première langue, seconde langue, deuxième
    langue, langue d'origine, langue seconde, académique, toeic, toefl, dele, dalf, delf, bulats
  `),
  remote: terms(`
    télétravail, remote, à distance, hybride, en télétravail, télétravail partiel, full remote, 100 % télétravail
  `),
};
