import { list } from '../../people/grammar.js';
import type { Wording } from './types.js';

export const IT: Wording = {
  headings: {
    summary: list(
      'Profilo; Profilo professionale; Chi sono; Su di me; Presentazione; Sintesi; Obiettivo professionale; In breve',
    ),
    work: list(
      'Esperienza lavorativa; Esperienze professionali; Esperienza professionale; Esperienze lavorative; Percorso professionale; Attività lavorativa; Impieghi; Esperienze; Carriera',
    ),
    education: list(
      'Istruzione; Formazione; Istruzione e formazione; Titoli di studio; Percorso formativo; Studi; Formazione accademica; Educazione; Studi e formazione',
    ),
    skills: list(
      'Competenze; Competenze tecniche; Capacità e competenze; Conoscenze; Competenze professionali; Abilità; Competenze chiave',
    ),
    languages: list('Lingue; Conoscenze linguistiche; Lingue straniere; Competenze linguistiche; Lingue conosciute'),
    certificates: list(
      'Certificazioni; Attestati; Corsi e certificazioni; Corsi di formazione; Formazione continua; Abilitazioni e patentini',
    ),
    publications: list('Pubblicazioni; Pubblicazioni scelte; Articoli; Scritti; Pubblicazioni e relazioni'),
    projects: list('Progetti; Progetti personali; Principali progetti; Progetti realizzati; Lavori scelti'),
    awards: list('Premi; Riconoscimenti; Premi e borse di studio; Onorificenze; Premi e riconoscimenti'),
    volunteer: list(
      'Volontariato; Attività di volontariato; Impegno sociale; Esperienze di volontariato; Associazionismo',
    ),
    references: list('Referenze; Raccomandazioni; Dicono di me; Contatti per referenze'),
    interests: list('Interessi; Hobby; Tempo libero; Interessi personali; Passioni; Hobby e interessi'),
    personal: list('Dati personali; Informazioni personali; Dati anagrafici; Anagrafica; Altre informazioni'),
    contact: list('Contatti; Recapiti; Dove trovarmi; Contattami; Indirizzo e contatti'),
  },
  present: list('oggi; presente; ad oggi; attuale; in corso; attualmente; Oggi'),
  since: list('dal; da; Dal; a partire da'),
  fromTo: ['da $start a $end', 'dal $start al $end', '$start a $end'],
  seasons: ['Primavera', 'Estate', 'Autunno', 'Inverno'],
  at: ['presso', 'in', '@', 'c/o'],
  degreeIn: [' in ', ', ', ' – ', ' '],
  thesis: list('Tesi; Titolo della tesi; Tesi di laurea'),
  score: list('Voto; Votazione; Voto finale'),
  labels: {
    name: list('Nome; Nome e cognome'),
    email: list('E-mail; Email; Posta elettronica; Mail'),
    phone: list('Telefono; Tel.; Cellulare; Cell.; Tel'),
    address: list('Indirizzo; Residenza; Domicilio; Città'),
    url: list('Sito web; Sito; Portfolio; Web'),
    birth: list('Data di nascita; Nato/a il; Nascita'),
    birthPlace: list('Luogo di nascita'),
    nationality: list('Nazionalità; Cittadinanza'),
    maritalStatus: list('Stato civile'),
    drivingLicence: list('Patente; Patente di guida'),
  },
  titles: list('Curriculum Vitae; CV; Curriculum; CURRICULUM VITAE; Curriculum vitae et studiorum'),
  page: [
    'Pagina $page',
    'Pagina $page di $pages',
    '$name – pag. $page',
    '$page / $pages',
    'Curriculum vitae di $name · $page',
  ],
  levels: {
    native: list('madrelingua; lingua madre; Madrelingua'),
    C2: list('bilingue; ottimo; fluente'),
    C1: list('ottimo; fluente; avanzato'),
    B2: list('buono; intermedio superiore; professionale'),
    B1: list('intermedio; discreto; scolastico avanzato'),
    A2: list('scolastico; elementare; base'),
    A1: list('base; principiante; nozioni'),
  },
  skillLevels: list('esperto; ottimo; avanzato; buono; discreto; base'),
  rows: {
    dates: 'Date',
    position: 'Lavoro o posizione ricoperti',
    tasks: 'Principali attività e responsabilità',
    employer: 'Nome e indirizzo del datore di lavoro',
    degree: 'Titolo della qualifica rilasciata',
    institution: 'Nome e tipo d’organizzazione erogatrice dell’istruzione e formazione',
  },
  nationalities: { IT: 'italiana', CH: 'svizzera' },
};
