import type { SectionId } from './sections.js';
import type { Levels } from './view/view.js';

/** The languages that headings and dates can be set in. */
export const LOCALES = ['en', 'de', 'fr', 'it', 'es'] as const;

export type Locale = (typeof LOCALES)[number];

type Fact =
  'birthDate' | 'birthPlace' | 'nationality' | 'maritalStatus' | 'drivingLicence' | 'availability' | 'workPermit';

/** The words that a document needs beside its own. */
export interface Words {
  /** What the document is, for its title: «Ada Lovelace – Curriculum vitae». */
  cv: string;
  sections: Record<Exclude<SectionId, 'custom'>, string>;
  facts: Record<Fact, string>;
  contact: string;
  email: string;
  phone: string;
  address: string;
  website: string;
  /** Alternative text of the photo; `{name}` is replaced. */
  photo: string;
  /** Alternative text of a QR code; `{url}` is replaced. */
  qrCode: string;
  /** Columns of a grid of languages: those of the Common European Framework. */
  levels: Record<keyof Levels, string>;
  /** What stands below the lines at the end of a document that is signed. */
  placeAndDate: string;
  signature: string;
  /** The end of a period that still runs. */
  present: string;
  /** Says that a period has begun and names no end: a lone end date is «until …». */
  until: string;
  courses: string;
  grade: string;
  /** Label of a page number; `{page}` and `{pages}` are replaced. */
  page: string;
  /** January to December as they stand in front of a year, shortened. */
  months: readonly string[];
  /** The same in full. */
  longMonths: readonly string[];
  /** Between day, month and year in digits. */
  dateSeparator: string;
}

const en: Words = {
  cv: 'Curriculum vitae',
  sections: {
    summary: 'Profile',
    work: 'Experience',
    volunteer: 'Volunteering',
    education: 'Education',
    awards: 'Awards',
    certificates: 'Certificates',
    publications: 'Publications',
    skills: 'Skills',
    languages: 'Languages',
    interests: 'Interests',
    references: 'References',
    projects: 'Projects',
    personal: 'Personal details',
  },
  facts: {
    birthDate: 'Date of birth',
    birthPlace: 'Place of birth',
    nationality: 'Nationality',
    maritalStatus: 'Marital status',
    drivingLicence: 'Driving licence',
    availability: 'Availability',
    workPermit: 'Work permit',
  },
  contact: 'Contact',
  email: 'E-mail',
  phone: 'Phone',
  address: 'Address',
  website: 'Website',
  photo: 'Photo of {name}',
  qrCode: 'QR code with the address {url}',
  levels: {
    listening: 'Listening',
    reading: 'Reading',
    interaction: 'Interaction',
    production: 'Speaking',
    writing: 'Writing',
  },
  placeAndDate: 'Place, date',
  signature: 'Signature',
  present: 'Present',
  until: 'until',
  courses: 'Courses',
  grade: 'Grade',
  page: 'Page {page} of {pages}',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  longMonths: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  dateSeparator: '/',
};

const de: Words = {
  cv: 'Lebenslauf',
  sections: {
    summary: 'Profil',
    work: 'Berufserfahrung',
    volunteer: 'Ehrenamt',
    education: 'Ausbildung',
    awards: 'Auszeichnungen',
    certificates: 'Zertifikate',
    publications: 'Publikationen',
    skills: 'Kenntnisse',
    languages: 'Sprachen',
    interests: 'Interessen',
    references: 'Referenzen',
    projects: 'Projekte',
    personal: 'Persönliche Angaben',
  },
  facts: {
    birthDate: 'Geburtsdatum',
    birthPlace: 'Geburtsort',
    nationality: 'Staatsangehörigkeit',
    maritalStatus: 'Familienstand',
    drivingLicence: 'Führerschein',
    availability: 'Verfügbarkeit',
    workPermit: 'Arbeitserlaubnis',
  },
  contact: 'Kontakt',
  email: 'E-Mail',
  phone: 'Telefon',
  address: 'Adresse',
  website: 'Website',
  photo: 'Foto von {name}',
  qrCode: 'QR-Code mit der Adresse {url}',
  levels: {
    listening: 'Hören',
    reading: 'Lesen',
    interaction: 'Gespräche',
    production: 'Sprechen',
    writing: 'Schreiben',
  },
  placeAndDate: 'Ort, Datum',
  signature: 'Unterschrift',
  present: 'heute',
  until: 'bis',
  courses: 'Kurse',
  grade: 'Note',
  page: 'Seite {page} von {pages}',
  months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  longMonths: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  dateSeparator: '.',
};

