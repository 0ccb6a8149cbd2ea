import { terms, type Lexicon } from './types.js';

export const german: Lexicon = {
  language: 'de',
  country: 'DE',
  stopwords: terms(`
    und, der, die, das, von, mit, für, im, zur, zum, bei, den, des, ein, eine, auf, sowie, durch, über, als, ich,
    ist, sind, wurde, bis, seit, aus, nach, unter, meine, einer, eines, dem, einem, verantwortlich, tätigkeit,
    durchführung, erstellung, betreuung, planung, kunden, mitarbeiter, jahre
  `),
  headings: {
    contact: terms(`
      kontakt, kontaktdaten, kontaktinformationen, kontaktangaben, links, profile, soziale medien, online-profile,
      kontakt & links, kontaktinfo, kontaktinfos, kontaktmöglichkeiten, meine kontaktdaten, so erreichen sie mich,
      erreichbarkeit, anschrift, adresse, adressdaten, web, online, netzwerke, social media, soziale netzwerke
    `),
    personal: terms(`
      persönliche daten, persönliche angaben, angaben zur person, zur person, persönliches, personalien,
      persönliche informationen, persönliche details, persönliche angaben & kontakt, allgemeine angaben,
      allgemeine daten, daten, personendaten, persönliche daten & kontakt, persönliche daten & kontaktdaten,
      privates, privat, stammdaten, personalangaben, angaben, personalia, zu meiner person
    `),
    summary: terms(`
      profil, kurzprofil, über mich, zusammenfassung, berufliches profil, persönliches profil,
      qualifikationsprofil, ziel, berufsziel, berufliche ziele, kurzbeschreibung, karriereziel, motivation,
      kurzvorstellung, kurzprofil & ziele, kurzbiografie, kurzbiographie, kurzer überblick, überblick, auf einen
      blick, das bin ich, wer ich bin, ich über mich, mein profil, meine person, steckbrief, einleitung,
      vorstellung, selbstdarstellung, persönliches statement, persönlichkeit, berufliche zielsetzung, zielsetzung,
      ziele, karriereziele, berufliches ziel, angestrebte position, fachliches profil, fachprofil, kompetenzprofil
      & ziele, beraterprofil, executive summary, management summary, profilbeschreibung, profilzusammenfassung,
      kurzzusammenfassung, berufliche zusammenfassung, kurz & knapp, leitbild, kurzportrait, kurzporträt,
      portrait, porträt, statement, about, about me
    `),
    work: terms(`
      berufserfahrung, berufserfahrungen, beruflicher werdegang, berufliche erfahrung, berufliche erfahrungen,
      berufspraxis, berufliche tätigkeit, berufliche tätigkeiten, praxiserfahrung, arbeitserfahrung, praktische
      erfahrung, praktische erfahrungen, beruflicher lebenslauf, werdegang, praktika, erfahrung, erfahrungen,
      tätigkeiten, berufliche stationen, berufstätigkeit, beruf, laufbahn, berufliche laufbahn, beruflicher
      hintergrund, berufserfahrung & praktika, berufserfahrung & projekte, berufliche praxis, berufliche
      entwicklung, berufliche stationen & erfahrungen, berufliche tätigkeit & praktika, bisherige tätigkeiten,
      bisherige berufserfahrung, bisherige stationen, bisherige berufstätigkeit, bisherige anstellungen,
      bisheriger werdegang, berufsleben, berufsweg, beruflicher weg, berufsverlauf, beruflicher verlauf,
      berufslaufbahn, berufsstationen, berufstätigkeiten, berufliche anstellungen, berufliche beschäftigung,
      berufliche positionen, berufliche erfolge & stationen, beschäftigung, beschäftigungen,
      beschäftigungsverhältnisse, arbeitsverhältnisse, arbeitsstellen, arbeitsleben, arbeitspraxis,
      arbeitserfahrungen, arbeit, anstellungen, stellen, stationen, karriere, karriereverlauf, karrierestationen,
      karriereweg, mein werdegang, mein beruflicher werdegang, werdegang & erfahrung, tätigkeit, erwerbstätigkeit,
      erwerbsleben, praxis, praktische tätigkeit, praktische tätigkeiten, praktika & berufserfahrung, praktika &
      nebenjobs, praktika & nebentätigkeiten, praktika & werkstudententätigkeit, praktika &
      werkstudententätigkeiten, praktika & tätigkeiten, praktikum, praktikumserfahrung, relevante berufserfahrung,
      relevante erfahrung, relevante erfahrungen, relevante praxiserfahrung, einschlägige berufserfahrung,
      wesentliche berufserfahrung, weitere berufserfahrung, weitere erfahrungen, weitere tätigkeiten, sonstige
      tätigkeiten, nebentätigkeit, nebentätigkeiten, nebenjobs, nebenjob, studentische tätigkeiten, studentische
      nebentätigkeiten, studienbegleitende tätigkeiten, studienbegleitende berufserfahrung, ferienjobs,
      aushilfstätigkeiten, freiberufliche tätigkeit, freiberufliche tätigkeiten, selbstständigkeit, selbstständige
      tätigkeit, selbständige tätigkeit, wissenschaftlicher werdegang, wissenschaftliche tätigkeit,
      wissenschaftliche tätigkeiten, wissenschaftliche laufbahn, akademische laufbahn, akademische stationen,
      akademische positionen, forschungserfahrung, forschungstätigkeit, lehrtätigkeit, lehrtätigkeiten,
      lehrerfahrung, lehre & forschung, unterrichtserfahrung, unterrichtstätigkeit, führungserfahrung, klinische
      erfahrung, klinische tätigkeit, ärztliche tätigkeit, ärztliche tätigkeiten, ärztlicher werdegang, fachliche
      erfahrung, militärdienst, militärischer werdegang, wehrdienst, zivildienst, wehrdienst & zivildienst,
      bundeswehr, auslandserfahrung, auslandsaufenthalte, auslandsaufenthalt, internationale erfahrung,
      engagements, rollen, theater, bühnenerfahrung, mandate, ämter, funktionen
    `),
    education: terms(`
      ausbildung, bildung, bildungsweg, studium, schulbildung, akademischer werdegang, akademische ausbildung,
      schulische ausbildung, hochschulbildung, ausbildung und studium, studium und ausbildung, schul- und
      berufsausbildung, schule, hochschulstudium, bildungsgang, berufsausbildung, schule und ausbildung, aus- und
      weiterbildung, universitäre ausbildung, schule & studium, schule & beruf, schulische laufbahn, schulischer
      werdegang, schulausbildung, schulbesuch, schulabschluss, schulabschlüsse, schullaufbahn, schulzeit, schulen,
      schulischer bildungsweg, schulbildung & studium, schul- & hochschulbildung, schul- & hochschulausbildung,
      schul- & studienzeit, schul- & berufsbildung, schulbildung & ausbildung, hochschulausbildung, hochschule,
      universität, universitäre bildung, universitätsstudium, studienverlauf, studienzeit, studiengang, studien,
      studium & schule, studium & weiterbildung, studium & schulbildung, studium & abschlüsse, akademische
      bildung, akademischer hintergrund, akademische laufbahn & ausbildung, akademische abschlüsse, akademische
      qualifikation, akademischer bildungsweg, abschlüsse, abschluss, bildungsabschlüsse, bildungsabschluss,
      bildungsverlauf, bildungshintergrund, bildungsstationen, bildungslaufbahn, mein bildungsweg, bildung &
      ausbildung, bildung & qualifikation, bildung & weiterbildung, bildung & abschlüsse, bildung &
      qualifikationen, bildung & zertifikate, bildungsweg & abschlüsse, ausbildung & schule, ausbildung &
      schulbildung, ausbildung & qualifikation, ausbildung & qualifikationen, ausbildung & weiterbildung,
      ausbildung & weiterbildungen, ausbildung & fortbildung, ausbildung & bildung, ausbildung & abschlüsse,
      ausbildungen, ausbildungsweg, ausbildungsverlauf, ausbildungsgang, ausbildungshintergrund, aus- &
      fortbildung, aus- & weiterbildungen, lehre, lehre & ausbildung, lehrzeit, berufliche ausbildung, berufliche
      bildung, berufsbildung, berufliche erstausbildung, grundausbildung, erstausbildung, duales studium,
      promotion, promotion & studium, fachausbildung, facharztausbildung, ärztliche ausbildung, medizinische
      ausbildung, musikalische ausbildung, künstlerische ausbildung, höhere bildung, weiterführende schulen,
      theoretische ausbildung
    `),
    skills: terms(`
      kenntnisse, fähigkeiten, kompetenzen, fachkenntnisse, edv-kenntnisse, it-kenntnisse, technische fähigkeiten,
      technische kenntnisse, kenntnisse und fähigkeiten, fähigkeiten und kenntnisse, computerkenntnisse, besondere
      kenntnisse, fachliche kompetenzen, qualifikationen, kernkompetenzen, weitere kenntnisse, stärken,
      technologien, programmierkenntnisse, edv, softwarekenntnisse, soft skills, skills, soziale kompetenzen,
      technische kompetenzen, fachkompetenzen, digitale kompetenzen, kenntnisse & fertigkeiten, kenntnisse &
      kompetenzen, kenntnisse & interessen, kenntnisse & qualifikationen, kenntnisse & sonstiges, fertigkeiten,
      fähigkeiten & fertigkeiten, fähigkeiten & kompetenzen, fähigkeiten & stärken, fähigkeiten & interessen,
      fähigkeiten & qualifikationen, fachliche kenntnisse, fachliche fähigkeiten, fachliche qualifikationen,
      fachliche schwerpunkte, fachgebiete, fachwissen, fachbereiche, expertise, fachexpertise, know-how, wissen,
      schwerpunkte, arbeitsschwerpunkte, tätigkeitsschwerpunkte, themenschwerpunkte, spezialgebiete,
      spezialisierung, spezialisierungen, spezialkenntnisse, spezielle kenntnisse, einsatzgebiete, kernkompetenz,
      kernfähigkeiten, kernqualifikationen, schlüsselkompetenzen, schlüsselqualifikationen, hauptkompetenzen,
      kompetenzen & fähigkeiten, kompetenzen & kenntnisse, kompetenzen & stärken, kompetenzen & interessen,
      kompetenzprofil, kompetenzbereiche, kompetenzfelder, methodenkompetenz, methodenkenntnisse, methodische
      kompetenzen, methoden, methoden & tools, methodik, persönliche kompetenzen, persönliche fähigkeiten,
      persönliche stärken, persönliche eigenschaften, persönliche qualifikationen, persönliche kenntnisse, meine
      stärken, meine fähigkeiten, meine kompetenzen, meine skills, stärken & fähigkeiten, stärken & kompetenzen,
      eigenschaften, charaktereigenschaften, soziale fähigkeiten, sozialkompetenz, sozialkompetenzen, soziale
      kompetenz, führungskompetenz, führungskompetenzen, kommunikative kompetenzen, berufliche kompetenzen,
      berufliche fähigkeiten, berufliche kenntnisse, berufliche qualifikationen, besondere fähigkeiten, besondere
      fertigkeiten, besondere qualifikationen, sonstige kenntnisse, sonstige fähigkeiten, sonstige
      qualifikationen, sonstige kenntnisse & fähigkeiten, zusätzliche kenntnisse, zusätzliche fähigkeiten,
      zusatzkenntnisse, zusätzliche qualifikationen, weitere fähigkeiten, weitere kompetenzen, weitere
      qualifikationen, weitere kenntnisse & fähigkeiten, weitere skills, allgemeine kenntnisse, relevante
      kenntnisse, technische fertigkeiten, technische skills, technik, technisches know-how, technologie-stack,
      tech-stack, techstack, tech stack, technologien & tools, tools, tools & technologien, werkzeuge, software,
      software & tools, softwarekompetenz, software-kenntnisse, anwendungskenntnisse, edv- & sprachkenntnisse, edv
      & sprachen, edv kenntnisse, edv-kenntnisse & sprachen, edv-fähigkeiten, edv-kompetenzen, it kenntnisse,
      it-fähigkeiten, it-kompetenzen, it-skills, it skills, it, it & software, it- & sprachkenntnisse,
      pc-kenntnisse, pc kenntnisse, computer, computer-kenntnisse, office-kenntnisse, ms-office-kenntnisse,
      informatikkenntnisse, informatik, digitale fähigkeiten, digitale skills, digitalkompetenz, programmierung,
      programmiersprachen, programmieren, programmierfähigkeiten, frameworks, datenbanken, betriebssysteme, hard
      skills, hardskills, softskills, soft-skills, skills & tools, skills & kenntnisse, skills & kompetenzen,
      top-skills, top skills, sprach- & edv-kenntnisse, sprachen & edv, sprachen & edv-kenntnisse, sprachen & it,
      sprach- & it-kenntnisse, sprachen & kenntnisse, sprachen & computerkenntnisse, qualifikationen & kenntnisse,
      qualifikationen & fähigkeiten, qualifikationen & kompetenzen, qualifikation, qualifikationen & stärken,
      handwerkliche fähigkeiten, künstlerische fähigkeiten, praktische fähigkeiten, praktische kenntnisse,
      maschinenkenntnisse
    `),
    languages: terms(`
      sprachen, sprachkenntnisse, fremdsprachen, sprachliche kenntnisse, sprache, fremdsprache,
      fremdsprachenkenntnisse, sprachfähigkeiten, sprachkompetenz, sprachkompetenzen, sprachliche fähigkeiten,
      sprachliche kompetenzen, sprachkenntnisse & niveau, sprachlich, meine sprachen, sprachen & niveau,
      sprachniveau, muttersprache & fremdsprachen, weitere sprachen, sprachkenntnis
    `),
    certificates: terms(`
      zertifikate, zertifizierungen, weiterbildung, weiterbildungen, fortbildung, fortbildungen, kurse, lehrgänge,
      schulungen, zertifikate und weiterbildungen, weiterbildungen und zertifikate, berufliche weiterbildung,
      seminare, zusatzqualifikationen, lizenzen, fort- und weiterbildung, fort- und weiterbildungen, zertifikat,
      zertifizierung, zertifikate & kurse, zertifikate & weiterbildung, zertifikate & zertifizierungen,
      zertifikate & lizenzen, zertifikate & schulungen, zertifikate & fortbildungen, zertifikate &
      qualifikationen, zertifizierungen & weiterbildungen, zertifizierungen & schulungen, zertifizierungen &
      kurse, zertifizierungen & lizenzen, zertifizierungen & trainings, bescheinigungen, nachweise, scheine,
      befähigungsnachweise, befähigungen, berechtigungen, zulassungen, approbation, lizenzen & zertifikate,
      lizenzen & zertifizierungen, lizenzen & berechtigungen, führerscheine & lizenzen, führerscheine &
      zertifikate, weiterbildung & zertifikate, weiterbildung & kurse, weiterbildung & seminare, weiterbildung &
      qualifikation, weiterbildung & fortbildung, weiterbildungen & kurse, weiterbildungen & seminare,
      weiterbildungen & schulungen, weiterbildungen & zertifizierungen, weiterbildungen & qualifikationen,
      weiterbildungen & fortbildungen, weiter- & fortbildung, weiter- & fortbildungen, weiterqualifikation,
      weiterqualifizierung, weiterqualifizierungen, fortbildung & weiterbildung, fortbildungen & zertifikate,
      fortbildungen & kurse, fortbildungen & seminare, fortbildungen & qualifikationen, fort-/weiterbildung,
      fort-/weiterbildungen, aufstiegsfortbildung, berufliche fortbildung, berufliche weiterbildungen, berufliche
      fortbildungen, berufsbegleitende weiterbildung, berufsbegleitende qualifikationen, fachliche weiterbildung,
      fachliche weiterbildungen, fachweiterbildung, fachweiterbildungen, besuchte kurse, besuchte seminare,
      besuchte schulungen, kurse & zertifikate, kurse & seminare, kurse & weiterbildungen, kurse & schulungen,
      kurse & workshops, seminare & schulungen, seminare & kurse, seminare & workshops, seminare &
      weiterbildungen, seminare & fortbildungen, schulungen & zertifikate, schulungen & seminare, schulungen &
      weiterbildungen, schulungen & kurse, schulungen & trainings, workshops, workshops & seminare, trainings,
      trainings & zertifikate, lehrgänge & seminare, lehrgänge & kurse, lehrgänge & zertifikate, online-kurse,
      onlinekurse, zusatzausbildung, zusatzausbildungen, zusätzliche ausbildung, zusätzliche ausbildungen,
      zusatzqualifikation, zusatzqualifikationen & zertifikate, zusätzliche qualifikationen & zertifikate,
      sonstige weiterbildung, qualifizierung, qualifizierungen, sonderausbildungen, prüfungen
    `),
    projects: terms(`
      projekte, ausgewählte projekte, eigene projekte, projekterfahrung, private projekte, persönliche projekte,
      projektliste, referenzprojekte, projekt, projektarbeit, projektarbeiten, projekttätigkeit, projekthistorie,
      projektauswahl, projektübersicht, projektbeispiele, projekte & erfolge, projekte & arbeiten, meine projekte,
      aktuelle projekte, wichtige projekte, wichtigste projekte, relevante projekte, berufliche projekte,
      studentische projekte, studienprojekte, universitäre projekte, akademische projekte, wissenschaftliche
      projekte, forschungsprojekte, schulprojekte, nebenprojekte, freie projekte, freiberufliche projekte,
      technische projekte, softwareprojekte, open-source-projekte, open source, open-source, kundenprojekte,
      beratungsprojekte, abschlussarbeit, abschlussarbeiten, arbeiten, werke, werkverzeichnis, arbeitsproben,
      portfolio, künstlerische projekte, bauprojekte, besondere projekte
    `),
    publications: terms(`
      publikationen, veröffentlichungen, ausgewählte publikationen, wissenschaftliche publikationen, vorträge,
      patente, publikation, publikationsliste, publikationsverzeichnis, publikationen & vorträge, publikationen &
      konferenzen, publikationen & patente, veröffentlichung, veröffentlichungen & vorträge, eigene
      veröffentlichungen, wissenschaftliche veröffentlichungen, wissenschaftliche arbeiten, wissenschaftliche
      beiträge, wichtige publikationen, wichtigste publikationen, fachpublikationen, fachartikel, artikel,
      aufsätze, beiträge, buchbeiträge, bücher, schriften, schriftenverzeichnis, vorträge & publikationen,
      vorträge & veröffentlichungen, vorträge & konferenzen, vorträge & poster, vortragstätigkeit,
      konferenzbeiträge, konferenzen, tagungsbeiträge, poster, präsentationen, patente & veröffentlichungen,
      erfindungen, presse, medien, dissertation, doktorarbeit, masterarbeit, bachelorarbeit, diplomarbeit,
      abschlussarbeiten & publikationen
    `),
    awards: terms(`
      auszeichnungen, preise, stipendien, auszeichnungen und stipendien, ehrungen, stipendien und auszeichnungen,
      erfolge, preise und auszeichnungen, stipendien und preise, auszeichnung, auszeichnungen & preise,
      auszeichnungen & ehrungen, auszeichnungen & erfolge, auszeichnungen & wettbewerbe, auszeichnungen &
      mitgliedschaften, auszeichnungen & zertifikate, auszeichnungen & förderungen, preise & ehrungen, preise &
      stipendien, preise & förderungen, preis, ehrungen & auszeichnungen, ehrungen & preise, würdigungen,
      anerkennungen, verdienste, stipendium, stipendien & förderungen, stipendien & ehrungen, förderungen,
      förderpreise, forschungsförderung, drittmittel, wettbewerbe, wettbewerbe & preise, wettbewerbe &
      auszeichnungen, erfolge & auszeichnungen, berufliche erfolge, besondere erfolge, größte erfolge, wichtigste
      erfolge, sportliche erfolge, leistungen, besondere leistungen, errungenschaften, awards
    `),
    volunteer: terms(`
      ehrenamt, ehrenamtliches engagement, ehrenamtliche tätigkeit, ehrenamtliche tätigkeiten, engagement,
      soziales engagement, gesellschaftliches engagement, freiwilligenarbeit, außerschulisches engagement,
      ehrenämter, ehrenamt & engagement, ehrenamt & hobbys, ehrenamt & interessen, ehrenamt & mitgliedschaften,
      ehrenamtlich, ehrenamtliche arbeit, ehrenamtliche aktivitäten, ehrenamtliche erfahrung, ehrenamtliche
      erfahrungen, ehrenamtliche aufgaben, ehrenamtliche mitarbeit, ehrenamtliche engagements, ehrenamtliches,
      ehrenamtliches & soziales engagement, engagement & ehrenamt, engagement & interessen, engagement &
      mitgliedschaften, engagement & hobbys, freiwilliges engagement, freiwillige tätigkeit, freiwillige
      tätigkeiten, freiwilligendienst, freiwilligendienste, freiwilligentätigkeit, freiwilligeneinsatz,
      freiwilliges soziales jahr, soziale aktivitäten, soziale tätigkeiten, soziales, sozialer einsatz, soziales &
      ehrenamt, bürgerschaftliches engagement, politisches engagement, politische ämter, studentisches engagement,
      universitäres engagement, außeruniversitäres engagement, außeruniversitäre aktivitäten, außeruniversitäre
      tätigkeiten, außerschulische aktivitäten, ausserschulische aktivitäten, außerberufliches engagement,
      ausserberufliches engagement, außerberufliche aktivitäten, ausserberufliche aktivitäten, außercurriculares
      engagement, extracurriculare aktivitäten, extracurriculares, vereinstätigkeit, vereinstätigkeiten,
      vereinsarbeit, vereinsleben, vereine, vereine & ehrenämter, gemeinnützige arbeit, gemeinnützige tätigkeiten,
      aktivitäten, weitere aktivitäten, sonstiges engagement, gremienarbeit, gremien, mentoring
    `),
    interests: terms(`
      interessen, hobbys, hobbies, hobbys und interessen, interessen und hobbys, freizeit, persönliche interessen,
      freizeitaktivitäten, hobbies und interessen, interessen & hobbies, interessen & engagement, interessen &
      freizeit, interessen & aktivitäten, interessen & sonstiges, interessen & ehrenamt, interessensgebiete,
      interessengebiete, interessenschwerpunkte, interesse, meine interessen, meine hobbys, hobby, hobbys &
      freizeit, hobbys & ehrenamt, hobbys & engagement, hobbys & aktivitäten, hobbies & freizeit, hobbies &
      engagement, freizeit & interessen, freizeit & hobbys, freizeitinteressen, freizeitgestaltung,
      freizeitbeschäftigung, freizeitbeschäftigungen, private interessen, private hobbys, sonstige interessen,
      weitere interessen, persönliche interessen & hobbys, leidenschaften, passionen, sport, sport & freizeit,
      privates & interessen, was mich begeistert
    `),
    references: terms(`
      referenzen, empfehlungen, referenz, referenzpersonen, referenzperson, referenzen & empfehlungen,
      referenzgeber, referenzschreiben, empfehlungsschreiben, empfehlung, arbeitszeugnisse, auskünfte,
      referenzauskünfte, persönliche referenzen, berufliche referenzen, kundenstimmen, stimmen
    `),
  },
  headingWords: {
    volunteer: terms(`ehrenamt, engagement, freiwillig`),
    publications: terms(`publikationen, veröffentlichungen`),
    certificates: terms(`zertifikate, zertifizierungen, weiterbildungen, weiterbildung, fortbildungen`),
    awards: terms(`auszeichnungen, stipendien, preise`),
    projects: terms(`projekte`),
    work: terms(`berufserfahrung, werdegang, berufliche, praktika, berufspraxis`),
    education: terms(`ausbildung, studium, bildung, schulbildung`),
    languages: terms(`sprachen, sprachkenntnisse, fremdsprachen`),
    skills: terms(`kenntnisse, fähigkeiten, kompetenzen, qualifikationen`),
    interests: terms(`interessen, hobbys`),
    references: terms(`referenzen`),
    summary: terms(`profil, zusammenfassung`),
    personal: terms(`persönliche, personalien`),
    contact: terms(`kontakt`),
  },
  months: [
    terms(`januar, jänner, jan, jän`),
    terms(`februar, feber, feb`),
    terms(`märz, mär, mrz, maerz`),
    terms(`april, apr`),
    terms(`mai`),
    terms(`juni, jun`),
    terms(`juli, jul`),
    terms(`august, aug`),
    terms(`september, sept, sep`),
    terms(`oktober, okt`),
    terms(`november, nov`),
    terms(`dezember, dez`),
  ],
  seasons: {
    frühling: 3,
    frühjahr: 3,
    sommer: 6,
    herbst: 9,
    winter: 12,
    sommersemester: 4,
    wintersemester: 10,
    ws: 10,
    ss: 4,
    sose: 4,
    wise: 10,
    wintersem: 10,
    sommersem: 4,
    anfang: 1,
    mitte: 6,
    ende: 10,
    herbstsemester: 9,
    frühlingssemester: 2,
    frühjahrssemester: 2,
    hs: 9,
    fs: 2,
  },
  present: terms(`
    heute, jetzt, aktuell, laufend, dato, gegenwärtig, derzeit, andauernd, fortlaufend, bis heute, bis jetzt, bis
    dato, zur zeit, zurzeit, momentan, unbefristet, bis aktuell, heutig, dauert an, bis zum heutigen tag, bis auf
    weiteres, laufendes, ongoing
  `),
  since: terms(`seit, ab, seit dem, seit ca, ab dem, von, beginn, start, vom, zwischen`),
  from: terms(`von, beginn, start, vom, zwischen`),
  until: terms(`bis, bis zum, bis einschließlich, bis ende, bis einschl.`),
  positions: terms(`
    *leiter, *leiterin, *leitung, *entwickler, *entwicklerin, *ingenieur, *ingenieurin, *berater, *beraterin,
    *assistent, *assistentin, *assistenz, *praktikant, *praktikantin, *praktikum, werkstudent*, *mitarbeiter,
    *mitarbeiterin, *manager, *managerin, *referent, *referentin, *kaufmann, *kauffrau, *techniker, *technikerin,
    *führer, *führerin, *geschäftsführer, *lehrer, *lehrerin, *dozent, *dozentin, *forscher, *forscherin, *arzt,
    *ärztin, *pfleger, *pflegerin, *krankenschwester, *fachkraft, *fachmann, *fachfrau, *sachbearbeiter,
    *sachbearbeiterin, *koordinator, *koordinatorin, *verkäufer, *verkäuferin, *trainer, *trainerin, *architekt,
    *architektin, *informatiker, *informatikerin, *designer, *designerin, *redakteur, *redakteurin, *buchhalter,
    *buchhalterin, *meister, *meisterin, *mechaniker, *mechatroniker, *elektriker, *elektroniker, *hilfskraft,
    *aushilfe, auszubildende*, azubi, trainee, volontär*, *chef, *chefin, *vorstand, *inhaber, *inhaberin,
    *gründer, *gründerin, freiberufl*, selbständig*, selbstständig*, *spezialist, *spezialistin, *experte,
    *expertin, *betreuer, *betreuerin, *anwalt, *anwältin, jurist*, *beauftragter, *beauftragte, *controller,
    *controllerin, *analyst, *analystin, prokurist*, *angestellte, *angestellter, *planer, *planerin, *prüfer,
    *therapeut, *therapeutin, *apotheker*, *koch, *köchin, *kellner, *kellnerin, lehre, *sekretär, *sekretärin,
    *doktorand, *doktorandin, *professor, *professorin, *tutor, *tutorin, zivildienst*, *helfer, *helferin,
    *erzieher, *erzieherin, *administrator, *administratorin, *verantwortlicher, *verantwortliche, *pädagoge,
    *pädagogin, *wissenschaftler, *wissenschaftlerin, *laborant, *laborantin, *schneider, *schreiner, *bäcker,
    *fahrer, *fahrerin, *vertreter, *vertreterin, *elektroniker*, *installateur*, *monteur*, *monteurin,
    *schlosser*, *schweißer*, *schweisser*, *dreher, *fräser, *maler, *malerin, *lackierer*, *maurer*,
    *dachdecker*, *zimmerer*, *zimmermann, *tischler*, *schreinerin, *glaser, *gärtner*, *landwirt*, *winzer*,
    *förster*, *metzger*, *fleischer*, *bäckerin, *konditor*, *friseur*, *kosmetiker*, *optiker*, *goldschmied*,
    *uhrmacher*, *buchbinder*, *drucker, *mediengestalter*, *gestalter*, *grafiker*, *illustrator*, *fotograf*,
    *texter, *texterin, *journalist*, *lektor*, *übersetzer*, *dolmetscher*, *bibliothekar*, *archivar*,
    *kurator*, *regisseur*, *schauspieler*, *musiker*, *sänger, *sängerin, *tänzer*, *künstler*, *kameramann,
    *kamerafrau, *tontechniker, *hebamme*, *pflegekraft, *pflegefachkraft, *pflegefachfrau, *pflegefachmann,
    *pflegehelfer*, *altenpfleger*, *krankenpfleger*, *gesundheitspfleger, *arzthelfer*, *fachangestellte*, *mta,
    *zahnarzt, *zahnärztin, *tierarzt, *tierärztin, *chirurg*, *internist*, *psychologe, *psychologin, *logopäde,
    *logopädin, *physiotherapeut*, *ergotherapeut*, *heilpraktiker*, *sanitäter*, *notfallsanitäter*,
    *rettungsassistent*, *erzieher*, *sozialarbeiter*, *sozialpädagoge, *kindergärtner*, *tagesmutter,
    *schulleiter*, *rektor*, *rektorin, *studienrat, *studienrätin, *oberstudienrat, *lehrkraft,
    *lehrbeauftragte*, *hochschullehrer*, *postdoc*, *biologe, *biologin, *chemiker*, *physiker*, *mathematiker*,
    *geologe, *geologin, *historiker*, *soziologe, *soziologin, *ökonom*, *volkswirt*, *betriebswirt*, *fachwirt*,
    *wirtschaftsprüfer*, *steuerberater*, *steuerfachangestellte*, *bilanzbuchhalter*, *kassierer*, *kassiererin,
    *bankkaufmann, *bankkauffrau, *kaufleute, *makler*, *versicherungsfachmann, *gutachter*, *sachverständige*,
    *notar*, *richter, *richterin, *staatsanwalt, *staatsanwältin, *rechtsanwalt, *rechtsanwältin, *syndikus,
    *rechtspfleger*, *rechtsreferendar*, *referendar*, *referendarin, *beamter, *beamtin, *beamte, *polizist*,
    *kommissar*, *polizeimeister*, *soldat*, *offizier*, *feldwebel, *unteroffizier, *hauptmann, *leutnant,
    *gefreiter, *feuerwehrmann, *feuerwehrfrau, *zöllner*, *hausmeister*, *hauswart*, *abwart, *reinigungskraft,
    *raumpfleger*, *hauswirtschafter*, *haushälterin, *rezeptionist*, *hotelfachfrau, *hotelfachmann,
    *servicekraft, *restaurantfachfrau, *restaurantfachmann, *barkeeper, *küchenhilfe, *küchenchef*, *souschef*,
    *commis, *bäcker*, *lagerist*, *lagerhelfer*, *lagerarbeiter*, *kommissionierer*, *staplerfahrer*,
    *kraftfahrer*, *berufskraftfahrer*, *busfahrer*, *lokführer*, *triebfahrzeugführer*, *pilot*, *flugbegleiter*,
    *kapitän*, *matrose*, *disponent*, *disponentin, *spediteur*, *zusteller*, *briefträger*, *arbeiter,
    *arbeiterin, *maschinenführer*, *anlagenführer*, *anlagenmechaniker*, *zerspanungsmechaniker*,
    *industriemechaniker*, *kfz-mechatroniker*, *werkzeugmacher*, *konstrukteur*, *zeichner, *zeichnerin,
    *bauleiter*, *polier, *vorarbeiter*, *schichtleiter*, *teamleiter*, *gruppenleiter*, *abteilungsleiter*,
    *bereichsleiter*, *filialleiter*, *projektleiter*, *niederlassungsleiter*, *vertriebsleiter*, *einkäufer*,
    *einkäuferin, *verkaufsberater*, *key-account-manager*, *außendienstmitarbeiter*, *außendienst, *promoter*,
    *propagandist*, *agent, *agentin, *assistenzarzt, *assistenzärztin, *oberarzt, *oberärztin, *chefarzt,
    *chefärztin, *facharzt, *fachärztin, *stationsleitung, *pflegedienstleitung, *bereichsleitung, *teamleitung,
    *projektleitung, *stellvertreter*, stv., stellv., stellvertretende*, leiter*, leitende*, leitung,
    geschäftsführende*, geschäftsführung, mitglied*, vorsitzende*, beirat, aufsichtsrat, referent*, mitarbeit,
    mitarbeitende*, hospitant*, hospitation, famulatur, famulant*, hiwi, tutor*, stipendiat*, schülerpraktikum,
    pflichtpraktikum, praxissemester, ferienjob, minijob, nebenjob, werksstudent*, lehrling*, lernende*,
    lernender, geselle*, gesellin, umschüler*, azubi*, absolvent*, bundesfreiwilligendienst*, bufdi, fsj,
    freiwilliges, wehrdienst*, grundwehrdienst*, au-pair, programmierer*, softwareentwickler*,
    systemadministrator*, it-administrator*, netzwerkadministrator*, webentwickler*, anwendungsentwickler*,
    produktmanager*, produktentwickler*, qualitätsmanager*, qualitätsprüfer*, entwickler*, ingenieur*, techniker*,
    berater*, assistent*, koordinator*, sachbearbeiter*, bauingenieur*, architekt*, stadtplaner*, vermesser*,
    geograph*, meteorolog*, trainer*, coach*, moderator*, sprecher*, pressesprecher*, redakteur*, volontariat,
    dozent*, professor*, juniorprofessor*, privatdozent*, hilfskraft, hilfswissenschaftler*, sekretär*, bürokraft,
    bürokauffrau, bürokaufmann, schreibkraft, telefonist*, callcenter-agent*, kundenberater*, kundenbetreuer*,
    fundraiser*, diakon*, pfarrer*, pastor*, priester*, seelsorger*, imam, botschafter*, diplomat*,
    bürgermeister*, abgeordnete*, gemeinderat
  `),
  titleEndings: terms(`
    er, erin, or, orin, ist, istin, ant, antin, ent, entin, eur, eurin, euse, kraft, mann, frau, leute, wart,
    wartin, wirt, wirtin, hilfe, loge, login, graf, grafin, graph, nom, nomin, ling, iker, ikerin, ierende,
    angestellte, angestellter, beauftragte, vertretung, leitung, assistenz
  `),
  notTitles: terms(`
    oder, über, unter, hinter, der, hannover, münster, dezember, oktober, november, september, wasser, computer,
    semester, wintersemester, sommersemester, zimmer, theater, center, cluster, tochter, mutter, vater, bruder,
    schwester, fenster, feuer, steuer, mauer, papier, bier, klavier, quartier, revier, tier, alter, älter, sommer,
    winter, wetter, leder, feder, nieder, wieder, immer, aber, jeder, dieser, filter, poster, register, muster,
    kloster, ufer, wuppertal, pflanzer, kunst, dienst, herbst, angebot, kompetent, präsent, talent, element,
    dokument, moment, restaurant, motor, faktor, sektor, traktor, chor, tor, bund, verwaltung, ausbildung,
    mittelalter, vier, hier, server, router, adapter, ordner, behälter, container, hamburger, nürnberger,
    münchner, berliner, kölner, frankfurter, wiener, züricher, zürcher, basler, dresdner, leipziger, bremer,
    dortmunder, stuttgarter, bayer, müller, schneider, fischer, weber, meyer, maier, mayer, wagner, becker, bauer,
    richter, peter, werner, rainer, günther, walter, alexander, oliver, daimler, schindler
  `),
  headNoun: 'last',
  employers: terms(`
    gmbh, ag, kg, ohg, gbr, ug, se, e.v., mbh, kgaa, co., gruppe, werke, bank, sparkasse, klinikum, krankenhaus,
    klinik, spital, stadt, kanton, bundesamt, amt, stiftung, verlag, agentur, universität, hochschule, institut,
    fraunhofer, praxis, kanzlei, schule, gymnasium, ministerium, holding, genossenschaft, gesellschaft,
    ingenieurbüro, restaurant, hotel, apotheke, e.k., ek, e.v, ggmbh, gugmbh, kdör, ohg., partg, partgmbb, gmbh.,
    & co, & söhne, söhne, gebrüder, gebr., betriebe, betrieb, werk, *werke, stadtwerke, konzern, *konzern,
    unternehmen, firma, *handlung, großhandel, einzelhandel, *markt, supermarkt, kaufhaus, warenhaus, autohaus,
    seniorenheim, pflegeheim, altenheim, wohnheim, kinderheim, kita, kindertagesstätte, kindergarten, tagesklinik,
    *klinik, *klinikum, *klinken, kliniken, *krankenhaus, *spital, universitätsklinikum, uniklinik, ambulanz,
    *praxis, gemeinschaftspraxis, arztpraxis, zahnarztpraxis, rettungsdienst, rettungswache, feuerwehr,
    bundespolizei, bundeswehr, landesamt, *amt, landratsamt, finanzamt, jugendamt, *behörde, behörde, gemeinde,
    *gemeinde, bezirk, landkreis, freistaat, bundesministerium, *ministerium, bundesagentur, jobcenter, gericht,
    *gericht, amtsgericht, landgericht, oberlandesgericht, staatsanwaltschaft, notariat, *kanzlei, steuerkanzlei,
    *bank, volksbank, raiffeisenbank, landesbank, bausparkasse, *versicherung, *versicherungen, krankenkasse, aok,
    allianz, *stiftung, *verein, sportverein, *verband, verband, wohlfahrtsverband, caritas, diakonie, awo, drk,
    kirche, kirchengemeinde, pfarrei, bistum, gewerkschaft, ihk, handwerkskammer, *institut, *zentrum, zentrum,
    forschungszentrum, bildungswerk, volkshochschule, vhs, akademie, *akademie, *schule, grundschule, realschule,
    gesamtschule, hauptschule, berufsschule, *gymnasium, kolleg, *verlag, zeitung, *zeitung, *redaktion, rundfunk,
    sender, *agentur, werbeagentur, *theater, staatstheater, stadttheater, oper, *oper, orchester, *orchester,
    museum, *museum, galerie, *galerie, bibliothek, *bibliothek, stadtbibliothek, bücherei, *archiv,
    architekturbüro, planungsbüro, *studio, *atelier, *werkstatt, schreinerei, tischlerei, malerbetrieb, bäckerei,
    *bäckerei, konditorei, metzgerei, fleischerei, gärtnerei, landgut, weingut, brauerei, *brauerei, mühle,
    gasthof, gasthaus, gaststätte, *restaurant, *hotel, *café, kantine, spedition, *spedition, *transporte,
    reederei, verkehrsbetriebe, bundesbahn, bauunternehmung, hausverwaltung, *stahl, unternehmensberatung,
    steuerberatung, personaldienstleistungen, zeitarbeit, druckerei, *druckerei, reisebüro, *apotheke,
    sanitätshaus, drogerie, buchhandlung, *fabrik, fabrik, manufaktur, *manufaktur, beteiligungs*, jugendhilfe,
    lebenshilfe, sozialstation, pflegedienst, hospiz, verein, kammer
  `),
  trades: terms(`
    versicherung*, büro, *werk, handels*, *handel, *haus, *heim, polizei*, kreis, versicherung, redaktion, archiv,
    *labor, labor, *büro, werkstatt, *betrieb, *rei, *hof, hof, cafe, catering, *küche, logistik, *logistik,
    transporte, bahn, *bahn, *bau, hochbau, tiefbau, maschinenbau, anlagenbau, bau, immobilien, *verwaltung,
    dienstleistungen, services, *technik, technik, elektrotechnik, elektro, haustechnik, *industrie, industrie,
    chemie, pharma, stahl, metall, energie, *energie, netze, solar, systeme, *systeme, software, *software,
    solutions, consulting, beratung, *beratung, medien, *medien, reisen, touristik, optik, vertriebs*,
    produktions*
  `),
  units: terms(`
    abteilung, bereich, team, referat, station, fachbereich, institut für, lehrstuhl, dezernat, sparte, filiale,
    niederlassung, standort, werk, vertrieb, einkauf, marketing, personal, finanzen, buchhaltung, entwicklung,
    forschung, produktion, technik, qualität, recht, kundenservice, verwaltung
  `),
  employment: terms(`
    vollzeit, teilzeit, in vollzeit, in teilzeit, festanstellung, unbefristet, befristet, freiberuflich,
    selbstständig, selbständig, freie mitarbeit, minijob, nebenjob, aushilfe, geringfügig, geringfügige
    beschäftigung, ferienjob, praktikum, pflichtpraktikum, freiwilliges praktikum, werkstudent,
    werkstudententätigkeit, ehrenamtlich, leiharbeit, zeitarbeit, elternzeitvertretung, homeoffice, dual, duales
    studium, berufsbegleitend, nebenberuflich, saison, saisonal
  `),
  selfEmployed: terms(
    `freiberuflich, freiberufler, freiberuflerin, selbstständig, selbständig, selbstständige tätigkeit, selbständige tätigkeit, freelance, freelancer, in eigener praxis, eigene firma, auf eigene rechnung`,
  ),
  institutions: terms(`
    *universität, *hochschule, fachhochschule, *schule, *gymnasium, *institut, *akademie, eth, epfl, tu, fh, uni,
    lmu, rwth, *kolleg, *lyzeum, kantonsschule, ihk, kit, htl, hak, bildungszentrum, *universitäten, *hochschulen,
    *schulen, *college, *seminar, *bildungszentrum, *bildungsstätte, *bildungswerk, *berufskolleg, *gesamtschule,
    *oberschule, *oberstufe, *internat, *konservatorium, *fakultät, tum, fau, wwu, uzh, unisg, hsg, zhaw, fhnw,
    hslu, bfh, jku, uibk, boku, dhbw, htw, haw, hwr, vhs, tuhh, hfg, hfmt, oth, hochschule*, universität*,
    studienkolleg, studienseminar, lehrerseminar, berufsakademie, berufsbildungszentrum, berufsfachschule,
    berufsoberschule, technikerschule, meisterschule, pflegeschule, krankenpflegeschule, polizeischule,
    fahrschule, handelsschule, handelsakademie, mittelschule, sekundarschule, primarschule, volksschule,
    waldorfschule, handwerkskammer, kammer
  `),
  degrees: terms(`
    bachelor, master, diplom*, dipl.*, dipl.-ing., magister, mag., doktor*, promotion, dr., staatsexamen, abitur,
    matura, maturität, fachabitur, mittlere, realschulabschluss, hauptschulabschluss, ausbildung, lehre,
    abschluss, hochschulreife, gesellenbrief, meisterbrief, fachhochschulreife, efz, berufsausbildung, lehramt,
    studium, nebenfach, schwerpunkt, lizenziat, habilitation, sekundarschule, matur, berufsmaturität, mas, cas,
    b.a., b.sc., b.eng., m.a., m.sc., m.eng., ll.m., ll.b., mba, bsc, msc, ba, ma, bachelor*, master*,
    masterstudium, bachelorstudium, masterstudiengang, bachelorstudiengang, diplomstudium, diplom-*, magister*,
    *studium, promotion*, *promotion, dr.-ing., dr.med., *ausbildung, umschulung*, *abschluss, *abitur, *matura,
    *reife, fachgebundene, abi, *schulabschluss, realschule, hauptschule, mittlerer, mittelschulabschluss,
    oberschulreife, fachoberschulreife, *prüfung, *fachprüfung, meister, *meister, *meisterin, geprüfte,
    geprüfter, gepr., staatlich, approbation, facharzt*, fachärztin*, gesellenprüfung, lehrabschluss*,
    lehrabschlussprüfung, *lehre, weiterbildung, referendariat, vorbereitungsdienst, volontariat, fernstudium,
    aufbaustudium, auslandssemester, auslandsjahr, auslandsstudium, grundstudium, hauptstudium, vordiplom,
    zertifikatskurs, grundschule, primarschule, *kaufmann, *kauffrau, eidg., eidgenössisches, fähigkeitszeugnis,
    fachausweis, hf, eba, grundbildung, vorkurs
  `),
  degreeJoiners: terms(`
    in, im fach, der, zum, zur, als, of, in der fachrichtung, im bereich, fachrichtung, zum/zur, im studiengang,
    studiengang, mit schwerpunkt
  `),
  scores: terms(`
    note, abschlussnote, gesamtnote, notendurchschnitt, durchschnitt, durchschnittsnote, endnote, abschluss mit
    note, abschluss, notenschnitt, schnitt, ø, ø-note, abiturnote, abinote, abiturdurchschnitt, diplomnote,
    masternote, bachelornote, prädikat, gesamturteil, gesamtprädikat
  `),
  grades: terms(`
    sehr gut, gut, befriedigend, ausreichend, vollbefriedigend, voll befriedigend, mit auszeichnung, mit
    auszeichnung bestanden, mit sehr gut, mit gut, mit erfolg, bestanden, mit bestnote, summa cum laude, magna cum
    laude, cum laude, prädikatsexamen, jahrgangsbeste, jahrgangsbester, mit lob, mit prädikat, mit gutem erfolg,
    mit ausgezeichnetem erfolg
  `),
  theses: terms(`
    thema, thema der bachelorarbeit, thema der masterarbeit, thema der diplomarbeit, thema der abschlussarbeit,
    thema der dissertation, bachelorarbeit, masterarbeit, diplomarbeit, magisterarbeit, abschlussarbeit,
    dissertation, doktorarbeit, bachelorthesis, masterthesis, bachelor-thesis, master-thesis, bachelor thesis,
    master thesis, thesis, titel, betreuer, betreuerin, betreuung
  `),
  courses: terms(`
    schwerpunkte, kurse, fächer, module, leistungskurse, studienschwerpunkte, vertiefung, inhalte, studieninhalte,
    vertiefungen, vertiefungsrichtung, vertiefungsfächer, hauptfächer, wahlfächer, nebenfächer, leistungskurs, lk,
    prüfungsfächer, relevante kurse, relevante module, lehrinhalte, ausbildungsinhalte, schwerpunktfächer, themen,
    schwerpunkt
  `),
  at: terms(`bei, bei der, beim`),
  expected: terms(`
    voraussichtlich, vorauss., voraussichtlicher abschluss, geplant, geplanter abschluss, abschluss, erwartet,
    abschluss voraussichtlich, vsl., gültig bis, erworben, abgeschlossen
  `),
  durations: terms(`
    jahr, jahre, jahren, j, j., monat, monate, monaten, mon., woche, wochen, tag, tage, tagen, semester
  `),
  last: terms(`die letzten, in den letzten, seit den letzten, letzte, letzten, seit`),
  ago: terms(`vor`),
  formLabels: {
    dates: terms(`datum, zeitraum, von – bis, von - bis, dauer`),
    position: terms(`beruf oder funktion, funktion, position, berufsbezeichnung, tätigkeit als, stelle`),
    employer: terms(
      `name und adresse des arbeitgebers, arbeitgeber, name des arbeitgebers, firma, unternehmen, betrieb`,
    ),
    tasks: terms(
      `wichtigste tätigkeiten und zuständigkeiten, haupttätigkeiten und verantwortlichkeiten, tätigkeiten und verantwortungsbereiche, tätigkeiten, aufgaben, hauptaufgaben, aufgabenbereich`,
    ),
    degree: terms(
      `bezeichnung der erworbenen qualifikation, erworbene qualifikation, qualifikation, abschluss, abschlussbezeichnung`,
    ),
    institution: terms(
      `name und art der bildungseinrichtung, name und art der bildungs- oder ausbildungseinrichtung, bildungseinrichtung, ausbildungseinrichtung, schule`,
    ),
    subjects: terms(`hauptfächer/berufliche fähigkeiten, hauptfächer / berufliche fähigkeiten, hauptfächer, fächer`),
    remark: terms(
      `tätigkeitsbereich oder branche, branche, stufe der nationalen oder internationalen klassifikation, ort, standort`,
    ),
  },
  onRequest: terms(`
    auf anfrage, auf wunsch, gerne auf anfrage, gern auf anfrage, auf anfrage erhältlich, auf anfrage verfügbar,
    referenzen auf anfrage, referenzen auf wunsch, werden auf wunsch nachgereicht, werden auf anfrage gerne
    angegeben, gerne auf wunsch, referenzen auf anfrage erhältlich
  `),
  labels: {
    name: terms(`name, vor- und nachname, vorname name`),
    email: terms(`e-mail, email, mail, e-mail-adresse`),
    phone: terms(`telefon, tel, mobil, handy, mobiltelefon, festnetz, telefonnummer, natel, fon`),
    address: terms(`adresse, anschrift, wohnort, wohnhaft, wohnhaft in, wohnsitz, privatanschrift, postanschrift,
      postadresse, ort, standort`),
    url: terms(`webseite, website, homepage, web, internet`),
    birthDate: terms(`geburtsdatum, geboren, geboren am, geb, geburtstag, jahrgang`),
    birthPlace: terms(`geburtsort, geboren in`),
    nationality: terms(`staatsangehörigkeit, nationalität, staatsbürgerschaft, bürgerort, heimatort`),
    maritalStatus: terms(`familienstand, zivilstand`),
    drivingLicence: terms(`führerschein, führerausweis, fahrerlaubnis`),
    availability: terms(`verfügbarkeit, verfügbar, eintrittstermin, kündigungsfrist, verfügbar ab`),
    workPermit: terms(`
      arbeitserlaubnis, aufenthaltstitel, arbeitsbewilligung, aufenthaltsbewilligung, bewilligung
    `),
  },
  fluency: terms(`
    muttersprache, muttersprachlich, fließend, fliessend, verhandlungssicher, gute kenntnisse, sehr gute
    kenntnisse, sehr gut, gut, grundkenntnisse, grundlagen, basiskenntnisse, konversationssicher, kenntnisse,
    fortgeschritten, schulkenntnisse, anfänger, stilsicher, bilingual, zweisprachig, in wort und schrift, gute,
    sehr gute, erweiterte, muttersprachler, muttersprachlerin, muttersprachenniveau, muttersprachliches niveau,
    muttersprachniveau, erstsprache, zweitsprache, herkunftssprache, perfekt, ausgezeichnet, hervorragend,
    sichere, sicher, flüssig, fließende, fliessende, fortgeschrittene, fortgeschrittene kenntnisse, fließend in
    wort & schrift, in wort & schrift, wort & schrift, wort, schrift, konversationsfähig, verhandlungsfähig,
    verhandlungssichere, vertragssicher, geschäftssicher, befriedigend, ausbaufähig, mittel, mittlere, solide,
    solide kenntnisse, grundlegende kenntnisse, grundlegend, elementare, einfache, basis, basic, erste kenntnisse,
    geringe, rudimentär, passiv, leseverständnis, lesefähigkeit, anfängerkenntnisse, schulenglisch,
    schulfranzösisch, schulniveau, niveau, latinum, kleines latinum, großes latinum, graecum, wird gelernt, in
    ausbildung, mündlich, schriftlich, alltagssprache, umgangssprachlich, kompetente, selbstständige,
    abiturniveau, business, expertenkenntnisse, experte
  `),
  remote: terms(`
    remote, homeoffice, home office, hybrid, remote-arbeit, mobiles arbeiten, im homeoffice, ortsunabhängig, von
    zu hause, telearbeit
  `),
};
