import { list } from '../../people/grammar.js';
import type { Wording } from './types.js';

export const FR: Wording = {
  headings: {
    summary: list(
      'Profil; À propos; Résumé; Profil professionnel; Présentation; Qui suis-je ?; En bref; Objectif professionnel',
    ),
    work: list(
      'Expérience professionnelle; Expériences professionnelles; Parcours professionnel; Expériences; Carrière; Emplois occupés; Expérience; Mon parcours; Activités professionnelles',
    ),
    education: list(
      'Formation; Formations; Études; Diplômes; Parcours académique; Formation et diplômes; Cursus; Éducation; Parcours scolaire',
    ),
    skills: list(
      'Compétences; Compétences techniques; Compétences clés; Savoir-faire; Domaines de compétence; Connaissances; Compétences professionnelles',
    ),
    languages: list('Langues; Compétences linguistiques; Langues étrangères; Langues parlées; Langues pratiquées'),
    certificates: list(
      'Certifications; Certificats; Formations complémentaires; Habilitations et certifications; Formation continue; Stages et certificats',
    ),
    publications: list(
      'Publications; Publications choisies; Articles; Travaux publiés; Publications et communications',
    ),
    projects: list('Projets; Projets personnels; Réalisations; Projets choisis; Principaux projets'),
    awards: list('Distinctions; Prix; Prix et bourses; Récompenses; Prix et distinctions'),
    volunteer: list('Bénévolat; Engagement associatif; Vie associative; Engagements; Activités bénévoles'),
    references: list('Références; Recommandations; Témoignages; Personnes à contacter'),
    interests: list('Centres d’intérêt; Loisirs; Intérêts; Passions; Hobbies; Activités extra-professionnelles'),
    personal: list(
      'Informations personnelles; État civil; Données personnelles; Informations; Renseignements personnels',
    ),
    contact: list('Contact; Coordonnées; Me contacter; Mes coordonnées; Contact et adresse'),
  },
  present: list('présent; aujourd’hui; à ce jour; maintenant; en cours; actuel; Aujourd’hui'),
  since: list('depuis; Depuis; à partir de; dès'),
  fromTo: ['de $start à $end', '$start à $end', '$start au $end'],
  seasons: ['Printemps', 'Été', 'Automne', 'Hiver'],
  at: ['chez', 'à', '@', 'pour'],
  degreeIn: [' en ', ', ', ' – ', ' '],
  thesis: list('Mémoire; Thèse; Sujet du mémoire'),
  score: list('Mention; Résultat; Note'),
  labels: {
    name: list('Nom; Nom et prénom'),
    email: list('Courriel; E-mail; Mail; Email'),
    phone: list('Téléphone; Tél.; Portable; Mobile; Tél'),
    address: list('Adresse; Domicile; Ville; Résidence'),
    url: list('Site; Site web; Portfolio; Site internet'),
    birth: list('Date de naissance; Né(e) le; Naissance'),
    birthPlace: list('Lieu de naissance'),
    nationality: list('Nationalité'),
    maritalStatus: list('Situation familiale; État civil'),
    drivingLicence: list('Permis de conduire; Permis'),
  },
  titles: list('Curriculum vitae; CV; CURRICULUM VITÆ; Curriculum Vitae'),
  page: ['Page $page', 'Page $page sur $pages', '$name – page $page', '$page/$pages', '$name, CV, $page'],
  levels: {
    native: list('langue maternelle; maternelle; Langue maternelle'),
    C2: list('bilingue; courant; parfaitement maîtrisé'),
    C1: list('courant; avancé; très bon niveau'),
    B2: list('bon niveau; professionnel; lu, écrit, parlé'),
    B1: list('intermédiaire; niveau scolaire; opérationnel'),
    A2: list('notions; élémentaire; scolaire'),
    A1: list('débutant; notions; bases'),
  },
  skillLevels: list('expert; avancé; confirmé; bon; intermédiaire; notions'),
  rows: {
    dates: 'Dates',
    position: 'Fonction ou poste occupé',
    tasks: 'Principales activités et responsabilités',
    employer: 'Nom et adresse de l’employeur',
    degree: 'Intitulé du certificat ou diplôme délivré',
    institution: 'Nom et type de l’établissement d’enseignement',
  },
  nationalities: { FR: 'française', BE: 'belge', CH: 'suisse', CA: 'canadienne' },
};
