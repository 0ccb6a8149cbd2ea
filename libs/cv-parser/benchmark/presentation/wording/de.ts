import { list } from '../../people/grammar.js';
import type { Wording } from './types.js';

export const DE: Wording = {
  headings: {
    summary: list(
      'Profil; Kurzprofil; Über mich; Zusammenfassung; Persönliches Profil; Zur Person; Steckbrief; Wer ich bin',
    ),
    work: list(
      'Berufserfahrung; Beruflicher Werdegang; Berufspraxis; Berufliche Stationen; Praktische Erfahrung; Beruflicher Hintergrund; Berufliche Tätigkeiten; Arbeitserfahrung; Berufliche Laufbahn; Tätigkeiten',
    ),
    education: list(
      'Ausbildung; Bildungsweg; Studium und Ausbildung; Schul- und Berufsausbildung; Akademische Ausbildung; Aus- und Weiterbildung; Schulbildung und Studium; Werdegang Bildung; Akademischer Werdegang',
    ),
    skills: list(
      'Kenntnisse; Fähigkeiten; Kompetenzen; Fachkenntnisse; Kenntnisse und Fähigkeiten; IT-Kenntnisse; Besondere Kenntnisse; Qualifikationen; Kernkompetenzen',
    ),
    languages: list('Sprachen; Sprachkenntnisse; Fremdsprachen; Sprachliche Fähigkeiten; Meine Sprachen'),
    certificates: list(
      'Zertifikate; Weiterbildung; Fortbildungen; Zertifizierungen; Weiterbildungen und Zertifikate; Lehrgänge',
    ),
    publications: list('Veröffentlichungen; Publikationen; Ausgewählte Publikationen; Schriften; Fachbeiträge'),
    projects: list('Projekte; Ausgewählte Projekte; Eigene Projekte; Projekterfahrung; Referenzprojekte'),
    awards: list('Auszeichnungen; Preise und Stipendien; Ehrungen; Stipendien; Auszeichnungen und Preise'),
    volunteer: list(
      'Ehrenamt; Ehrenamtliches Engagement; Soziales Engagement; Gesellschaftliches Engagement; Freiwilligenarbeit',
    ),
    references: list('Referenzen; Empfehlungen; Referenzgeber; Stimmen'),
    interests: list('Interessen; Hobbys; Hobbys und Interessen; Freizeit; Persönliche Interessen; Private Interessen'),
    personal: list('Persönliche Daten; Persönliches; Angaben zur Person; Persönliche Angaben; Personalien'),
    contact: list('Kontakt; Kontaktdaten; So erreichen Sie mich; Anschrift; Adresse und Kontakt'),
  },
  present: list('heute; bis heute; dato; aktuell; laufend; jetzt; bis dato'),
  since: list('seit; Seit; ab'),
  fromTo: ['$start bis $end', 'von $start bis $end'],
  seasons: ['Frühjahr', 'Sommer', 'Herbst', 'Winter'],
  at: ['bei', 'bei der', '@', 'im Hause'],
  degreeIn: [' in ', ', ', ' – ', ' '],
  thesis: list('Abschlussarbeit; Thema der Arbeit; Thesis'),
  score: list('Note; Abschlussnote; Gesamtnote'),
  labels: {
    name: list('Name; Vor- und Zuname'),
    email: list('E-Mail; Email; Mail'),
    phone: list('Telefon; Tel.; Mobil; Handy; Tel; Fon'),
    address: list('Anschrift; Adresse; Wohnort; Wohnhaft in'),
    url: list('Webseite; Web; Homepage; Internet'),
    birth: list('Geburtsdatum; geboren am; Geb.; Geboren'),
    birthPlace: list('Geburtsort'),
    nationality: list('Staatsangehörigkeit; Nationalität; Staatsbürgerschaft'),
    maritalStatus: list('Familienstand; Personenstand'),
    drivingLicence: list('Führerschein; Fahrerlaubnis'),
  },
  titles: list('Lebenslauf; LEBENSLAUF; Curriculum Vitae; Tabellarischer Lebenslauf; CV'),
  page: ['Seite $page', 'Seite $page von $pages', '$name – Seite $page', 'Lebenslauf $name · $page/$pages', '$page'],
  levels: {
    native: list('Muttersprache; muttersprachlich; Muttersprachler'),
    C2: list('verhandlungssicher; fließend; nahezu muttersprachlich'),
    C1: list('verhandlungssicher; fließend in Wort und Schrift; sehr gut'),
    B2: list('gut; gute Kenntnisse; fließend'),
    B1: list('Grundkenntnisse; mittleres Niveau; konversationssicher'),
    A2: list('Grundkenntnisse; Basiskenntnisse; einfach'),
    A1: list('Anfänger; erste Kenntnisse; Grundkenntnisse'),
  },
  skillLevels: list('sehr gut; Experte; fortgeschritten; gut; Grundkenntnisse; Basis'),
  rows: {
    dates: 'Datum',
    position: 'Beruf oder Funktion',
    tasks: 'Wichtigste Tätigkeiten und Zuständigkeiten',
    employer: 'Name und Adresse des Arbeitgebers',
    degree: 'Bezeichnung der erworbenen Qualifikation',
    institution: 'Name und Art der Bildungseinrichtung',
  },
  nationalities: { DE: 'deutsch', AT: 'österreichisch', CH: 'schweizerisch' },
};