const fr: Words = {
  cv: 'Curriculum vitæ',
  sections: {
    summary: 'Profil',
    work: 'Expérience professionnelle',
    volunteer: 'Bénévolat',
    education: 'Formation',
    awards: 'Distinctions',
    certificates: 'Certifications',
    publications: 'Publications',
    skills: 'Compétences',
    languages: 'Langues',
    interests: 'Centres d’intérêt',
    references: 'Références',
    projects: 'Projets',
    personal: 'Informations personnelles',
  },
  facts: {
    birthDate: 'Date de naissance',
    birthPlace: 'Lieu de naissance',
    nationality: 'Nationalité',
    maritalStatus: 'État civil',
    drivingLicence: 'Permis de conduire',
    availability: 'Disponibilité',
    workPermit: 'Permis de travail',
  },
  contact: 'Contact',
  email: 'E-mail',
  phone: 'Téléphone',
  address: 'Adresse',
  website: 'Site web',
  photo: 'Photo de {name}',
  qrCode: 'Code QR avec l’adresse {url}',
  levels: {
    listening: 'Écouter',
    reading: 'Lire',
    interaction: 'Converser',
    production: 'Parler',
    writing: 'Écrire',
  },
  placeAndDate: 'Lieu, date',
  signature: 'Signature',
  present: 'aujourd’hui',
  until: 'jusqu’à',
  courses: 'Cours',
  grade: 'Mention',
  page: 'Page {page} sur {pages}',
  months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  longMonths: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  dateSeparator: '/',
};

const it: Words = {
  cv: 'Curriculum vitae',
  sections: {
    summary: 'Profilo',
    work: 'Esperienza professionale',
    volunteer: 'Volontariato',
    education: 'Istruzione e formazione',
    awards: 'Riconoscimenti',
    certificates: 'Certificazioni',
    publications: 'Pubblicazioni',
    skills: 'Competenze',
    languages: 'Lingue',
    interests: 'Interessi',
    references: 'Referenze',
    projects: 'Progetti',
    personal: 'Dati personali',
  },
  facts: {
    birthDate: 'Data di nascita',
    birthPlace: 'Luogo di nascita',
    nationality: 'Nazionalità',
    maritalStatus: 'Stato civile',
    drivingLicence: 'Patente di guida',
    availability: 'Disponibilità',
    workPermit: 'Permesso di lavoro',
  },
  contact: 'Contatti',
  email: 'E-mail',
  phone: 'Telefono',
  address: 'Indirizzo',
  website: 'Sito web',
  photo: 'Foto di {name}',
  qrCode: 'Codice QR con l’indirizzo {url}',
  levels: {
    listening: 'Ascolto',
    reading: 'Lettura',
    interaction: 'Interazione',
    production: 'Produzione',
    writing: 'Scrittura',
  },
  placeAndDate: 'Luogo, data',
  signature: 'Firma',
  present: 'oggi',
  until: 'fino a',
  courses: 'Corsi',
  grade: 'Voto',
  page: 'Pagina {page} di {pages}',
  months: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
  longMonths: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  dateSeparator: '/',
};

const es: Words = {
  cv: 'Currículum vítae',
  sections: {
    summary: 'Perfil',
    work: 'Experiencia profesional',
    volunteer: 'Voluntariado',
    education: 'Formación académica',
    awards: 'Premios',
    certificates: 'Certificaciones',
    publications: 'Publicaciones',
    skills: 'Competencias',
    languages: 'Idiomas',
    interests: 'Intereses',
    references: 'Referencias',
    projects: 'Proyectos',
    personal: 'Datos personales',
  },
  facts: {
    birthDate: 'Fecha de nacimiento',
    birthPlace: 'Lugar de nacimiento',
    nationality: 'Nacionalidad',
    maritalStatus: 'Estado civil',
    drivingLicence: 'Permiso de conducir',
    availability: 'Disponibilidad',
    workPermit: 'Permiso de trabajo',
  },
  contact: 'Contacto',
  email: 'Correo',
  phone: 'Teléfono',
  address: 'Dirección',
  website: 'Sitio web',
  photo: 'Foto de {name}',
  qrCode: 'Código QR con la dirección {url}',
  levels: {
    listening: 'Escuchar',
    reading: 'Leer',
    interaction: 'Conversar',
    production: 'Hablar',
    writing: 'Escribir',
  },
  placeAndDate: 'Lugar, fecha',
  signature: 'Firma',
  present: 'actualidad',
  until: 'hasta',
  courses: 'Cursos',
  grade: 'Nota',
  page: 'Página {page} de {pages}',
  months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
  longMonths: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  dateSeparator: '/',
};

export const WORDS: Record<Locale, Words> = { en, de, fr, it, es };
