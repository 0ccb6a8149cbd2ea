import { list } from '../grammar.js';
import { TRADES } from './trades.it.js';
import type { Vocabulary } from './types.js';

export const IT: Vocabulary = {
  words: {
    saint: list('San Luca; Santa Chiara; San Rocco; Sant’Anna; San Filippo; Santa Lucia; San Donato'),
    animal: list('Cervo; Airone; Gallo; Leone; Cigno; Volpe; Falco'),
    ministry: list(
      'della Salute; dell’Istruzione; dell’Ambiente; della Cultura; della Giustizia; dei Trasporti; di Statistica',
    ),
  },
  trades: TRADES,
  employers: {
    company: list(
      '$root S.p.A.; $family S.r.l.; $root Industrie S.p.A.; Fratelli $family S.n.c.; Gruppo $root; Officine $family; $root Alimentari S.r.l.; Ceramiche $family; $root Farmaceutici S.p.A.; Tessitura $family',
    ),
    technology: list(
      '$root Software S.r.l.; $root Informatica; $root Digital S.p.A.; $family Sistemi S.r.l.; $root Labs; $root Tecnologie; $family & $family2 Engineering; $root Dati S.r.l.',
    ),
    hospital: list(
      'Ospedale $saint; ASL di $city; Casa di cura $saint; Policlinico di $city; RSA $root; Clinica $family; Azienda Ospedaliera di $city; Poliambulatorio $root',
    ),
    school: list(
      'Liceo $family; Istituto Comprensivo $city; Scuola primaria $family; Asilo nido Il $animal; Istituto Tecnico $family, $city; Scuola $saint; Liceo scientifico di $city',
    ),
    university: list(
      'Università degli Studi di $city; Politecnico di $city; CNR $city; Università $family; Istituto $root; Accademia di $city',
    ),
    law: list(
      'Studio legale $family; Studio $family & $family2; $family e Associati; Notaio $family; Tribunale di $city; Studio Avv. $family; $root Consulenza',
    ),
    bank: list(
      'Banca $root; Cassa di Risparmio di $city; $root Assicurazioni S.p.A.; Studio commercialista $family; Banca di $city; $family Revisione; Credito $root',
    ),
    shop: list(
      '$root Supermercati; Libreria $family; Farmacia $family; $root Moda; Forno $family; $root Brico; Mobilificio $family; Ferramenta $family',
    ),
    hotel: list(
      'Hotel $root; Trattoria da $family; Albergo del $animal; Ristorante Il $animal; Grand Hotel $city; Agriturismo $root; Bar $family; Villaggio $root',
    ),
    workshop: list(
      'Falegnameria $family; $family Impianti S.r.l.; Impresa edile $family; Officina $family; Termoidraulica $family; $family & Figli; lavoratore autonomo; Carrozzeria $root',
    ),
    transport: list(
      '$root Trasporti S.r.l.; Autotrasporti $family; $root Logistica S.p.A.; Spedizioni $family; Porto di $city; $root Express; Corriere $root',
    ),
    public: list(
      'Comune di $city; Ministero $ministry; Regione $root; Provincia di $city; Istituto Nazionale $ministry; Camera di Commercio di $city; Agenzia $root',
    ),
    culture: list(
      'Teatro di $city; Museo civico di $city; Edizioni $family; $root Editore; Galleria $family; Il Corriere di $city; Fondazione $root',
    ),
    agency: list(
      'Studio $family; Agenzia $root; $family Architetti; Studio tecnico $family; libera professione; $root Comunicazione; $root Consulting S.r.l.',
    ),
  },
  institutions: {
    university: list(
      'Università degli Studi di $city; Politecnico di $city; Università di $city; Università $family; Accademia di Belle Arti di $city; Libera Università $root; Università Cattolica di $city',
    ),
    college: list(
      'ITS $root; Scuola $family; Istituto $root; Accademia $root; Centro studi $family; Scuola superiore di $city',
    ),
    vocational: list(
      'Istituto Tecnico $family; Istituto Professionale $family; ITIS di $city; Istituto Alberghiero di $city; Centro di Formazione Professionale $city; IPSIA $family',
    ),
    school: list(
      'Liceo classico $family; Liceo scientifico $family; Liceo linguistico di $city; Istituto tecnico commerciale $family; Liceo artistico di $city; Istituto magistrale $saint',
    ),
  },
  schoolDegrees: list(
    'Diploma di maturità classica; Maturità scientifica; Diploma di scuola superiore; Maturità linguistica; Licenza media; Diploma di maturità tecnica',
  ),
  results: list(
    `, con il {5-45}% in meno di [errori|costi|attese|scarti]
    con un gruppo di {3-15} persone
    in {3-18} mesi
    in collaborazione con [la direzione|i fornitori|gli enti locali|partner esteri]
    , poi adottato da altre {2-9} [sedi|unità|squadre]
    senza interrompere l’attività
    , progetto premiato [dall’azienda|con un riconoscimento interno]
    con un budget di {10-900}.000 euro
    e sostituzione del responsabile
    per clienti in {2-12} paesi`,
  ),
  tasks: list(
    `Sostituzione [del responsabile|del caporeparto] durante le assenze
    [Pianificazione|Coordinamento] dei turni di {4-40} persone
    Partecipazione a {2-9} [fiere|convegni|giornate aperte]
    Introduzione di un nuovo sistema di [archiviazione|prenotazione|segnalazione]
    Stesura di relazioni [settimanali|mensili|trimestrali]
    Rappresentante dei lavoratori per la sicurezza
    Inserimento e affiancamento dei nuovi colleghi`,
  ),
  summaries: list(
    `Professionista con {3-25} anni di esperienza in $topic, [precis<o|a>|affidabile|dinamic<o|a>] e abituat<o|a> a lavorare [in gruppo|per obiettivi]. Cerco un ruolo [stabile|di responsabilità] legato a $topic2.
    Mi occupo di $topic e $topic2 con [curiosità|passione|metodo]. I colleghi apprezzano la mia [pazienza|puntualità|calma].
    $position specializzat<o|a> in $topic, con buone capacità [organizzative|relazionali] e voglia di imparare.
    Dopo {4-20} anni in [aziende diverse|piccole realtà] desidero mettere a frutto le competenze in $topic in [un nuovo contesto|un progetto di crescita].
    Obiettivo: rendere $topic più [semplice|sostenibile|accessibile], grazie all’esperienza in $topic2.`,
  ),
  jobSummaries: list(
    `Responsabile [dell’attività quotidiana|di {3-25} persone|di un budget di {50-900}.000 euro] nell’area $topic.
    Azienda [familiare|di medie dimensioni|in forte crescita] con {20-4000} dipendenti, attiva in $topic.
    Sostituzione di maternità con piena responsabilità su $topic.
    Lavoro a tempo parziale durante gli studi, soprattutto in $topic.
    A diretto riporto della direzione, con attività centrate su $topic.`,
  ),
  softSkills: list(
    'Lavoro di squadra; Capacità organizzative; Problem solving; Ascolto; Autonomia; Gestione del tempo; Leadership; Precisione',
  ),
  softSkillGroups: list('Competenze personali; Competenze trasversali; Altro; Punti di forza'),
  interests: list(
    'Escursionismo; Canto corale; Apicoltura; Scacchi; Fotografia; Vela; Pallavolo; Lettura; Cucina; Teatro; Giardinaggio; Arrampicata; Viaggi; Ciclismo; Musica jazz',
  ),
  languageNames: list(
    'Italiano; Inglese; Francese; Tedesco; Spagnolo; Portoghese; Russo; Arabo; Cinese; Rumeno; Polacco; Giapponese; Sloveno; Greco; Olandese',
  ),
  maritalStatuses: list('celibe; coniugat<o|a>; coniugat<o|a>, due figli; nubile; separat<o|a>'),
  drivingLicences: list('Patente B; B, automunit<o|a>; Patente C; A e B; Patente di guida cat. B'),
  awards: list(
    'Premio giovani talenti; Borsa di studio per merito; Premio innovazione; Maestro del lavoro; Menzione speciale; Miglior poster; Premio di laurea; Apprendista dell’anno',
  ),
  awarders: list(
    'Fondazione $root; Comune di $city; Università di $city; Confindustria $city; Fondazione $family; Accademia di $city',
  ),
  issuers: list(
    'Camera di Commercio di $city; Istituto $root; Regione $root; $root Academy; Ente $family; Politecnico di $city',
  ),
  publications: list(
    `[Verso|Per] una teoria [pratica|comparata]: $topic
    Che cosa [le imprese|le scuole|i comuni] devono sapere: $topic
    $topic nelle aree rurali: uno studio pluriennale
    $topic tra [arte e scienza|politica e pratica]
    Misurare [i costi|la qualità|gli effetti]: $topic
    Lezioni dalla crisi: $topic`,
  ),
  publishers: list(
    'Rivista italiana di $root; Edizioni $root; Annali di $city; Atti del convegno di $city; Quaderni $root; $family Editore',
  ),
  projects: list(
    '$root; $root Aperto; Progetto $animal; Orto condiviso di $city; $root 2.0; Atlante di $city; Officina $root',
  ),
  projectDescriptions: list(
    `[Software libero|App|Sito web] per [associazioni|apicoltori|ciclisti] sul tema $topic
    Progetto collettivo con {5-60} volontari su $topic
    [Mostra|Podcast|Blog] dedicato a $topic
    Recupero di [una barca|un fienile|un tram] del {18-20}{10-99}`,
  ),
  volunteer: [
    { position: 'Soccorrit<ore|rice> volontari<o|a>', organization: 'Croce Bianca $city' },
    { position: 'Allenat<ore|rice> giovanile', organization: 'Polisportiva $city' },
    { position: 'Tesorier<e|a>', organization: 'Associazione $root' },
    { position: 'Volontari<o|a>', organization: 'Banco Alimentare $city' },
    { position: 'Capo scout', organization: 'Gruppo $city 1' },
    { position: 'Presidente', organization: 'Amici del Museo di $city' },
  ],
  references: list(
    `Una persona [puntuale|attenta] e sempre piena di idee.
    <Lo|La> riassumeremmo in qualsiasi momento.
    Raramente ho lavorato con qualcuno di così [affidabile|scrupoloso].`,
  ),
  theses: list(
    '$topic nei piccoli centri; Economia e $topic; Nuovi metodi per $topic; Storia di un settore: $topic; Indagine su $topic',
  ),
  streets: list(
    'Via $family {1-180}; Via dei Mulini {1-40}; Viale $family, {2-90}; Via Giuseppe $family n. {1-60}; Piazza del Mercato {1-20}; Corso $family {3-120}; Vicolo Stretto {1-30}; Via della Chiesa, {1-70}/B',
  ),
  scores: list(
    '110/110 e lode; {95-110}/110; {70-99}/100; voto: {100-110}/110; cum laude; con lode; votazione {36-60}/60',
  ),
};
