import { trade } from './trade.js';
import type { Trade } from './types.js';

export const TRADES: readonly Trade[] = [
  trade({
    positions: [
      'Stagiaire développement web; Développeu<r|se> junior; Alternant<|e> en informatique; Technicien<|ne> support; Testeu<r|se> logiciel; Apprenti<|e> administrateur réseau',
      'Développeu<r|se> full stack; Ingénieur<|e> logiciel; Administrat<eur|rice> systèmes; Ingénieur<|e> données; Développeu<r|se> mobile; Consultant<|e> technique; Analyste programmeu<r|se>',
      'Architecte logiciel; Direct<eur|rice> technique; Responsable informatique; Chef<|fe> de projet informatique; Lead développeu<r|se>; Direct<eur|rice> des systèmes d’information',
    ],
    employers: ['technology', 'technology', 'company', 'bank', 'public'],
    tasks: `[Développement|Refonte] [du site marchand|de l’espace client|des interfaces] en [Java|PHP|Python|TypeScript]
      Migration de {3-30} applications vers [le cloud|Kubernetes|une nouvelle infrastructure]
      Mise en place [des tests automatisés|de l’intégration continue|de la supervision]
      Encadrement de {2-9} [développeurs|stagiaires|alternants]
      Conception du modèle de données pour [les contrats|les réservations|les dossiers patients]
      Support de {40-900} utilisateurs sur {2-9} sites
      Astreintes [de nuit|de week-end] sur la plateforme de production
      Rédaction [du cahier des charges|de la documentation technique|des procédures]`,
    skills: {
      Langages: 'Java; PHP; Python; JavaScript; SQL; C++; Kotlin; TypeScript; Ruby',
      Outils: 'Git; Docker; Jenkins; Jira; Ansible; GitLab; Maven',
      Frameworks: 'Symfony; React; Spring; Angular; Laravel; Django',
      'Bases de données': 'PostgreSQL; MySQL; MongoDB; Oracle; Redis',
    },
    studies:
      'university: Master @ Informatique; university: Diplôme d’ingénieur @ Génie logiciel; university: Licence professionnelle @ Développement web; college: BTS @ Services informatiques aux organisations; university: DUT @ Informatique; university: Doctorat @ Intelligence artificielle',
    certificates: 'AWS Solutions Architect; Certification Scrum Master; ITIL 4 Foundation; Cisco CCNA; Opquast',
    topics:
      'applications web; sécurité informatique; données massives; infrastructure cloud; logiciels embarqués; accessibilité numérique',
  }),
  trade({
    positions: [
      'Aide-soignant<|e>; Étudiant<|e> infirmi<er|ère>; Agent<|e> de service hospitalier; Auxiliaire de vie; Brancardi<er|ère>; Stagiaire en maison de retraite',
      'Infirmi<er|ère> diplômé<|e> d’État; Sage-femme; Puéricultrice; Infirmi<er|ère> de bloc opératoire; Kinésithérapeute; Infirmi<er|ère> libéral<|e>; Ergothérapeute',
      'Cadre de santé; Infirmi<er|ère> coordinat<eur|rice>; Direct<eur|rice> des soins; Médecin généraliste; Direct<eur|rice> d’EHPAD; Chef<|fe> de service',
    ],
    employers: ['hospital', 'hospital', 'public'],
    tasks: `Prise en charge de {8-32} patients [en chirurgie|en gériatrie|aux urgences|en pédiatrie]
      Préparation et administration des [traitements|perfusions|chimiothérapies]
      Tenue du dossier de soins informatisé
      Encadrement de {2-10} étudiants [infirmiers|aides-soignants]
      Élaboration des plannings de {9-45} agents
      Accueil et accompagnement des familles
      Réalisation de [pansements complexes|prélèvements|bilans]
      Application des protocoles d’hygiène dans {2-6} unités`,
    skills: {
      Soins:
        'Pansements; Soins palliatifs; Prélèvements; Réanimation; Éducation thérapeutique; Gestion de la douleur; Vaccination',
      Logiciels: 'Crossway; Easily; Netsoins; Orbis',
      Encadrement: 'Planification; Hygiène hospitalière; Tutorat; Démarche qualité',
    },
    studies:
      'college: Diplôme d’État @ Infirmier; college: Diplôme d’État @ Aide-soignant; university: Master @ Santé publique; university: Diplôme universitaire @ Soins palliatifs; university: Doctorat @ Médecine générale; college: Certificat de cadre de santé',
    certificates: 'AFGSU niveau 2; DU Plaies et cicatrisation; Formation hygiène; Habilitation chimiothérapie; PSC1',
    topics: 'soins palliatifs; gériatrie; pédiatrie; chirurgie ambulatoire; santé mentale; périnatalité',
  }),
  trade({
    positions: [
      'Assistant<|e> d’éducation; Professeur<|e> stagiaire; Animat<eur|rice> périscolaire; Surveillant<|e>; Vacataire; Soutien scolaire à domicile',
      'Professeur<|e> des écoles; Enseignant<|e> de mathématiques; Professeur<|e> d’anglais; Éducat<eur|rice> spécialisé<|e>; Format<eur|rice> pour adultes; Professeur<|e> documentaliste; Maître de conférences',
      'Princip<al|ale> de collège; Direct<eur|rice> d’école; Responsable pédagogique; Inspect<eur|rice> de l’Éducation; Proviseur<|e>; Responsable de formation',
    ],
    employers: ['school', 'school', 'university', 'public'],
    tasks: `Enseignement [des mathématiques|du français|de l’histoire-géographie] à des classes de {18-34} élèves
      Préparation de {20-90} élèves [au baccalauréat|au brevet|aux concours]
      Organisation [d’un voyage scolaire|d’une semaine des sciences|d’un atelier théâtre]
      Suivi d’élèves [en difficulté|allophones|à besoins particuliers]
      Conception de [séquences|supports numériques|évaluations]
      Animation de {2-12} formations par an
      Rencontres avec les familles et conseils de classe
      Coordination d’une équipe de {3-20} enseignants`,
    skills: {
      Pédagogie:
        'Pédagogie différenciée; Gestion de classe; Évaluation; Français langue étrangère; Médiation; Ingénierie de formation',
      Numérique: 'Moodle; Pronote; GeoGebra; Genially; Tableau interactif',
    },
    studies:
      'university: Master MEEF @ Second degré; university: Licence @ Lettres modernes; university: CAPES @ Mathématiques; university: Agrégation @ Histoire; college: Diplôme d’État @ Éducateur spécialisé; university: Maîtrise @ Sciences de l’éducation',
    certificates: 'BAFA; Habilitation FLE; PSC1; Certification complémentaire DNL; PIX',
    topics: 'lecture; éducation inclusive; formation continue; pédagogie numérique; petite enfance; langues étrangères',
  }),
  trade({
    positions: [
      'Vendeu<r|se>; Hôte<|sse> de caisse; Stagiaire commercial<|e>; Téléconseill<er|ère>; Employé<|e> libre-service; Alternant<|e> en vente',
      'Commercial<|e> itinérant<|e>; Conseill<er|ère> clientèle; Chef<|fe> de rayon; Achet<eur|euse>; Chargé<|e> d’affaires; Technico-commercial<|e>; Responsable grands comptes',
      'Direct<eur|rice> commercial<|e>; Responsable de magasin; Chef<|fe> des ventes régional<|e>; Direct<eur|rice> d’agence; Responsable des achats; Gérant<|e>',
    ],
    employers: ['shop', 'shop', 'company', 'technology'],
    tasks: `Prospection et acquisition de {8-80} nouveaux clients par an
      Vente et conseil au rayon [textile|bricolage|produits frais]
      Négociation [des contrats-cadres|des tarifs|des délais] avec les fournisseurs
      Gestion d’un portefeuille de {30-160} [clients|pharmacies|revendeurs]
      Tenue de la caisse et [mise en rayon|inventaire|réassort]
      Management de {3-24} [vendeurs|collaborateurs|conseillers]
      Hausse du chiffre d’affaires de {4-35} % en {1-3} ans
      Organisation [des salons|des promotions|des vitrines]`,
    skills: {
      Vente: 'Négociation; Prospection; Merchandising; Fidélisation; Gestion des stocks; Techniques de vente',
      Logiciels: 'Salesforce; Sage; Excel; SAP; Cegid',
    },
    studies:
      'college: BTS @ Management commercial opérationnel; vocational: Bac professionnel @ Commerce; university: Licence professionnelle @ Commerce international; university: Master @ Marketing et vente; university: DUT @ Techniques de commercialisation; vocational: CAP @ Employé de commerce',
    certificates: 'CACES 3; TOEIC 850; Certification Salesforce; Voltaire 780; Formation management de proximité',
    topics: 'grande distribution; relation client; vente technique; commerce de proximité; grands comptes; export',
  }),
  trade({
    positions: [
      'Apprenti<|e> électricien<|ne>; Manœuvre; Aide-menuisi<er|ère>; Apprenti<|e> maçon<|ne>; Stagiaire en atelier; Aide-plombi<er|ère>',
      'Électricien<|ne> du bâtiment; Menuisi<er|ère>; Plombi<er|ère> chauffagiste; Soudeu<r|se>; Charpenti<er|ère>; Technicien<|ne> de maintenance; Tailleu<r|se> de pierre',
      'Chef<|fe> de chantier; Artisan<|e> gérant<|e>; Conduct<eur|rice> de travaux; Chef<|fe> d’atelier; Responsable maintenance; Contremaître<|sse>',
    ],
    employers: ['workshop', 'workshop', 'company'],
    tasks: `Installation de [chaudières|panneaux solaires|tableaux électriques] dans {10-90} [logements|commerces]
      Fabrication de [meubles sur mesure|escaliers|fenêtres] en [chêne|frêne|châtaignier]
      Restauration de [toitures|façades|charpentes] classées
      Dépannage et entretien [à domicile|sur site industriel]
      Lecture de plans et [métrés|devis|commandes]
      Encadrement de {1-8} [apprentis|ouvriers|sous-traitants]
      Respect des normes [électriques|de sécurité|thermiques]`,
    skills: {
      'Savoir-faire': 'Soudure TIG; Placoplâtre; Câblage; Carrelage; Ébénisterie; Zinguerie; Maçonnerie',
      Technique: 'Lecture de plans; Automatismes; AutoCAD; Habilitation électrique',
    },
    studies:
      'vocational: CAP @ Menuiserie; vocational: Bac professionnel @ Électrotechnique; vocational: Brevet professionnel @ Plomberie chauffage; college: BTS @ Maintenance des systèmes; vocational: CAP @ Taille de pierre; vocational: Titre professionnel @ Soudeur',
    certificates: 'Habilitation B2V; CACES nacelle; Qualibat; SST; Compagnon du devoir',
    topics: 'rénovation énergétique; patrimoine bâti; agencement; maintenance industrielle; chauffage; ossature bois',
  }),
  trade({
    positions: [
      'Commis de cuisine; Serveu<r|se>; Plongeu<r|se>; Apprenti<|e> pâtissi<er|ère>; Réceptionniste saisonni<er|ère>; Barista',
      'Chef<|fe> de partie; Chef<|fe> de rang; Réceptionniste; Pâtissi<er|ère>; Sommeli<er|ère>; Second<|e> de cuisine; Gouvernante',
      'Chef<|fe> de cuisine; Direct<eur|rice> d’hôtel; Responsable de salle; Direct<eur|rice> de la restauration; Maître d’hôtel; Gérant<|e> de restaurant',
    ],
    employers: ['hotel', 'hotel', 'shop'],
    tasks: `Service de {40-260} couverts par jour
      Élaboration de [la carte|menus de saison|buffets] avec des producteurs locaux
      Accueil et fidélisation d’une clientèle internationale
      Organisation de [mariages|séminaires|banquets] jusqu’à {80-400} personnes
      Gestion des [commandes|stocks|plannings] et contrôle HACCP
      Formation de {3-20} [commis|extras|serveurs]
      Tenue de [la réception|la cave|la plonge] en horaires décalés`,
    skills: {
      Cuisine: 'Pâtisserie; HACCP; Fiches techniques; Cuisine végétale; Sauces; Gestion des coûts',
      Service: 'Accords mets et vins; Opera; Découpage; Encaissement; Réservations',
    },
    studies:
      'vocational: CAP @ Cuisine; vocational: Bac professionnel @ Commercialisation et services en restauration; college: BTS @ Management en hôtellerie restauration; vocational: CAP @ Pâtissier; university: Bachelor @ Hôtellerie internationale',
    certificates:
      'Permis d’exploitation; HACCP; WSET niveau 2; Mention complémentaire Sommellerie; Hygiène alimentaire',
    topics: 'cuisine de saison; hôtellerie de luxe; pâtisserie; événementiel; vins; tourisme durable',
  }),
  trade({
    positions: [
      'Assistant<|e> comptable; Stagiaire audit; Alternant<|e> contrôle de gestion; Aide-comptable; Chargé<|e> de recouvrement; Gestionnaire de paie débutant<|e>',
      'Comptable; Contrôleu<r|se> de gestion; Audit<eur|rice> interne; Gestionnaire de paie; Conseill<er|ère> bancaire; Analyste crédit; Collaborat<eur|rice> comptable',
      'Direct<eur|rice> financi<er|ère>; Expert<|e>-comptable; Chef<|fe> comptable; Responsable paie; Direct<eur|rice> d’agence bancaire; Trésori<er|ère>',
    ],
    employers: ['bank', 'bank', 'company', 'public'],
    tasks: `Établissement des [bilans|comptes consolidés|déclarations de TVA] de {4-40} sociétés
      Saisie et lettrage des [factures|écritures bancaires]
      Élaboration du [budget|reporting mensuel|plan de trésorerie]
      Paie de {30-1400} salariés
      Conseil à {60-400} [particuliers|professionnels]
      Analyse des [écarts|risques|marges] et recommandations
      Mise en place de [SAP|Sage|l’archivage numérique]`,
    skills: {
      Finance: 'Normes IFRS; Comptabilité analytique; Fiscalité; Consolidation; Droit social; Trésorerie',
      Logiciels: 'Sage; SAP; Excel; Cegid; Power BI; Silae',
    },
    studies:
      'college: BTS @ Comptabilité et gestion; university: DCG; university: Master @ Contrôle de gestion et audit; university: DSCG; university: Licence @ Économie et gestion; vocational: Bac professionnel @ Gestion-administration',
    certificates: 'Certification AMF; DEC; TOSA Excel expert; CIA; Titre gestionnaire de paie',
    topics: 'comptabilité; audit; contrôle de gestion; fiscalité; banque de détail; trésorerie',
  }),
  trade({
    positions: [
      'Préparat<eur|rice> de commandes; Livreu<r|se>; Cariste; Stagiaire logistique; Manutentionnaire; Alternant<|e> transport',
      'Affréteu<r|se>; Conduct<eur|rice> routi<er|ère>; Gestionnaire de stocks; Déclarant<|e> en douane; Chef<|fe> d’équipe logistique; Approvisionneu<r|se>; Exploitant<|e> transport',
      'Responsable logistique; Direct<eur|rice> d’entrepôt; Responsable transport; Direct<eur|rice> supply chain; Chef<|fe> de quai; Responsable d’exploitation',
    ],
    employers: ['transport', 'transport', 'shop', 'company'],
    tasks: `Planification de {10-120} [tournées|camions|livraisons]
      Préparation de {60-400} commandes par jour
      Suivi des [opérations douanières|litiges|expéditions maritimes]
      Mise en place [d’un WMS|de la radiofréquence|d’indicateurs]
      Inventaire de {2-60} 000 références
      Conduite [de nuit|internationale] sans accident
      Formation de {4-30} [caristes|intérimaires]`,
    skills: {
      Logistique: 'Incoterms; Gestion des stocks; Matières dangereuses; Plan de transport; Lean; Douane',
      Logiciels: 'SAP; Reflex; Excel; TMS; Hardis',
    },
    studies:
      'vocational: Bac professionnel @ Logistique; university: DUT @ Gestion logistique et transport; university: Master @ Supply chain management; college: BTS @ Transport et prestations logistiques; vocational: CAP @ Conducteur routier',
    certificates: 'CACES 1, 3 et 5; FIMO; ADR de base; Capacité de transport; Green Belt',
    topics: 'chaîne du froid; transport routier; douane; entreposage; fret maritime; dernier kilomètre',
  }),
  trade({
    positions: [
      'Assistant<|e> de recherche; Doctorant<|e>; Technicien<|ne> de laboratoire; Stagiaire de master; Vacataire d’enseignement; Chargé<|e> d’études junior',
      'Ingénieur<|e> de recherche; Chercheu<r|se> postdoctoral<|e>; Biologiste; Chimiste; Chargé<|e> de recherche; Biostatisticien<|ne>; Géologue',
      'Direct<eur|rice> de recherche; Professeur<|e> des universités; Responsable de laboratoire; Chef<|fe> de projet recherche; Direct<eur|rice> scientifique; Direct<eur|rice> d’unité',
    ],
    employers: ['university', 'university', 'public', 'company'],
    tasks: `Conduite de [campagnes de terrain|essais cliniques|analyses en laboratoire] sur {3-24} sites
      Publication de {2-18} articles sur [les sols|le littoral|les antibiotiques|les polymères]
      Obtention de {40-900} k€ de financements
      Encadrement de {2-12} [doctorants|stagiaires]
      Enseignement de [statistiques|chimie organique|botanique] à {20-180} étudiants
      Traitement de {200-9000} échantillons sous [R|MATLAB|Python]
      Maintenance [du spectromètre|de la serre|du microscope]`,
    skills: {
      Méthodes: 'PCR; Spectrométrie de masse; Microscopie; Statistiques; Culture cellulaire; SIG; Chromatographie',
      Informatique: 'R; MATLAB; LaTeX; QGIS; Python',
    },
    studies:
      'university: Doctorat @ Écologie; university: Master @ Biologie marine; university: Licence @ Chimie; university: Habilitation à diriger des recherches @ Géosciences; university: Diplôme d’ingénieur @ Agronomie; university: DEA @ Physique',
    certificates:
      'Bonnes pratiques cliniques; Plongée scientifique; Expérimentation animale niveau 1; Radioprotection; Secourisme en laboratoire',
    topics: 'écologie; biologie marine; matériaux; épidémiologie; statistiques; agronomie',
  }),
  trade({
    positions: [
      'Stagiaire juriste; Assistant<|e> juridique; Clerc de notaire débutant<|e>; Assistant<|e> ressources humaines; Secrétaire; Élève avocat<|e>',
      'Juriste d’entreprise; Avocat<|e> collaborat<eur|rice>; Chargé<|e> de recrutement; Attaché<|e> territorial<|e>; Notaire assistant<|e>; Gestionnaire administrati<f|ve>; Assistant<|e> de direction',
      'Direct<eur|rice> juridique; Avocat<|e> associé<|e>; Direct<eur|rice> des ressources humaines; Secrétaire général<|e>; Responsable conformité; Chef<|fe> de cabinet',
    ],
    employers: ['law', 'law', 'public', 'company'],
    tasks: `Rédaction de [contrats|statuts|conclusions|baux commerciaux]
      Représentation des clients devant [le tribunal|les prud’hommes|la cour d’appel] dans {10-90} dossiers
      Conseil en [droit du travail|protection des données|marchés publics]
      Recrutement de {15-120} collaborateurs par an
      Accueil, courrier et [gestion des agendas|organisation des réunions]
      Sensibilisation de {30-900} salariés à [la conformité|la sécurité]
      Préparation [du conseil municipal|du comité social|du conseil d’administration]`,
    skills: {
      Droit: 'Droit des contrats; Droit social; RGPD; Contentieux; Veille juridique; Marchés publics',
      Bureautique: 'Word; Excel; Lexis 360; Outlook; Dalloz',
    },
    studies:
      'university: Master @ Droit des affaires; university: Licence @ Droit; university: CAPA; university: Master @ Ressources humaines; college: BTS @ Support à l’action managériale; university: DESS @ Droit public',
    certificates: 'Délégué à la protection des données; Médiateur agréé; TOSA Word; Certificat RH; IEJ',
    topics: 'droit social; contrats; recrutement; collectivités territoriales; conformité; marchés publics',
  }),
  trade({
    positions: [
      'Stagiaire en communication; Assistant<|e> de rédaction; Alternant<|e> graphiste; Assistant<|e> photo; Médiat<eur|rice> culturel<|le>; Régisseu<r|se> adjoint<|e>',
      'Graphiste; Journaliste; Chargé<|e> de communication; Photographe; Traduct<eur|rice>; Scénographe; Community manager',
      'Direct<eur|rice> artistique; Rédact<eur|rice> en chef; Direct<eur|rice> de la communication; Conservat<eur|rice> de musée; Responsable éditorial<|e>; Metteu<r|se> en scène',
    ],
    employers: ['agency', 'culture', 'culture', 'company'],
    tasks: `Création [d’identités visuelles|d’affiches|de brochures] pour {3-40} clients
      Commissariat [d’une exposition|d’un festival|d’une rétrospective] réunissant {5-80} artistes
      Rédaction de {40-300} [articles|communiqués|lettres d’information] par an
      Animation des réseaux sociaux
      Traduction de {5-30} romans [du portugais|du polonais|de l’anglais]
      Gestion d’un budget de {20-800} k€
      Ateliers et visites pour les scolaires`,
    skills: {
      Création: 'Typographie; Illustration; Mise en page; Photographie; Scénographie; Sérigraphie; Rédaction',
      Logiciels: 'InDesign; Photoshop; Figma; Premiere Pro; WordPress; Illustrator',
    },
    studies:
      'university: DNSEP @ Design graphique; university: Master @ Communication; university: Licence @ Histoire de l’art; college: BTS @ Design graphique; university: Master @ Traduction littéraire; university: DNA @ Art',
    certificates: 'Google Ads; Certification SEO; Télépilote de drone; Voltaire 850; SSIAP 1',
    topics: 'identité visuelle; médiation culturelle; presse locale; édition; spectacle vivant; communication publique',
  }),
  trade({
    positions: [
      'Stagiaire bureau d’études; Dessinat<eur|rice> projeteu<r|se>; Assistant<|e> conduct<eur|rice> de travaux; Ingénieur<|e> débutant<|e>; Alternant<|e> qualité; Technicien<|ne> méthodes',
      'Ingénieur<|e> structure; Ingénieur<|e> mécanique; Architecte; Ingénieur<|e> qualité; Ingénieur<|e> procédés; Géomètre; Chargé<|e> d’affaires bâtiment',
      'Direct<eur|rice> de projet; Responsable bureau d’études; Direct<eur|rice> d’usine; Direct<eur|rice> de travaux; Responsable production; Ingénieur<|e> en chef',
    ],
    employers: ['company', 'company', 'agency', 'public'],
    tasks: `Conception de [ponts|charpentes métalliques|convoyeurs|moules] sous [CATIA|Revit|SolidWorks]
      Pilotage d’un chantier de {1-60} M€
      Suivi de {2-15} [écoles|stations d’épuration|lignes de production]
      Réduction des rebuts de {5-40} %
      Réalisation [d’audits|d’AMDEC|de notes de calcul]
      Animation d’une équipe de {3-25} techniciens
      Relations avec [les maîtres d’ouvrage|les bureaux de contrôle|les fournisseurs]`,
    skills: {
      Ingénierie: 'Calcul de structures; AMDEC; Lean; Automatismes; Thermique; Plans d’expériences; Béton armé',
      Logiciels: 'CATIA; AutoCAD; Revit; SolidWorks; MS Project; Robot',
    },
    studies:
      'university: Diplôme d’ingénieur @ Génie civil; university: Master @ Génie mécanique; university: Diplôme d’État d’architecte; university: DUT @ Génie thermique; university: Mastère spécialisé @ Construction durable; university: Classe préparatoire @ PCSI',
    certificates: 'PMP; Green Belt; HQE; Auditeur ISO 9001; AIPR',
    topics: 'ouvrages d’art; génie climatique; industrialisation; construction bois; qualité; réseaux d’eau',
  }),
];
