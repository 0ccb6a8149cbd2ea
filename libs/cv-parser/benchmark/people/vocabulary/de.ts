import { list } from '../grammar.js';
import { TRADES } from './trades.de.js';
import type { Vocabulary } from './types.js';

export const DE: Vocabulary = {
  words: {
    saint: list('Marien; Josef; Elisabeth; Vinzenz; Katharinen; Lukas; Barbara'),
    animal: list('Hirsch; Adler; Reiher; Fuchs; Lamm; Schwan; Löwe'),
    ministry: list('Gesundheit; Verkehr; Bildung; Landwirtschaft; Statistik; Umwelt; Justiz; Denkmalpflege'),
  },
  trades: TRADES,
  employers: {
    company: list(
      '$root Maschinenbau GmbH; $family & Söhne KG; $root AG; $family Werkzeugbau GmbH & Co. KG; $root Chemie SE; Stadtwerke $city; $family Anlagentechnik GmbH; $root Medizintechnik GmbH; $family-Gruppe; $root Deutschland GmbH',
    ),
    technology: list(
      '$root Software GmbH; $root Systems AG; $family IT-Dienstleistungen; $root Digital GmbH; $root Lösungen UG (haftungsbeschränkt); $root Data; $family & $family2 Informatik GbR; $root Cloud Services GmbH',
    ),
    hospital: list(
      'Klinikum $city; $saint-Hospital $city; Universitätsklinikum $city; Seniorenheim Haus $root; Ambulanter Pflegedienst $family; Kreiskrankenhaus $city; Praxis Dr. $family; Reha-Zentrum $root',
    ),
    school: list(
      'Gymnasium am $animal~see; Grundschule $city-Nord; $family-Gesamtschule $city; Kita $animal~bau; Berufskolleg $city; Freie Waldorfschule $city; Realschule $city',
    ),
    university: list(
      'Universität $city; Technische Universität $city; Hochschule $city; $family-Institut für $ministry; Fachhochschule $city; Pädagogische Hochschule $city',
    ),
    law: list(
      'Kanzlei $family & $family2; $family Rechtsanwälte PartG mbB; Notariat $family; $family $family2 Steuerberatungsgesellschaft mbH; Amtsgericht $city; Anwaltskanzlei Dr. $family',
    ),
    bank: list(
      'Sparkasse $city; Volksbank $city eG; $root Versicherung AG; Bankhaus $family; $root Leasing GmbH; $family Steuerberatung; $root Kapital AG',
    ),
    shop: list(
      'Modehaus $family; $root Markt $city; Buchhandlung $family; $root Baumarkt GmbH; Drogerie $family; $root Lebensmittel GmbH & Co. KG; Möbel $family; $root-Apotheke',
    ),
    hotel: list(
      'Hotel $root; Gasthof zum $animal; Restaurant $family; Hotel $animal, $city; $root Resort; Café $family; Landgasthaus $root',
    ),
    workshop: list(
      'Tischlerei $family; Elektro $family GmbH; $family Haustechnik; Bauunternehmen $family GmbH; Zimmerei $family & $family2; Autohaus $root; Dachdeckerei $family; selbstständig',
    ),
    transport: list(
      '$root Logistik GmbH; Spedition $family; $root Kurierdienst; $family Transporte e. K.; Hafen $city AG; $root Fresh Logistics GmbH; Deutsche $root Spedition AG',
    ),
    public: list(
      'Stadt $city; Landratsamt $city; Ministerium für $ministry; Bezirksregierung $city; Landesamt für $ministry; Gemeinde $city; Bundesinstitut für $ministry',
    ),
    culture: list(
      'Stadttheater $city; Museum für $ministry $city; Verlag $family; $root Verlag; Kunsthalle $city; $city~er Zeitung; Kulturverein $root e. V.',
    ),
    agency: list(
      'Agentur $root; Ingenieurbüro $family; $family Architekten; Studio $root; freiberuflich; $root Kommunikation GmbH; $family Consulting GmbH',
    ),
  },
  institutions: {
    university: list(
      'Universität $city; Technische Universität $city; Hochschule $city; Fachhochschule $city; $family-Universität $city; Hochschule für angewandte Wissenschaften $city; Duale Hochschule $city',
    ),
    college: list(
      'IHK $city; Fachschule $city; Akademie $root; Bildungszentrum $city; Handwerkskammer $city; Fachakademie $root',
    ),
    vocational: list(
      'Berufsschule $city; Berufliches Schulzentrum $city; $family GmbH; Berufskolleg $city; Gewerbeschule $city; Handelsschule $city',
    ),
    school: list(
      'Gymnasium $city; Realschule $city; Gesamtschule $city-Süd; $family-Gymnasium; Hauptschule $city; Humanistisches Gymnasium $city',
    ),
  },
  schoolDegrees: list(
    'Abitur; Allgemeine Hochschulreife; Fachhochschulreife; Mittlere Reife; Realschulabschluss; Matura; Hauptschulabschluss',
  ),
  results: list(
    `, dadurch {5-45} % weniger [Fehler|Wartezeit|Kosten|Ausschuss]
    mit einem Team von {3-15} Personen
    innerhalb von {3-18} Monaten
    in enger Zusammenarbeit mit [der Geschäftsleitung|dem Betriebsrat|Lieferanten|Partnern im Ausland]
    , später von {2-9} weiteren [Standorten|Abteilungen|Teams] übernommen
    bei laufendem Betrieb
    , ausgezeichnet mit [dem internen Verbesserungspreis|einer Prämie]
    im Rahmen eines Budgets von {10-900}.000 Euro
    sowie Vertretung der Leitung
    für Kunden in {2-12} Ländern`,
  ),
  tasks: list(
    `Vertretung [der Abteilungsleitung|der Teamleitung] bei Abwesenheit
    [Planung|Koordination] der Einsätze von {4-40} Personen
    Teilnahme an [Messen|Fachtagungen|Infotagen]
    Einführung eines neuen [Ablage|Buchungs|Meldewesen]systems
    Erstellung von [Wochen|Monats|Quartals]berichten für [die Leitung|den Vorstand]
    Mitarbeit im [Betriebsrat|Arbeitsschutzausschuss|Festkomitee]
    Allgemeine Büroorganisation`,
  ),
  summaries: list(
    `[Erfahrene|Engagierte|Vielseitige] Fachkraft mit {3-25} Jahren Praxis im Bereich $topic. [Ich arbeite|Arbeitet] [sorgfältig|strukturiert] und behalte auch unter Druck den Überblick. Gesucht wird eine [verantwortungsvolle|langfristige] Aufgabe rund um $topic2.
    Seit {4-20} Jahren beschäftige ich mich mit $topic und $topic2. Kolleginnen und Kollegen schätzen meine [Geduld|Genauigkeit|Offenheit] und dass ich [Dinge zu Ende bringe|gut zuhören kann|gerne teile, was ich weiß].
    $position mit Schwerpunkt $topic. [Teamfähig|Belastbar|Neugierig], [mobil|zeitlich flexibel] und mit Freude am Umgang mit Menschen.
    Nach Stationen in [mehreren Betrieben|kleinen und großen Häusern] möchte ich meine Kenntnisse in $topic [in einem neuen Umfeld|mit mehr Verantwortung] einbringen.
    Mein Ziel ist es, $topic [verständlich|wirtschaftlich|menschlich] zu gestalten; dafür bringe ich Erfahrung aus $topic2 mit.`,
  ),
  jobSummaries: list(
    `Verantwortlich für [das Tagesgeschäft|ein Team von {3-25} Personen|ein Budget von {50-900}.000 Euro] im Bereich $topic.
    [Familiengeführtes|Mittelständisches|Stark wachsendes] Unternehmen mit {20-4000} Beschäftigten, Schwerpunkt $topic.
    Befristete Elternzeitvertretung mit voller Verantwortung für $topic.
    Nebentätigkeit während des Studiums, vor allem in der Abteilung für $topic.
    Berichtete an die [Geschäftsführung|Bereichsleitung] und arbeitete überwiegend an Themen rund um $topic.`,
  ),
  softSkills: list(
    'Teamfähigkeit; Zuverlässigkeit; Organisationstalent; Kommunikationsstärke; Belastbarkeit; Zeitmanagement; Führungserfahrung; Eigeninitiative',
  ),
  softSkillGroups: list('Persönliche Stärken; Soft Skills; Sonstiges; Stärken'),
  interests: list(
    'Wandern; Chorgesang; Imkerei; Schach; Fotografie; Segeln; Handball; Lesen; Kochen; Modelleisenbahn; Gartenarbeit; Klettern; Reisen; Posaune; Fußball',
  ),
  languageNames: list(
    'Deutsch; Englisch; Französisch; Spanisch; Italienisch; Polnisch; Türkisch; Russisch; Niederländisch; Arabisch; Latein; Portugiesisch; Schwedisch; Chinesisch; Kroatisch',
  ),
  maritalStatuses: list('ledig; verheiratet; verheiratet, zwei Kinder; geschieden; in Lebenspartnerschaft'),
  drivingLicences: list('Klasse B; Führerschein Klasse B; B, BE; C1E; Klasse 3; A, B'),
  awards: list(
    'Mitarbeiter des Jahres; Deutschlandstipendium; Nachwuchspreis; Innovationspreis; Kammersieg im Leistungswettbewerb; Promotionspreis; Bestes Poster; Bürgermedaille',
  ),
  awarders: list(
    '$root-Stiftung; Stadt $city; Universität $city; IHK $city; $family-Stiftung; Gesellschaft für $ministry',
  ),
  issuers: list(
    'IHK $city; $root Akademie; TÜV $city; Handwerkskammer $city; Volkshochschule $city; Institut für $ministry',
  ),
  publications: list(
    `[Beiträge|Anmerkungen] zu einer [praktischen|vergleichenden] Theorie von $topic
    Was [Betriebe|Schulen|Kommunen] über $topic wissen sollten
    $topic im ländlichen Raum: eine Langzeitstudie
    $topic zwischen [Handwerk und Wissenschaft|Anspruch und Wirklichkeit]
    Zur [Wirtschaftlichkeit|Qualität|Messung] von $topic
    Lehren aus $topic in Krisenzeiten`,
  ),
  publishers: list(
    'Zeitschrift für $ministry; $root Verlag; Jahrbuch $ministry; Tagungsband $city; Schriftenreihe der Universität $city; $city~er Beiträge',
  ),
  projects: list(
    '$root; Offenes $root; Projekt $animal; Bürgergarten $city; $root 2.0; Nachbarschaftshilfe $city; Repair-Café $city',
  ),
  projectDescriptions: list(
    `[Freie Software|App|Webanwendung] für [Vereine|Imker|Radfahrer|Pflegende] zum Thema $topic
    Gemeinschaftsprojekt zu $topic mit {5-60} Freiwilligen
    [Ausstellung|Podcast|Blog] über $topic
    Instandsetzung [eines Bootes|einer Scheune|eines Oldtimers] aus dem Jahr {18-20}{10-99}`,
  ),
  volunteer: [
    { position: 'Feuerwehr<mann|frau>', organization: 'Freiwillige Feuerwehr $city' },
    { position: 'Jugendtrainer<|in>', organization: 'TSV $city' },
    { position: 'Kassenwart<|in>', organization: 'Förderverein $root e. V.' },
    { position: 'Lesepat<e|in>', organization: 'Grundschule $city' },
    { position: 'Ehrenamtliche<r|> Helfer<|in>', organization: '$root Tafel' },
    { position: 'Vorstandsmitglied', organization: 'Heimatverein $city' },
  ],
  references: list(
    `Eine Bereicherung für jedes Team: [pünktlich|sorgfältig], [ehrlich|hilfsbereit] und voller Ideen.
    Wir würden <ihn|sie> jederzeit wieder einstellen.
    Selten habe ich jemanden erlebt, der so [verlässlich|umsichtig] arbeitet.`,
  ),
  theses: list(
    '$topic in kleinen Städten; Wirtschaftliche Aspekte: $topic; Neue Verfahren für $topic; Geschichte und Gegenwart: $topic; Untersuchungen zu $topic',
  ),
  streets: list(
    'Hauptstraße {1-180}; Am Mühlenbach {1-40}; $family~straße {2-90}; Lindenweg {1-60} a; Karl-$family-Platz {1-20}; Goetheallee {3-120}; Im Winkel {1-30}; Schulstr. {1-70}',
  ),
  scores: list(
    '1,{1-9}; Note 2,{0-5}; sehr gut; gut (2,{0-5}); magna cum laude; mit Auszeichnung; Abschlussnote: 1,{2-8}',
  ),
};
