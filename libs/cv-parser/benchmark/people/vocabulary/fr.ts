import { list } from '../grammar.js';
import { TRADES } from './trades.fr.js';
import type { Vocabulary } from './types.js';

export const FR: Vocabulary = {
  words: {
    saint: list('Sainte-Anne; Saint-Vincent; Sainte-Marthe; Saint-Roch; Saint-Exupéry; Notre-Dame; Sainte-Thérèse'),
    animal: list('Cerf; Héron; Coq; Lion d’Or; Cygne; Renard; Merle'),
    ministry: list('la Santé; l’Éducation; l’Agriculture; la Culture; la Mer; l’Écologie; la Statistique; la Jeunesse'),
  },
  trades: TRADES,
  employers: {
    company: list(
      '$root SA; Établissements $family; $root Industrie SAS; Groupe $root; $family Frères SARL; Laboratoires $family; $root Énergie; Société $family & Cie; $root Agroalimentaire; Manufacture $family',
    ),
    technology: list(
      '$root Technologies; $root Software SAS; $root Conseil; $root.fr; $family Informatique; $root Données SARL; $root Labs; $root Ingénierie Numérique',
    ),
    hospital: list(
      'CHU de $city; Clinique $saint; Hôpital $saint; EHPAD Les $root; Centre hospitalier de $city; Cabinet infirmier $family; Polyclinique de $city; Maison de santé $family',
    ),
    school: list(
      'Collège $family; Lycée $saint; École élémentaire $family; Groupe scolaire $saint, $city; Lycée professionnel de $city; École maternelle Les $root; Institut $saint',
    ),
    university: list(
      'Université de $city; Institut $family; École supérieure de $city; CNRS, laboratoire $root; Université $family; INRAE $city',
    ),
    law: list(
      'Cabinet $family & $family2; Étude $family, notaires; $family Avocats; SELARL $family; $family $family2 Associés; Tribunal judiciaire de $city; Cabinet $family',
    ),
    bank: list(
      'Banque $root; Crédit $root; Mutuelle $root; Cabinet $family Expertise; $root Assurances; $family Audit; Caisse régionale de $city',
    ),
    shop: list(
      'Maison $family; $root Marché; Librairie $family; Boulangerie $family; $root Bricolage; Pharmacie $family; Les Halles de $city; $root Mode',
    ),
    hotel: list(
      'Hôtel $root; Auberge du $animal; Restaurant Chez $family; Le $animal; Brasserie $family; Domaine de $root; Camping $root; Château de $root',
    ),
    workshop: list(
      'Menuiserie $family; Entreprise $family; $family Électricité; $family & Fils; $root Chauffage SARL; Atelier $family; Charpentes $family; Indépendant<|e>',
    ),
    transport: list(
      'Transports $family; $root Logistique; $root Fret SAS; $family Messagerie; Port de $city; $root Froid; $family Express',
    ),
    public: list(
      'Mairie de $city; Ministère de $ministry; Conseil départemental; Préfecture de $city; Agence nationale de $ministry; Métropole de $city; Office de tourisme de $city',
    ),
    culture: list(
      'Théâtre de $city; Musée $family; Éditions $root; Galerie $family; Festival de $city; Le Courrier de $city; Médiathèque $family',
    ),
    agency: list(
      'Agence $root; Studio $family; $family Architectes; Bureau d’études $family; $root Communication; Indépendant<|e>; Cabinet $root Conseil',
    ),
  },
  institutions: {
    university: list(
      'Université de $city; Université $family; École d’ingénieurs de $city; Institut supérieur de $city; Sorbonne $root; École supérieure de commerce de $city; INSA $city; IUT de $city',
    ),
    college: list('Lycée $family; IFSI de $city; Institut $root; École $family; CFA de $city; Lycée $saint'),
    vocational: list(
      'CFA $family; Lycée professionnel $family; CFA de $city; Compagnons du $animal; Chambre de métiers de $city; AFPA $city',
    ),
    school: list(
      'Lycée $family; Lycée $saint; Collège $family; Lycée général de $city; Lycée international de $city; Institution $saint',
    ),
  },
  schoolDegrees: list(
    'Baccalauréat général; Baccalauréat scientifique; Baccalauréat littéraire, mention bien; Bac ES; Brevet des collèges; Baccalauréat technologique; Maturité gymnasiale',
  ),
  results: list(
    `, soit {5-45} % [d’erreurs|de délais|de coûts] en moins
    avec une équipe de {3-15} personnes
    en {3-18} mois
    en lien étroit avec [la direction|les fournisseurs|les élus|les partenaires étrangers]
    , démarche reprise ensuite par {2-9} autres [sites|services|équipes]
    sans interruption de l’activité
    , projet récompensé par [un prix interne|une prime]
    pour un budget de {10-900} 000 €
    et remplacement du responsable
    pour des clients dans {2-12} pays`,
  ),
  tasks: list(
    `Remplacement [du chef de service|du responsable] pendant ses absences
    [Planification|Coordination] du travail de {4-40} personnes
    Participation à {2-9} [salons|colloques|journées portes ouvertes]
    Mise en place d’un nouveau système [de classement|de réservation|de suivi]
    Rédaction de rapports [hebdomadaires|mensuels|trimestriels]
    Membre du comité [social|d’hygiène|des fêtes]
    Accueil et formation des nouveaux collègues`,
  ),
  summaries: list(
    `Fort<|e> de {3-25} années d’expérience en $topic, je recherche un poste [à responsabilités|stable|stimulant] autour de $topic2. [Rigoureu<x|se>|Organisé<|e>] et à l’écoute, je garde mon calme dans l’urgence.
    Passionné<|e> par $topic et $topic2, j’aime [transmettre|apprendre|travailler en équipe]. Mes collègues apprécient ma [patience|précision|bonne humeur].
    $position spécialisé<|e> en $topic. [Autonome|Mobile|Polyvalent<|e>], j’ai le goût du travail bien fait.
    Après {4-20} ans passés dans [plusieurs entreprises|de petites structures], je souhaite mettre mes compétences en $topic au service [d’une nouvelle équipe|d’un projet utile].
    Mon objectif : rendre $topic plus [simple|humain|durable], en m’appuyant sur mon expérience en $topic2.`,
  ),
  jobSummaries: list(
    `Responsable [de l’activité quotidienne|d’une équipe de {3-25} personnes|d’un budget de {50-900} k€] dans le domaine : $topic.
    Entreprise [familiale|de taille moyenne|en forte croissance] de {20-4000} salariés, active en $topic.
    Remplacement d’un congé maternité, avec pleine responsabilité en $topic.
    Emploi étudiant à temps partiel, principalement en $topic.
    Rattaché<|e> à la direction [générale|régionale], travail centré sur $topic.`,
  ),
  softSkills: list(
    'Esprit d’équipe; Rigueur; Sens de l’organisation; Écoute; Autonomie; Gestion du temps; Leadership; Prise de parole en public',
  ),
  softSkillGroups: list('Qualités; Savoir-être; Autres; Atouts'),
  interests: list(
    'Randonnée; Chant choral; Apiculture; Échecs; Photographie; Voile; Handball; Lecture; Cuisine; Théâtre amateur; Jardinage; Escalade; Voyages; Bénévolat; Pétanque',
  ),
  languageNames: list(
    'Français; Anglais; Allemand; Espagnol; Italien; Arabe; Portugais; Néerlandais; Chinois; Russe; Polonais; Breton; Japonais; Turc; Catalan',
  ),
  maritalStatuses: list('célibataire; marié<|e>; marié<|e>, deux enfants; divorcé<|e>; pacsé<|e>'),
  drivingLicences: list('Permis B; Permis B, véhiculé<|e>; Permis C; Permis A et B; Permis B et BE'),
  awards: list(
    'Prix du jeune chercheur; Meilleur Ouvrier de France; Prix de l’innovation; Lauréat<|e> de la fondation; Bourse au mérite; Médaille du travail; Prix du public; Apprenti de l’année',
  ),
  awarders: list(
    'Fondation $root; Ville de $city; Université de $city; CCI de $city; Fondation $family; Académie de $city',
  ),
  issuers: list('CCI de $city; Institut $root; AFNOR; Chambre de métiers de $city; GRETA de $city; Académie $root'),
  publications: list(
    `[Vers|Pour] une théorie [pratique|comparée] : $topic
    Ce que [les entreprises|les écoles|les communes] devraient savoir : $topic
    $topic en milieu rural : une étude de long terme
    $topic, entre [art et science|politique et pratique]
    Mesurer [le coût|la qualité|les effets] : $topic
    Les leçons de la crise pour : $topic`,
  ),
  publishers: list(
    'Revue française de $root; Éditions $root; Annales de $city; Actes du colloque de $city; Presses universitaires de $city; Cahiers $root',
  ),
  projects: list(
    '$root; $root Libre; Projet $animal; Jardin partagé de $city; $root 2.0; Atlas de $city; Repair Café de $city',
  ),
  projectDescriptions: list(
    `[Logiciel libre|Application mobile|Site web] pour [les associations|les apiculteurs|les cyclistes] sur le thème : $topic
    Projet collectif mené avec {5-60} bénévoles autour de $topic
    [Exposition|Podcast|Blog] consacré à $topic
    Restauration [d’un bateau|d’une grange|d’un tramway] de {18-20}{10-99}`,
  ),
  volunteer: [
    { position: 'Sapeur-pompier volontaire', organization: 'SDIS de $city' },
    { position: 'Entraîneu<r|se> bénévole', organization: 'Club d’aviron de $city' },
    { position: 'Trésori<er|ère>', organization: 'Association $root' },
    { position: 'Bénévole', organization: 'Banque alimentaire de $city' },
    { position: 'Écrivain public bénévole', organization: 'Maison des associations $family' },
    { position: 'Président<|e>', organization: 'Amis du musée de $city' },
  ],
  references: list(
    `Une personne [ponctuelle|soigneuse] et toujours pleine d’idées.
    Nous <le|la> recruterions à nouveau sans hésiter.
    J’ai rarement travaillé avec quelqu’un d’aussi [fiable|attentif].`,
  ),
  theses: list(
    '$topic dans les petites villes; Économie et $topic; Nouvelles méthodes en $topic; Histoire : $topic; Enquête sur $topic',
  ),
  streets: list(
    '{1-180} rue $family; {1-40} impasse des Lilas; {2-90}, avenue Jean $family; {1-60} bis rue du Moulin; {1-20} place du Marché; {3-120}, boulevard $family; {1-30} chemin des Vignes; {1-70} rue de l’Église',
  ),
  scores: list(
    'mention bien; mention très bien; {12-17},{1-9}/20; mention assez bien; major de promotion; moyenne : {12-17}/20; félicitations du jury',
  ),
};
