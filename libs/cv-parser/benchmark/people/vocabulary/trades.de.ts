import { trade } from './trade.js';
import type { Trade } from './types.js';

export const TRADES: readonly Trade[] = [
  trade({
    positions: [
      'Werkstudent<|in> Softwareentwicklung; Praktikant<|in> IT; Auszubildende<r|> zum Fachinformatiker; Junior Entwickler<|in>; IT-Supporter<|in>; Testingenieur<|in>',
      'Softwareentwickler<|in>; Systemadministrator<|in>; Anwendungsentwickler<|in>; Datenbankspezialist<|in>; Frontend-Entwickler<|in>; DevOps Engineer; IT-Berater<|in>',
      'Leiter<|in> Softwareentwicklung; Senior Software Engineer; Teamleiter<|in> Plattform; IT-Leiter<|in>; Softwarearchitekt<|in>; Abteilungsleiter<|in> Informatik',
    ],
    employers: ['technology', 'technology', 'company', 'bank', 'public'],
    tasks: `[Entwicklung|Weiterentwicklung] [eines Buchungssystems|der Kundenplattform|von Schnittstellen] in [Java|C#|Python]
      Umstellung von {3-30} Anwendungen auf [Kubernetes|Linux-Server|die neue Cloud-Umgebung]
      Betreuung von {40-900} Arbeitsplätzen an {2-9} Standorten
      Einführung von [automatisierten Tests|Code-Reviews|kontinuierlicher Auslieferung]
      [Einarbeitung|Anleitung] von {2-8} neuen Kolleginnen und Kollegen
      Entwurf des Datenmodells für [Verträge|Patientenakten|Lagerbestände]
      Rufbereitschaft für [das Rechenzentrum|den Webshop|die Produktionsanlagen]
      Abstimmung der Anforderungen mit [dem Fachbereich|dem Vertrieb|externen Dienstleistern]`,
    skills: {
      Programmiersprachen: 'Java; C#; Python; JavaScript; SQL; C++; PHP; Go; ABAP',
      Werkzeuge: 'Git; Jenkins; Docker; Jira; Maven; GitLab; Confluence',
      Betriebssysteme: 'Linux; Windows Server; VMware; macOS',
      Datenbanken: 'Oracle; PostgreSQL; MS SQL Server; MongoDB; MariaDB',
    },
    studies:
      'university: Bachelor of Science @ Informatik; university: Master of Science @ Wirtschaftsinformatik; university: Diplom-Informatiker (FH); vocational: Ausbildung zum Fachinformatiker @ Anwendungsentwicklung; university: B.Sc. @ Medieninformatik; university: M.Sc. @ Data Science',
    certificates:
      'ITIL Foundation; iSAQB Certified Professional; Microsoft Certified Azure Administrator; Scrum Master; Linux Essentials',
    topics: 'Webanwendungen; Datenbanken; Automatisierung; IT-Sicherheit; Cloud-Infrastruktur; eingebettete Systeme',
  }),
  trade({
    positions: [
      'Pflegehelfer<|in>; Auszubildende<r|> zur Pflegefachkraft; Stationshilfe; Praktikant<|in> Pflege; Bundesfreiwillige<r|> im Krankenhaus; Altenpflegehelfer<|in>',
      'Gesundheits- und Krankenpfleger<|in>; Pflegefachkraft; Altenpfleger<|in>; Hebamme; Fachkraft für Intensivpflege; Kinderkrankenpfleger<|in>; Physiotherapeut<|in>',
      'Stationsleitung; Pflegedienstleitung; Praxisanleiter<|in>; Heimleiter<|in>; Bereichsleitung Pflege; Ober<arzt|ärztin>',
    ],
    employers: ['hospital', 'hospital', 'public'],
    tasks: `Grund- und Behandlungspflege von {8-32} Patientinnen und Patienten
      [Vorbereitung|Begleitung] [ärztlicher Visiten|von Untersuchungen|operativer Eingriffe]
      Verabreichung von [Medikamenten|Infusionen|Injektionen] nach ärztlicher Anordnung
      Führen der [elektronischen|schriftlichen] Pflegedokumentation
      Anleitung von {2-9} Auszubildenden
      Erstellung des Dienstplans für {9-45} Mitarbeitende
      Beratung von Angehörigen zu [Wundversorgung|Ernährung|Entlassung]
      Umsetzung der Hygienevorschriften auf {2-6} Stationen`,
    skills: {
      Pflege: 'Wundversorgung; Palliativpflege; Beatmung; Mobilisation; Schmerzmanagement; Kinästhetik; Blutentnahme',
      Dokumentation: 'Vivendi; Orbis; MediFox; SAP IS-H',
      Organisation: 'Dienstplanung; Hygienemanagement; Qualitätssicherung; Praxisanleitung',
    },
    studies:
      'vocational: Ausbildung zur Gesundheits- und Krankenpflegerin; college: Fachweiterbildung @ Intensivpflege und Anästhesie; university: Bachelor of Arts @ Pflegemanagement; vocational: Staatlich anerkannter Altenpfleger; university: Bachelor of Science @ Hebammenwissenschaft',
    certificates: 'Wundexpertin ICW; Praxisanleiterin; Reanimationstraining; Hygienebeauftragte; Palliative Care Kurs',
    topics: 'Intensivpflege; ambulante Pflege; Altenpflege; Geburtshilfe; Onkologie; Wundmanagement',
  }),
  trade({
    positions: [
      'Referendar<|in>; Vertretungslehrkraft; Nachhilfelehrer<|in>; Erzieher<|in> im Anerkennungsjahr; Schulbegleiter<|in>; Studentische Hilfskraft',
      'Lehrer<|in> für Mathematik und Physik; Erzieher<|in>; Grundschullehrer<|in>; Sozialpädagog<e|in>; Berufsschullehrer<|in>; Sonderpädagog<e|in>; Dozent<|in>',
      'Konrektor<|in>; Schulleiter<|in>; Kita-Leitung; Fachbereichsleiter<|in>; Oberstudien<rat|rätin>; Leitung der Volkshochschule',
    ],
    employers: ['school', 'school', 'university', 'public'],
    tasks: `Unterricht in [Mathematik|Deutsch|Geschichte|Chemie] in den Klassen {5-7} bis {9-13}
      [Leitung|Aufbau] der [Theater-AG|Schülerzeitung|Schulbibliothek]
      Vorbereitung von {12-60} Jugendlichen auf [das Abitur|den mittleren Schulabschluss]
      Elternarbeit und Entwicklungsgespräche
      Betreuung einer Gruppe von {12-25} Kindern im Alter von {1-3} bis 6 Jahren
      Planung von [Klassenfahrten|Projektwochen|Schulfesten]
      Mitarbeit in der [Schulkonferenz|Lehrplankommission|Steuergruppe]
      Förderung von Kindern mit [Lernschwierigkeiten|Deutsch als Zweitsprache]`,
    skills: {
      Pädagogik:
        'Unterrichtsplanung; Inklusion; Elternarbeit; Diagnostik; Erlebnispädagogik; Sprachförderung; Konfliktmoderation',
      'Digitale Medien': 'Moodle; Smartboard; GeoGebra; MS Teams; iServ',
    },
    studies:
      'university: Erstes Staatsexamen @ Lehramt an Gymnasien; university: Zweites Staatsexamen; university: Master of Education @ Deutsch und Geschichte; college: Staatlich anerkannte Erzieherin; university: Magister Artium @ Germanistik; university: Bachelor of Arts @ Soziale Arbeit',
    certificates:
      'Fortbildung Inklusion; Erste Hilfe am Kind; Montessori-Diplom; Rettungsschwimmabzeichen Silber; DaZ-Zertifikat',
    topics: 'Leseförderung; Inklusion; Medienbildung; frühkindliche Bildung; Erwachsenenbildung; Naturwissenschaften',
  }),
  trade({
    positions: [
      'Aushilfe im Verkauf; Auszubildende<r|> zum Einzelhandelskaufmann; Kassierer<|in>; Verkäufer<|in>; Callcenter-Agent<|in>; Trainee Vertrieb',
      'Kauf<mann|frau> im Einzelhandel; Vertriebsmitarbeiter<|in> im Außendienst; Key-Account-Manager<|in>; Einkäufer<|in>; Sachbearbeiter<|in> Vertriebsinnendienst; Kundenberater<|in>; Filialmitarbeiter<|in>',
      'Vertriebsleiter<|in>; Filialleiter<|in>; Gebietsleiter<|in>; Leiter<|in> Einkauf; Geschäftsführer<|in>; Marktleiter<|in>',
    ],
    employers: ['shop', 'shop', 'company', 'technology'],
    tasks: `Gewinnung von {8-80} Neukunden [pro Jahr|in der Region]
      Beratung und Verkauf in der Abteilung [Damenmode|Elektronik|Gartenbedarf]
      Verhandlung von Rahmenverträgen mit [Lieferanten|Großhändlern|Kliniken]
      Betreuung von {30-160} [Bestandskunden|Händlern|Apotheken]
      [Warenannahme|Inventur|Kassenabrechnung] und Bestellwesen
      Führung von {3-24} Mitarbeitenden
      Planung von [Messeauftritten|Verkaufsaktionen|Schaufenstern]
      Steigerung des Umsatzes um {4-35} % innerhalb von {1-3} Jahren`,
    skills: {
      Vertrieb:
        'Verhandlungsführung; Neukundenakquise; Warenpräsentation; Reklamationsbearbeitung; Angebotskalkulation; Kaltakquise',
      Software: 'SAP SD; MS Excel; Salesforce; Navision; DATEV',
    },
    studies:
      'vocational: Ausbildung zur Kauffrau im Einzelhandel; university: Bachelor of Arts @ Betriebswirtschaftslehre; college: Handelsfachwirt (IHK); university: Master of Arts @ Vertriebsmanagement; vocational: Ausbildung zum Industriekaufmann; university: Diplom-Kaufmann',
    certificates:
      'Ausbildereignungsprüfung; Handelsfachwirt; Staplerschein; Geprüfte Verkaufsleiterin; Wirtschaftsenglisch LCCI',
    topics: 'Außendienst; Einzelhandel; Großhandel; technischer Vertrieb; Kundenbindung; Einkauf',
  }),
  trade({
    positions: [
      'Auszubildende<r|> zum Elektroniker; Tischlergesell<e|in>; Bauhelfer<|in>; Praktikant<|in> Schreinerei; Anlagenmechaniker<|in> in Ausbildung; Malerhelfer<|in>',
      'Elektroniker<|in> für Betriebstechnik; Tischler<|in>; Anlagenmechaniker<|in> SHK; Zimmerer<|in>; Kfz-Mechatroniker<|in>; Dachdecker<|in>; Industriemechaniker<|in>',
      'Elektromeister<|in>; Bauleiter<|in>; Werkstattleiter<|in>; Tischlermeister<|in>; Betriebsleiter<|in>; Inhaber<|in>',
    ],
    employers: ['workshop', 'workshop', 'company'],
    tasks: `[Installation|Wartung] von [Heizungsanlagen|Photovoltaikanlagen|Schaltschränken]
      Anfertigung von [Einbaumöbeln|Treppen|Fenstern] nach Maß
      Aufmaß, Angebot und Abrechnung für {20-140} Aufträge im Jahr
      [Sanierung|Ausbau] von {3-60} [Wohnungen|Altbauten|Ladenlokalen]
      Fehlersuche und Reparatur an [Pumpen|Pressen|Fahrzeugen]
      Anleitung von {1-6} Auszubildenden
      Einhaltung der [Unfallverhütungsvorschriften|VDE-Normen]
      Bereitschaftsdienst am Wochenende`,
    skills: {
      Handwerk: 'Schweißen; Holzverbindungen; Trockenbau; Verdrahtung; Oberflächenbehandlung; CNC-Fräsen; Hydraulik',
      Technik: 'SPS-Programmierung; AutoCAD; KNX; Messgeräte',
    },
    studies:
      'vocational: Gesellenbrief @ Tischlerhandwerk; vocational: Ausbildung zum Elektroniker; college: Meisterprüfung @ Elektrotechnik; vocational: Gesellenprüfung als Anlagenmechaniker; college: Staatlich geprüfter Techniker @ Maschinenbau',
    certificates: 'Meisterbrief; Kranschein; Schweißerprüfung DIN EN ISO 9606; Sachkunde Asbest; Elektrofachkraft',
    topics: 'Gebäudetechnik; Möbelbau; Altbausanierung; Photovoltaik; Fahrzeugtechnik; Holzbau',
  }),
  trade({
    positions: [
      'Aushilfskellner<|in>; Küchenhilfe; Auszubildende<r|> zur Hotelfachkraft; Commis de Cuisine; Servicekraft; Roomboy',
      'K<och|öchin>; Hotelfach<mann|frau>; Chef de Rang; Konditor<|in>; Restaurantfach<mann|frau>; Rezeptionist<|in>; Barkeeper<|in>',
      'Küchenchef<|in>; Hoteldirektor<|in>; Restaurantleiter<|in>; Empfangschef<|in>; Leitung Bankett; Betriebsleiter<|in> Gastronomie',
    ],
    employers: ['hotel', 'hotel', 'shop'],
    tasks: `Zubereitung von {40-260} Essen je Schicht
      [Erstellung|Kalkulation] der [Saisonkarte|Weinkarte|Tageskarte]
      Empfang und Betreuung internationaler Gäste
      Organisation von [Hochzeiten|Tagungen|Banketten] mit bis zu {80-400} Personen
      [Bestellung|Kontrolle] der Waren nach HACCP
      Einarbeitung neuer [Servicekräfte|Köche|Aushilfen]
      Leitung des [Frühstücksservice|Spätdienstes|À-la-carte-Geschäfts]`,
    skills: {
      Küche: 'Patisserie; HACCP; Menükalkulation; Saucen; Vegetarische Küche; Warenwirtschaft',
      Service: 'Weinberatung; Opera; Tischreservierung; Barkunde; Fidelio',
    },
    studies:
      'vocational: Ausbildung zum Koch; vocational: Ausbildung zur Hotelfachfrau; college: Hotelbetriebswirt; university: Bachelor of Arts @ Hotelmanagement; vocational: Konditorlehre',
    certificates: 'Küchenmeister; Sommelier (IHK); Gesundheitszeugnis; Ausbildereignung; Barista-Diplom',
    topics: 'gehobene Küche; Tagungshotellerie; Patisserie; Veranstaltungen; regionale Küche; Gästebetreuung',
  }),
  trade({
    positions: [
      'Auszubildende<r|> zur Bankkauffrau; Praktikant<|in> Controlling; Buchhaltungsassistent<|in>; Werkstudent<|in> Rechnungswesen; Trainee Finanzen; Assistent<|in> der Buchhaltung',
      'Bilanzbuchhalter<|in>; Steuerfachangestellte<r|>; Controller<|in>; Finanzberater<|in>; Lohnbuchhalter<|in>; Bankkauf<mann|frau>; Sachbearbeiter<|in> Kreditoren',
      'Leiter<|in> Rechnungswesen; Kaufmännische<r|> Leiter<|in>; Steuerberater<|in>; Finanzvorstand; Leiter<|in> Controlling; Wirtschaftsprüfer<|in>',
    ],
    employers: ['bank', 'bank', 'company', 'public'],
    tasks: `Erstellung von [Monats- und Jahresabschlüssen|Konzernabschlüssen] nach [HGB|IFRS]
      Bearbeitung der [Umsatzsteuervoranmeldungen|Reisekosten|Mahnungen]
      Lohn- und Gehaltsabrechnung für {30-1400} Beschäftigte
      Aufbau eines [Berichtswesens|Planungsmodells] für {2-14} Gesellschaften
      Beratung von {60-400} Privat- und Geschäftskunden
      Prüfung von [Kreditanträgen|Rechnungen|Verträgen]
      Begleitung von Betriebsprüfungen`,
    skills: {
      Fachwissen: 'HGB; IFRS; Umsatzsteuer; Lohnabrechnung; Kostenrechnung; Liquiditätsplanung',
      Software: 'DATEV; SAP FI/CO; Lexware; MS Excel; Power BI; Addison',
    },
    studies:
      'vocational: Ausbildung zur Steuerfachangestellten; university: Bachelor of Science @ Betriebswirtschaft; college: Geprüfter Bilanzbuchhalter (IHK); university: Diplom-Kauffrau; university: Master of Science @ Finance and Accounting; vocational: Ausbildung zum Bankkaufmann',
    certificates:
      'Bilanzbuchhalter IHK; Steuerberaterexamen; Certified Management Accountant; SAP-Anwenderzertifikat; Geldwäscheprävention',
    topics: 'Rechnungswesen; Steuern; Controlling; Baufinanzierung; Konzernabschlüsse; Entgeltabrechnung',
  }),
  trade({
    positions: [
      'Lagerhelfer<|in>; Auslieferungsfahrer<|in>; Auszubildende<r|> zur Fachkraft für Lagerlogistik; Kommissionierer<|in>; Disponent<|in> in Ausbildung; Paketzusteller<|in>',
      'Speditionskauf<mann|frau>; Disponent<|in>; Berufskraftfahrer<|in>; Fachkraft für Lagerlogistik; Zollsachbearbeiter<|in>; Schichtleiter<|in> Lager; Materialplaner<|in>',
      'Lagerleiter<|in>; Leiter<|in> Logistik; Fuhrparkleiter<|in>; Niederlassungsleiter<|in>; Leiter<|in> Supply Chain; Betriebsleiter<|in> Umschlag',
    ],
    employers: ['transport', 'transport', 'shop', 'company'],
    tasks: `Disposition von {10-120} [Lkw|Touren|Fahrern]
      Kommissionierung und Verladung von {60-400} Sendungen pro Tag
      Abwicklung von [Zollanmeldungen|Gefahrguttransporten|Seefracht]
      Einführung eines [Lagerverwaltungssystems|Schichtmodells|Barcodescanners]
      Fahrten im [Nah-|Fern]verkehr ohne Unfall
      Bestandskontrolle von {2-60}.000 Artikeln
      Schulung von {4-30} Lagerkräften`,
    skills: {
      Logistik: 'Tourenplanung; Gefahrgutrecht; Incoterms; Zollabwicklung; Bestandsführung; Ladungssicherung',
      Systeme: 'SAP EWM; MS Excel; ATLAS; Telematik; Winspeed',
    },
    studies:
      'vocational: Ausbildung zur Fachkraft für Lagerlogistik; vocational: Ausbildung zum Kaufmann für Spedition; university: Bachelor of Engineering @ Logistik; college: Logistikmeister (IHK); university: Master of Science @ Supply Chain Management',
    certificates:
      'ADR-Schein; Staplerschein; Ladungssicherung VDI 2700; Gefahrgutbeauftragter; Führerschein CE mit Modul 95',
    topics: 'Kontraktlogistik; Kühltransporte; Zoll; Lagerautomatisierung; Seefracht; Fuhrparkmanagement',
  }),
  trade({
    positions: [
      'Wissenschaftliche Hilfskraft; Doktorand<|in>; Laborant<|in>; Praktikant<|in> Forschung; Masterand<|in>; Tutor<|in>',
      'Wissenschaftliche<r|> Mitarbeiter<|in>; Postdoktorand<|in>; Biolog<e|in>; Chemiker<|in>; Laboringenieur<|in>; Statistiker<|in>; Geolog<e|in>',
      'Professor<|in> für Ökologie; Arbeitsgruppenleiter<|in>; Institutsleiter<|in>; Laborleiter<|in>; Leiter<|in> Forschung; Privatdozent<|in>',
    ],
    employers: ['university', 'university', 'public', 'company'],
    tasks: `[Planung|Durchführung] von [Feldversuchen|klinischen Studien|Laboranalysen]
      Veröffentlichung von {2-18} Fachartikeln über [Bodenpilze|Küstenschutz|Werkstoffe|Antibiotika]
      Einwerbung von {40-900}.000 Euro Drittmitteln
      Betreuung von {2-20} Abschlussarbeiten
      Lehre in [Statistik|organischer Chemie|Botanik] für {20-180} Studierende
      Auswertung von {200-9000} Proben mit [R|MATLAB|Python]
      Wartung des [Massenspektrometers|Gewächshauses|Elektronenmikroskops]`,
    skills: {
      Methoden: 'PCR; Massenspektrometrie; Mikroskopie; Regressionsmodelle; Zellkultur; GIS; Chromatographie',
      Software: 'R; MATLAB; SPSS; LaTeX; ArcGIS',
    },
    studies:
      'university: Promotion (Dr. rer. nat.) @ Biologie; university: Diplom @ Chemie; university: Master of Science @ Geowissenschaften; university: Bachelor of Science @ Physik; university: Habilitation @ Ökologie; vocational: Ausbildung zur Biologielaborantin',
    certificates:
      'Strahlenschutzkurs; Gute Laborpraxis; Hochschuldidaktik-Zertifikat; Forschungstaucher; Gentechnik-Projektleiter',
    topics: 'Ökologie; Werkstoffforschung; Küstenschutz; Wirkstoffforschung; Statistik; Klimaanpassung',
  }),
  trade({
    positions: [
      'Rechtsreferendar<|in>; Auszubildende<r|> zur Verwaltungsfachangestellten; Studentische<r|> Mitarbeiter<|in> Recht; Sekretariatskraft; Praktikant<|in> Personal; Assistent<|in>',
      'Rechtsanw<alt|ältin>; Syndikus; Personalreferent<|in>; Verwaltungsfachangestellte<r|>; Notarfachangestellte<r|>; Referent<|in> für Grundsatzfragen; Datenschutzbeauftragte<r|>',
      'Partner<|in>; Leiter<|in> Recht; Personalleiter<|in>; Amtsleiter<|in>; Dezernent<|in>; Leiter<|in> Compliance',
    ],
    employers: ['law', 'law', 'public', 'company'],
    tasks: `[Entwurf|Prüfung] von [Arbeitsverträgen|Mietverträgen|Satzungen]
      Vertretung in {10-90} Verfahren vor dem [Arbeitsgericht|Verwaltungsgericht|Landgericht]
      Beratung zu [Datenschutz|Vergaberecht|Betriebsverfassung]
      Besetzung von {15-120} Stellen im Jahr
      Bearbeitung von [Widersprüchen|Bauanträgen|Förderanträgen]
      Schulung von {30-900} Mitarbeitenden zu [Compliance|Arbeitsschutz]
      Vorbereitung von Sitzungen des [Gemeinderats|Aufsichtsrats|Betriebsrats]`,
    skills: {
      Recht: 'Arbeitsrecht; Vergaberecht; Vertragsgestaltung; Datenschutz; Prozessführung; Mediation',
      Verwaltung: 'Aktenführung; Protokollführung; SAP HCM; Haushaltsrecht; RA-MICRO',
    },
    studies:
      'university: Erste Juristische Prüfung @ Rechtswissenschaften; university: Zweite Juristische Staatsprüfung; vocational: Ausbildung zur Verwaltungsfachangestellten; university: Bachelor of Laws @ Wirtschaftsrecht; university: Magister @ Politikwissenschaft; university: LL.M. @ Europarecht',
    certificates:
      'Fachanwältin für Arbeitsrecht; Datenschutzbeauftragter TÜV; Mediationsausbildung; Ausbildereignung AEVO; Personalfachkauffrau IHK',
    topics: 'Arbeitsrecht; Vergabeverfahren; Personalentwicklung; Kommunalverwaltung; Datenschutz; Vertragsrecht',
  }),
  trade({
    positions: [
      'Praktikant<|in> Redaktion; Volontär<|in>; Auszubildende<r|> zum Mediengestalter; Assistent<|in> Marketing; Fotoassistent<|in>; Hospitant<|in> Regie',
      'Mediengestalter<|in>; Grafikdesigner<|in>; Redakteur<|in>; Marketingmanager<|in>; Bühnenbildner<|in>; Übersetzer<|in>; Texter<|in>',
      'Leiter<|in> Marketing; Chefredakteur<|in>; Kreativdirektor<|in>; Museumsleiter<|in>; Intendant<|in>; Leitung Öffentlichkeitsarbeit',
    ],
    employers: ['agency', 'culture', 'culture', 'company'],
    tasks: `Gestaltung von [Plakaten|Broschüren|Verpackungen] für {3-40} Kunden
      Konzeption [einer Ausstellung|eines Festivals|einer Kampagne] mit {5-80} Beteiligten
      Redaktion von {40-300} [Artikeln|Newslettern|Pressetexten] im Jahr
      Betreuung der Kanäle in den sozialen Medien
      Übersetzung von {5-30} Romanen aus dem [Polnischen|Englischen|Schwedischen]
      Budgetverantwortung für {20-800}.000 Euro
      Führungen und Werkstätten für Schulklassen`,
    skills: {
      Gestaltung: 'Typografie; Illustration; Buchgestaltung; Fotografie; Storytelling; Siebdruck; Szenografie',
      Programme: 'InDesign; Photoshop; Figma; Premiere Pro; WordPress; TYPO3',
    },
    studies:
      'university: Diplom-Designerin @ Kommunikationsdesign; vocational: Ausbildung zum Mediengestalter Digital und Print; university: Magister Artium @ Kunstgeschichte; university: Bachelor of Arts @ Medienwissenschaft; university: Meisterschüler @ Freie Kunst',
    certificates:
      'Google-Ads-Zertifikat; Online-Marketing-Manager IHK; Drohnenführerschein A2; PR-Berater DAPR; Adobe-Zertifikat',
    topics: 'Buchgestaltung; Öffentlichkeitsarbeit; Kulturvermittlung; Markenführung; Theater; Lokaljournalismus',
  }),
  trade({
    positions: [
      'Werkstudent<|in> Konstruktion; Praktikant<|in> Bauleitung; Technische<r|> Zeichner<|in>; Jungingenieur<|in>; Bauzeichner<|in>; Trainee Produktion',
      'Konstruktionsingenieur<|in>; Bauingenieur<|in>; Architekt<|in>; Verfahrenstechniker<|in>; Qualitätsingenieur<|in>; Vermessungsingenieur<|in>; Elektroingenieur<|in>',
      'Projektleiter<|in>; Leiter<|in> Konstruktion; Werksleiter<|in>; Oberbauleiter<|in>; Technische<r|> Geschäftsführer<|in>; Leiter<|in> Qualitätsmanagement',
    ],
    employers: ['company', 'company', 'agency', 'public'],
    tasks: `Konstruktion von [Getrieben|Förderanlagen|Spritzgusswerkzeugen] in [CATIA|SolidWorks]
      [Statische Berechnung|Bauleitung] von {2-15} [Brücken|Schulen|Hallen]
      Leitung eines Projekts über {1-60} Mio. Euro
      Inbetriebnahme von {2-14} Anlagen im [In- und Ausland|Werk]
      Senkung der Ausschussquote um {5-40} %
      Durchführung von [Audits|FMEA|Messungen]
      Abstimmung mit [Behörden|Bauherren|Zulieferern]`,
    skills: {
      Technik: 'FEM-Berechnung; Statik; FMEA; Toleranzanalyse; Regelungstechnik; Bauphysik; Lean Production',
      Software: 'CATIA V5; SolidWorks; AutoCAD; MS Project; Allplan; ANSYS',
    },
    studies:
      'university: Diplom-Ingenieur @ Maschinenbau; university: Bachelor of Engineering @ Bauingenieurwesen; university: Master of Science @ Verfahrenstechnik; university: Diplom-Ingenieurin (FH) @ Architektur; vocational: Ausbildung zum Technischen Produktdesigner; university: Dr.-Ing. @ Werkstofftechnik',
    certificates:
      'Six Sigma Green Belt; PMP; Sicherheits- und Gesundheitsschutzkoordinator; Auditor ISO 9001; Energieberater',
    topics: 'Brückenbau; Anlagenbau; Fertigung; energetische Sanierung; Antriebstechnik; Qualitätssicherung',
  }),
];
