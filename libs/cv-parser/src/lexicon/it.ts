import { terms, type Lexicon } from './types.js';

export const italian: Lexicon = {
  language: 'it',
  country: 'IT',
  stopwords: terms(`
    e, di, il, la, per, con, del, della, dei, delle, nel, un, una, che, dal, alla, gli, sono, presso, da, ed,
    alle, degli, nella, dai, sul, sulla, attività, gestione, clienti, anche, come, mi, ho, mio, mia, sviluppo
  `),
  headings: {
    contact: terms(`
      contatti, contatto, recapiti, informazioni di contatto, link, profili, social, i miei contatti, contatti
      personali, dati di contatto, recapito, recapiti personali, dove trovarmi, social network, web, online,
      indirizzo
    `),
    personal: terms(`
      informazioni personali, dati personali, dati anagrafici, anagrafica, chi sono, informazioni, informazioni
      generali, informazioni anagrafiche, generalità, dati, dati personali & contatti, profilo anagrafico, dati
      generali, informazioni personali & contatti
    `),
    summary: terms(`
      profilo, profilo professionale, su di me, obiettivo, obiettivo professionale, presentazione, riepilogo,
      sommario, profilo personale, sintesi, obiettivi, obiettivi professionali, riassunto, il mio profilo, breve
      profilo, profilo in breve, in breve, descrizione, descrizione personale, presentazione personale, bio,
      biografia, breve biografia, introduzione, sintesi professionale, sintesi del profilo, riepilogo
      professionale, riassunto professionale, sommario professionale, obiettivo di carriera, obiettivi di
      carriera, obiettivo lavorativo, obiettivi & aspirazioni, aspirazioni, aspirazioni professionali, posizione
      ricercata, posizione desiderata, occupazione desiderata, occupazione per la quale si concorre, dichiarazioni
      personali, settore professionale, motivazione, motivazioni, mission, punti chiave, about me, qualcosa su di
      me, su di me & obiettivi, parlo di me, mi presento
    `),
    work: terms(`
      esperienza, esperienze, esperienza lavorativa, esperienze lavorative, esperienza professionale, esperienze
      professionali, carriera, percorso professionale, lavoro, tirocini, occupazione, impieghi, stage, esperienze
      lavorative & professionali, esperienze professionali & lavorative, esperienze di lavoro, esperienza di
      lavoro, esperienze lavorative & stage, esperienze lavorative & tirocini, esperienze professionali & stage,
      esperienza lavorativa & professionale, esperienza in azienda, esperienze in azienda, esperienze precedenti,
      esperienze pregresse, esperienze rilevanti, esperienze significative, esperienze principali, principali
      esperienze, principali esperienze lavorative, principali esperienze professionali, altre esperienze, altre
      esperienze lavorative, altre esperienze professionali, ulteriori esperienze, ulteriori esperienze
      lavorative, ultime esperienze, esperienze recenti, esperienza rilevante, esperienza pratica, esperienze
      pratiche, esperienza sul campo, esperienza internazionale, esperienze all'estero, esperienza all'estero,
      esperienza di ricerca, esperienze di ricerca, attività di ricerca, attività di ricerca scientifica,
      esperienza didattica, esperienze didattiche, attività didattica, attività didattiche, attività di
      insegnamento, esperienze di insegnamento, insegnamento, docenza, docenze, attività di docenza, attività
      clinica, esperienza clinica, esperienze cliniche, attività assistenziale, attività professionale, attività
      professionali, attività lavorativa, attività lavorative, attività svolte, esperienza artistica, esperienze
      artistiche, esperienza manageriale, esperienza militare, servizio militare, servizio civile, carriera
      professionale, carriera lavorativa, carriera militare, carriera accademica, storia lavorativa, storia
      professionale, storico professionale, iter professionale, iter lavorativo, percorso lavorativo, percorso di
      carriera, percorso professionale & lavorativo, cronologia lavorativa, curriculum professionale, vita
      lavorativa, vita professionale, lavori, lavori svolti, lavori precedenti, impiego, impieghi precedenti,
      impiego attuale, occupazioni, occupazione attuale, posizioni, posizioni ricoperte, posizione attuale, ruoli,
      ruoli ricoperti, incarichi, incarichi ricoperti, incarichi professionali, incarichi accademici, mansioni,
      stage & tirocini, tirocini & stage, tirocinio, tirocini formativi, stage & lavoro, tirocini & esperienze
      lavorative, praticantato, apprendistato, collaborazioni, collaborazioni professionali, consulenze, lavoro
      autonomo, libera professione, freelance, la mia esperienza, le mie esperienze
    `),
    education: terms(`
      istruzione, formazione, istruzione e formazione, titoli di studio, studi, formazione accademica, percorso di
      studi, educazione, formazione e istruzione, percorso formativo, percorso accademico, titolo di studio,
      istruzione & titoli di studio, istruzione & studi, istruzione & qualifiche, istruzione & certificazioni,
      istruzione & formazione professionale, istruzione & corsi, istruzione universitaria, istruzione superiore,
      istruzione scolastica, istruzione secondaria, la mia istruzione, livello di istruzione, grado di istruzione,
      formazione & studi, formazione & titoli, formazione & titoli di studio, formazione & certificazioni,
      formazione & corsi, formazione universitaria, formazione scolastica, formazione scolastica & accademica,
      formazione scolastica & universitaria, formazione culturale, formazione artistica, formazione musicale,
      formazione post-laurea, formazione post laurea, formazione professionale, formazione & qualifiche, la mia
      formazione, studi & formazione, studi & titoli, studi universitari, studi accademici, studi compiuti, studi
      effettuati, studi superiori, i miei studi, titoli, titoli accademici, titoli & studi, titoli di studio &
      formazione, titoli di studio & professionali, titoli accademici & professionali, titoli professionali,
      percorso scolastico, percorso universitario, percorso educativo, percorso formativo & accademico, percorso
      di formazione, percorso di studio, iter formativo, iter scolastico, iter accademico, carriera universitaria,
      carriera scolastica, carriera accademica & studi, curriculum studiorum, curriculum scolastico, curriculum
      accademico, background accademico, background formativo, background, diplomi, diploma, lauree, laurea,
      università, scuola, scuole, educazione & formazione, educazione & istruzione, qualifiche, qualifica,
      qualifiche & titoli, qualifiche professionali, corso di studi, corsi di studio, cultura
    `),
    skills: terms(`
      competenze, competenze tecniche, capacità, abilità, competenze informatiche, competenze professionali,
      conoscenze, capacità e competenze, competenze digitali, competenze chiave, conoscenze informatiche,
      conoscenze tecniche, competenze personali, competenze trasversali, tecnologie, punti di forza, capacità e
      competenze tecniche, strumenti, competenza, le mie competenze, le mie abilità, competenze & abilità,
      competenze & capacità, competenze & conoscenze, competenze & strumenti, competenze & tecnologie, competenze
      & interessi, competenze & qualità, competenze & software, competenze & attitudini, competenze &
      certificazioni, competenze acquisite, competenze specifiche, competenze specialistiche, competenze
      principali, principali competenze, competenze generali, competenze particolari, competenze relazionali,
      competenze comunicative, competenze comunicative & relazionali, competenze organizzative, competenze
      organizzative & gestionali, competenze gestionali, competenze manageriali, competenze sociali, competenze
      artistiche, competenze tecniche & informatiche, competenze tecnico-professionali, competenze tecnico
      professionali, competenze tecnologiche, competenze informatiche & tecniche, competenze informatiche &
      digitali, competenza digitale, competenze it, competenze linguistiche & informatiche, competenze
      commerciali, competenze cliniche, competenze scientifiche, competenze analitiche, competenze operative,
      competenze di base, competenze aggiuntive, competenze ulteriori, altre competenze, altre capacità &
      competenze, altre conoscenze, altre abilità, ulteriori competenze, ulteriori conoscenze, aree di competenza,
      aree di specializzazione, aree di expertise, ambiti di competenza, area di competenza, settori di
      competenza, specializzazioni, specializzazione, specialità, expertise, know-how, know how, capacità &
      abilità, capacità tecniche, capacità personali, capacità relazionali, capacità organizzative, capacità
      comunicative, capacità professionali, capacità & competenze personali, capacità & competenze relazionali,
      capacità & competenze organizzative, capacità & competenze informatiche, capacità & competenze sociali,
      capacità & competenze artistiche, capacità & conoscenze, abilità & competenze, abilità tecniche, abilità
      informatiche, abilità personali, abilità professionali, abilità relazionali, abilità & conoscenze,
      attitudini, attitudini personali, attitudini & competenze, qualità, qualità personali, caratteristiche
      personali, doti, doti personali, i miei punti di forza, punti di forza & competenze, skills, skill, soft
      skills, soft skill, hard skills, hard skill, conoscenze & competenze, conoscenze & abilità, conoscenze &
      capacità, conoscenze & strumenti, conoscenze professionali, conoscenze specifiche, conoscenze software,
      conoscenze linguistiche & informatiche, conoscenza software, conoscenza informatica, conoscenze it,
      conoscenze tecniche & informatiche, informatica, informatica & software, software, software conosciuti,
      software utilizzati, software & strumenti, programmi, programmi utilizzati, programmi & software, strumenti
      & tecnologie, strumenti informatici, strumenti & software, tecnologie & strumenti, tecnologie utilizzate,
      tecnologie conosciute, tecnologia, tecniche, metodi, metodologie, linguaggi, linguaggi di programmazione,
      linguaggi & framework, programmazione, framework, database, sistemi operativi, stack tecnologico, tools,
      tool, lingue & informatica, lingue & competenze, lingue & competenze informatiche
    `),
    languages: terms(`
      lingue, competenze linguistiche, conoscenze linguistiche, lingue straniere, lingua, conoscenza lingue, le
      mie lingue, lingue & livello, lingue conosciute, lingue parlate, lingua straniera, lingua madre & altre
      lingue, madrelingua & altre lingue, altre lingue, conoscenza delle lingue, conoscenza lingue straniere,
      conoscenza delle lingue straniere, conoscenze delle lingue, capacità linguistiche, abilità linguistiche,
      competenza linguistica, competenza linguistiche, competenze nelle lingue, capacità & competenze
      linguistiche, linguistica, idiomi, livello linguistico
    `),
    certificates: terms(`
      certificazioni, certificati, corsi, corsi di formazione, attestati, abilitazioni, corsi e certificazioni,
      certificazioni e corsi, patenti, certificazione, formazione continua, certificazioni & attestati,
      certificazioni & formazione, certificazioni & licenze, certificazioni & abilitazioni, certificazioni &
      patenti, certificazioni & titoli, certificazioni & qualifiche, certificazioni & diplomi, certificazioni &
      competenze, certificazioni professionali, certificazioni informatiche, certificazioni linguistiche,
      certificazioni tecniche, certificazioni ottenute, certificazioni conseguite, certificati & attestati,
      certificati & diplomi, certificati & licenze, certificato, attestati & certificazioni, attestati di
      frequenza, attestati & corsi, attestazioni, abilitazioni & certificazioni, abilitazioni professionali,
      abilitazione, iscrizioni, iscrizione all'albo, albo professionale, iscrizioni ad albi, licenze, licenze &
      certificazioni, licenze & brevetti, patentini, patente, patente o patenti, patenti & abilitazioni, patenti &
      licenze, corsi & attestati, corsi & formazione, corsi & seminari, corsi & workshop, corsi & abilitazioni,
      corsi & aggiornamenti, corsi di aggiornamento, corsi di perfezionamento, corsi di specializzazione, corsi di
      lingua, corsi frequentati, corsi seguiti, corsi professionali, corsi online, corsi extra, corsi
      extracurriculari, corso, altri corsi, altri titoli, altri corsi & certificazioni, ulteriori corsi,
      aggiornamento professionale, aggiornamenti, aggiornamento, formazione professionale & corsi, formazione
      aggiuntiva, formazione extra, formazione & aggiornamento, formazione complementare, formazione specifica,
      formazione tecnica, formazione aziendale, ulteriore formazione, altra formazione, perfezionamento,
      perfezionamenti, seminari, seminari & corsi, seminari & workshop, seminari & convegni, workshop, workshop &
      seminari, workshop & corsi, masterclass, master & corsi, sviluppo professionale, specializzazioni & corsi,
      qualifiche & certificazioni, training
    `),
    projects: terms(`
      progetti, progetti personali, progetti selezionati, principali progetti, progetti e associazioni, progetto,
      progetto personale, progetti & attività, progetti & lavori, progetti & realizzazioni, progetti &
      collaborazioni, progetti & ricerca, progetti realizzati, progetti svolti, progetti principali, progetti
      rilevanti, progetti significativi, progetti recenti, progetti in corso, progetti accademici, progetti
      universitari, progetti scolastici, progetti di studio, progetti di ricerca, progetti professionali, progetti
      lavorativi, progetti tecnici, progetti software, progetti open source, progetti artistici, progetti
      didattici, progetti di gruppo, progetti vari, progetti indipendenti, progetti extra, progetti formativi,
      altri progetti, i miei progetti, i miei lavori, realizzazioni, portfolio, lavori realizzati, opere, open
      source, contributi open source, tesi, tesi di laurea, progetto di tesi, ricerca, ricerche, casi di studio,
      cantieri
    `),
    publications: terms(`
      pubblicazioni, articoli, brevetti, conferenze, interventi, pubblicazione, le mie pubblicazioni, elenco
      pubblicazioni, elenco delle pubblicazioni, lista pubblicazioni, pubblicazioni & conferenze, pubblicazioni &
      convegni, pubblicazioni & interventi, pubblicazioni & brevetti, pubblicazioni & presentazioni, pubblicazioni
      & ricerche, pubblicazioni scientifiche, pubblicazioni accademiche, pubblicazioni principali, pubblicazioni
      selezionate, pubblicazioni recenti, principali pubblicazioni, produzione scientifica, articoli scientifici,
      articoli & pubblicazioni, articoli pubblicati, libri, libri & articoli, capitoli di libri, saggi, scritti,
      contributi, contributi scientifici, lavori scientifici, atti di convegno, atti di convegni, convegni,
      convegni & conferenze, convegni & seminari, convegni & congressi, congressi, conferenze & seminari,
      conferenze & convegni, conferenze & presentazioni, comunicazioni, relazioni, relazioni a convegni,
      interventi a convegni, interventi & conferenze, presentazioni, presentazioni & conferenze, poster, brevetti
      & pubblicazioni, tesi di dottorato, rassegna stampa, stampa, media, discografia, bibliografia
    `),
    awards: terms(`
      premi, riconoscimenti, premi e riconoscimenti, borse di studio, onorificenze, riconoscimenti e premi, premi
      e borse di studio, premio, premi & borse, premi & concorsi, premi & onorificenze, premi & menzioni, premi &
      successi, premi & certificazioni, premi ricevuti, premi vinti, riconoscimento, riconoscimenti & borse di
      studio, riconoscimenti ottenuti, riconoscimenti & onorificenze, riconoscimenti accademici, onorificenze &
      riconoscimenti, onori, onori & premi, menzioni, meriti, merito, borsa di studio, borse, borse di studio &
      premi, borse di ricerca, borse & premi, finanziamenti, finanziamenti & premi, grant, traguardi, traguardi
      raggiunti, risultati, risultati raggiunti, risultati ottenuti, successi, successi professionali, concorsi,
      concorsi & premi, competizioni, gare, medaglie, mostre & premi, mostre, esposizioni
    `),
    volunteer: terms(`
      volontariato, attività di volontariato, impegno sociale, esperienze di volontariato, associazioni,
      esperienza di volontariato, attività sociali, associazionismo, volontariato & attività sociali, volontariato
      & impegno sociale, volontariato & associazionismo, volontariato & interessi, volontariato & altre attività,
      volontario, esperienza volontariato, esperienze volontariato, esperienza come volontario, esperienze come
      volontario, esperienze associative, esperienza associativa, attività associative, attività associativa,
      attività extracurriculari, attività extracurricolari, attività extra curriculari, attività extrascolastiche,
      attività extra-scolastiche, attività extra, attività extra lavorative, attività extraprofessionali, attività
      studentesche, attività & associazioni, attività benefiche, attività di beneficenza, attività nel sociale,
      attività di servizio, attività politica, attività sindacale, attività, altre attività, ulteriori attività,
      impegno, impegno civico, impegno volontario, impegno nel volontariato, impegno associativo, beneficenza,
      associazionismo & volontariato, associazioni & volontariato, servizio alla comunità, servizio volontario,
      servizio civile & volontariato, servizio sociale, coinvolgimento sociale
    `),
    interests: terms(`
      interessi, hobby, passioni, interessi personali, hobby e interessi, interessi e hobby, tempo libero,
      interesse, i miei interessi, interessi & passioni, interessi & attività, interessi & sport, interessi &
      tempo libero, interessi & volontariato, interessi & hobbies, interessi extraprofessionali, interessi extra
      lavorativi, interessi culturali, interessi professionali, interessi di ricerca, altri interessi, aree di
      interesse, aree d'interesse, ambiti di interesse, hobbies, hobby & passioni, hobby & sport, hobby & tempo
      libero, hobby & attività, hobbies & interessi, hobbies & passioni, i miei hobby, passione, passioni &
      interessi, passioni & hobby, le mie passioni, passatempi, attività & interessi, attività & hobby, attività
      sportive, attività del tempo libero, attività ricreative, sport, sport & hobby, sport & interessi, sport &
      tempo libero, nel tempo libero, svaghi, cosa mi appassiona
    `),
    references: terms(`
      referenze, raccomandazioni, referenza, referenze professionali, referenze personali, referenze & contatti,
      lettere di referenza, lettere di raccomandazione, lettere di presentazione, raccomandazione, testimonianze,
      contatti per referenze, dicono di me
    `),
  },
  headingWords: {
    volunteer: terms(`volontariato`),
    publications: terms(`pubblicazioni`),
    certificates: terms(`certificazioni, certificati, corsi`),
    awards: terms(`premi, riconoscimenti`),
    projects: terms(`progetti`),
    work: terms(`esperienza, esperienze, lavorative, lavorativa`),
    education: terms(`istruzione, formazione, studi`),
    languages: terms(`lingue, linguistiche`),
    skills: terms(`competenze, capacità, conoscenze, abilità`),
    interests: terms(`interessi, hobby`),
    references: terms(`referenze`),
    summary: terms(`profilo, obiettivo`),
    personal: terms(`personali, anagrafici`),
    contact: terms(`contatti`),
  },
  months: [
    terms(`gennaio, genn, gen`),
    terms(`febbraio, febbr, feb`),
    terms(`marzo, mar`),
    terms(`aprile, apr`),
    terms(`maggio, magg, mag`),
    terms(`giugno, giu`),
    terms(`luglio, lug`),
    terms(`agosto, ago`),
    terms(`settembre, sett, set`),
    terms(`ottobre, ott`),
    terms(`novembre, nov`),
    terms(`dicembre, dic`),
  ],
  seasons: { primavera: 3, estate: 6, autunno: 9, inverno: 12, 'a.a.': 9, 'a.s.': 9, inizio: 1, metà: 6, fine: 10 },
  present: terms(`
    presente, oggi, attuale, in corso, ad oggi, attualmente, ora, corrente, a oggi, fino ad oggi, fino a oggi,
    sino ad oggi, tutt'oggi, tuttora, tutt'ora, in essere, al presente, adesso, in carica, attuali, fino al
    presente, in servizio
  `),
  since: terms(`dal, dall, dalla, dal mese di, dall', a partire da, a partire dal, da, inizio`),
  from: terms(`da, inizio`),
  until: terms(`al, a, fino al, fino a, ad, sino al, sino a, all', alla`),
  positions: terms(`
    ingegnere*, sviluppatore*, sviluppatrice*, responsabile*, direttore*, direttrice*, capo, caporeparto,
    assistente*, stagista*, tirocinante*, tirocinio, consulente*, tecnico*, analista*, impiegat*, addett*,
    operai*, garzon*, commess*, venditore*, venditrice*, infermier*, medico*, insegnante*, docente*, professore*,
    professoressa*, ricercatore*, ricercatrice*, architetto*, avvocato*, segretari*, contabile*, ragionier*,
    coordinatore*, coordinatrice*, progettista*, grafic*, designer*, programmatore*, programmatrice*,
    amministratore*, amministratrice*, presidente*, fondatore*, fondatrice*, cofondatore*, titolare*, socio*,
    apprendista*, dottorand*, educatore*, educatrice*, camerier*, cuoc*, barista*, autista*, meccanic*,
    elettricist*, farmacist*, psicolog*, traduttore*, traduttrice*, giornalist*, redattore*, redattrice*,
    fotograf*, volontari*, manager*, specialista*, collaboratore*, collaboratrice*, freelance, libero, agente*,
    operatore*, operatrice*, istruttore*, istruttrice*, formatore*, formatrice*, supervisore*, buyer, project,
    data, scientist, receptionist, ingegner*, dirigente*, quadro, direttor*, vicedirettore, vicedirettrice,
    vicepresidente, consigliere*, consigliera, capocantiere, capoturno, caposala, capo*, caporale*, sergente*,
    maresciallo*, tenente*, capitano*, colonnello, ufficiale*, sottufficiale*, soldato*, militare*, carabiniere*,
    poliziotto*, vigile*, finanziere*, guardia*, bagnino*, pilota*, hostess, steward, marinaio*, nostromo,
    comandante*, conducente*, camionista*, tassista*, macchinista*, ferroviere*, corriere*, fattorino*, postino*,
    magazzinier*, mulettista*, carrellista*, facchino*, imballatore*, imballatrice*, spedizioniere*, operaio*,
    operaia*, manovale*, muratore*, carpentiere*, falegname*, idraulico*, imbianchino*, piastrellista*, gessista*,
    saldatore*, saldatrice*, tornitore*, fresatore*, fabbro*, montatore*, installatore*, manutentore*, meccanico*,
    elettrauto, carrozziere*, gommista*, giardiniere*, agricoltore*, contadino*, bracciante*, allevatore*,
    viticoltore*, enologo*, agronomo*, perito*, geometra*, disegnatore*, disegnatrice*, architett*, urbanista*,
    topografo*, restauratore*, restauratrice*, artigiano*, artigiana*, orafo*, sarto*, sarta*, stilista*,
    modellista*, parrucchier*, estetista*, truccatore*, truccatrice*, massaggiatore*, fiorista*, fioraio*,
    panettiere*, fornaio*, pasticcere*, pasticcer*, macellaio*, salumiere*, pizzaiolo*, chef, sous, sous-chef,
    aiutante*, commis, lavapiatti, barman, barlady, sommelier, addetto*, addetta*, banconista*, cassier*,
    scaffalista*, commesso*, commessa*, negoziante*, commerciante*, rappresentante*, promotore*, promotrice*,
    promoter, agente di commercio, procacciatore, centralinista*, telefonista*, portiere*, portinaio, custode*,
    collaboratore scolastico, bidello*, bidella*, colf, badante*, baby, babysitter, baby-sitter, puericultrice,
    ostetric*, oss, osa, fisioterapist*, logopedist*, osteopat*, psicoterapeuta*, psichiatra*, pediatra*,
    chirurg*, odontoiatra*, dentista*, igienista*, radiologo*, cardiologo*, anestesista*, specializzand*,
    veterinari*, biologo*, biologa*, chimica*, geologo*, geologa*, archeolog*, sociolog*, antropolog*,
    economista*, assegnista*, borsista*, postdoc, cultore*, lettore*, lettrice*, tutor, professor*, maestro*,
    maestra*, educator*, formator*, animator*, animatrice*, allenatore*, allenatrice*, preparatore*, arbitro*,
    atleta*, bibliotecari*, archivista*, curatore*, curatrice*, interprete*, traduttor*, correttore*,
    correttrice*, editor*, redattor*, giornalista*, cronista*, inviato*, inviata*, corrispondente*, addetto
    stampa, copywriter, fotografo*, fotografa*, videomaker, operatore video, regista*, attore*, attrice*,
    cantante*, musicista*, pianista*, violinista*, compositore*, compositrice*, direttore d'orchestra, danzatore*,
    danzatrice*, ballerino*, ballerina*, coreograf*, scenograf*, costumista*, sceneggiatore*, sceneggiatrice*,
    scrittore*, scrittrice*, autore*, autrice*, illustratore*, illustratrice*, grafico*, pittore*, pittrice*,
    scultore*, scultrice*, ceramista*, artista*, praticante*, avvocat*, notaio*, magistrato*, giudice*,
    cancelliere*, giurista*, commercialista*, revisore*, tesoriere*, cassiere*, bancario*, bancaria*, promotore
    finanziario, assicuratore*, broker, attuario*, controllore*, controller, auditor, ispettore*, ispettrice*,
    collaudatore*, verificatore*, supervisor*, coordinator*, referente*, team leader, store manager, area manager,
    export manager, impiegato*, impiegata*, segretario*, segretaria*, ragioniere*, ragioniera*, programmator*,
    sviluppator*, sistemista*, webmaster, tester, scientist*, engineer*, developer*, volontario*, volontaria*,
    socia*, membro*, imprenditore*, imprenditrice*, libero professionista, libera professionista, lavoratore*,
    lavoratrice*, partita iva, sindaco*, assessore*, deputato*, funzionario*, funzionaria*, ambasciatore*,
    parroco, sacerdote, suora, catechista*, studente*, studentessa*
  `),
  titleEndings: terms(`
    tore, trice, ista, iere, iera, aio, aia, ologo, ologa, ente, ante, ario, aria, sore, tora, ica
  `),
  notTitles: terms(`
    settore, valore, motore, fattore, autore, cuore, fiore, odore, maggiore, minore, migliore, superiore,
    inferiore, interiore, vista, rivista, lista, pista, intervista, conquista, quartiere, cantiere, mestiere,
    cameriere, dossier, bandiera, carriera, fiera, primavera, materiale, fabbrica, tecnica, meccanica,
    elettronica, informatica, musica, pubblica, cattolica, basilica, logica, politica, pratica, unica, civica,
    storica, fisica, chimica, matematica, grafica, ambiente, presente, cliente, corrente, utente, istante,
    restante, importante, durante, ristorante, centro, gente, mente, ponente, levante, vacante, inventario,
    calendario, orario, salario, binario, diario, primario, secondario, universitario, sanitario, varia, aria,
    area, malaria
  `),
  headNoun: 'first',
  employers: terms(`
    spa, s.p.a., srl, s.r.l., snc, gruppo, ospedale, clinica, comune, regione, ministero, agenzia, università,
    istituto, scuola, associazione, fondazione, cooperativa, azienda, politecnico, cnr, laboratorio, ristorante,
    hotel, farmacia, assicurazioni, s.r.l, s.p.a, s.n.c., s.a.s., srls, s.r.l.s., scarl, s.c.a.r.l., coop,
    cooperativa sociale, ditta, impresa, industria, officina, officine, fabbrica, stabilimento, manifattura,
    manifatture, lanificio, acciaierie, cantiere, cantieri, automazioni, spedizioni, autolinee, ferrovie,
    trenitalia, aeroporto, compagnia, navigazione, azienda sanitaria, asl, asst, ausl, usl, ulss, irccs,
    policlinico, casa di cura, rsa, residenza, ambulatorio, poliambulatorio, consultorio, croce, croce rossa,
    farmacie, comuni, provincia, prefettura, questura, tribunale, corte, procura, esercito, marina, aeronautica,
    carabinieri, polizia, guardia di finanza, vigili del fuoco, ambasciata, consolato, camera, camera di
    commercio, agenzia delle entrate, inps, inail, poste, poste italiane, ente, enti, consorzio, unione,
    federazione, lega, sindacato, cgil, cisl, onlus, aps, ong, oratorio, parrocchia, diocesi, caritas, fondazioni,
    istituti, scuole, licei, asilo, nido, materna, elementare, ateneo, dipartimento, facoltà, enea, infn, istat,
    iit, osservatorio, banche, credito, cassa, assicurazione, unipol, generali, studio legale, studi, studio
    notarile, studio commerciale, studio dentistico, studio tecnico, tecnologie, telecomunicazioni, luce, acqua,
    agricola, agriturismo, tenuta, cantina, cantine, caseificio, salumificio, pastificio, panificio, pasticceria,
    gelateria, macelleria, supermercato, supermercati, ipermercato, negozio, negozi, boutique, centro commerciale,
    magazzino, magazzini, libreria, edicola, profumeria, ottica, trattoria, osteria, pizzeria, caffè, caffetteria,
    enoteca, ristoranti, alberghi, albergo, villaggio, resort, agenzia viaggi, viaggi, teatro, orchestra, coro,
    museo, musei, galleria, biblioteca, archivio, cinema, produzioni, edizioni, editore, editrice, casa editrice,
    editoriale, giornale, quotidiano, rivista, televisione, rai, tipografia, pubblicità, palestra, piscina,
    circolo, polisportiva, salone, parrucchieri, studio, centro, società
  `),
  trades: terms(`
    banca, industrie, costruzioni, edilizia, impianti, meccanica, elettronica, trasporti, logistica, media,
    consulenza, consulting, solutions, servizi, systems, sistemi, informatica, software, energia, gas, ambiente,
    bar, hotels, camping, tour, opera, film, radio, stampa, comunicazione, calcio
  `),
  units: terms(`
    reparto, ufficio, divisione, dipartimento, area, settore, unità, sede, filiale, team, direzione, servizio,
    u.o., marketing, vendite, acquisti, amministrazione, risorse umane, contabilità, produzione, qualità, ricerca,
    sviluppo, logistica, legale
  `),
  employment: terms(`
    tempo indeterminato, a tempo indeterminato, tempo determinato, a tempo determinato, tempo pieno, a tempo
    pieno, part-time, part time, full-time, full time, contratto a progetto, co.co.co, cococo, co.co.pro, partita
    iva, libero professionista, stage, tirocinio, tirocinio formativo, tirocinio curriculare, apprendistato,
    stagionale, lavoro stagionale, somministrazione, lavoro interinale, interinale, collaborazione, collaborazione
    occasionale, prestazione occasionale, contratto, contratto indeterminato, contratto determinato, volontario,
    smart working, supplenza, in ruolo, di ruolo
  `),
  selfEmployed: terms(
    `libero professionista, libera professionista, libera professione, partita iva, lavoratore autonomo, lavoratrice autonoma, autonomo, autonoma, in proprio, freelance, attività autonoma`,
  ),
  institutions: terms(`
    università*, politecnico*, istituto*, liceo*, scuola*, accademia*, ateneo, conservatorio, itis, luiss,
    bocconi, ca', sapienza, supsi, usi, iis, ipsia, ipsseoa, ipsar, itc, itcg, iti, itis*, itt, isiss, licei,
    ginnasio, magistrali, universitá, universita', universita, ateneo*, facoltà*, conservatorio*, enaip, cnos,
    cfp, ecipa, formatemp, ied, naba, iuav, polimi, polito, unibo, unimi, unito, unipd, cattolica, iulm, lumsa,
    sissa, sant'anna, normale, collegio, seminario, campus
  `),
  degrees: terms(`
    laurea*, diploma*, dottorato, master, maturità, licenza, magistrale, triennale, specialistica, qualifica,
    attestato, abilitazione, specializzazione, perito, bachelor, baccalaureato, lauree, dottorato*, dottore*,
    dottoressa, ph.d., phd, master*, diplomato, diplomata, maturità*, esame di stato, licenza media, licenza*,
    specializzazione*, magistrale*, triennale*, vecchio ordinamento, ciclo unico, qualifica*, attestato*,
    abilitazione*, tfa, perito*, biennio, accademico, its, ifts, mba
  `),
  degreeJoiners: terms(`in, di, indirizzo, ad indirizzo, curriculum, con indirizzo, specializzazione in`),
  scores: terms(`
    voto, votazione, voto finale, media, voto di laurea, voto di diploma, voto di maturità, punteggio,
    valutazione, media voti, media ponderata, voto medio, conseguito con, con votazione, con voto, con punteggio
  `),
  grades: terms(`
    con lode, cum laude, lode, e lode, con il massimo dei voti, massimo dei voti, pieni voti, a pieni voti,
    ottimo, distinto, buono, sufficiente, summa cum laude, magna cum laude, con merito, con onore, menzione
    d'onore
  `),
  theses: terms(`
    tesi, tesi di laurea, titolo della tesi, titolo tesi, tesi in, tesi di dottorato, tesi sperimentale, tesi
    magistrale, tesi triennale, relatore, relatrice, elaborato finale, argomento della tesi, progetto di tesi
  `),
  courses: terms(`
    corsi, esami, materie, materie principali, moduli, principali materie, materie di studio, esami sostenuti,
    esami principali, corsi principali, insegnamenti, principali materie / abilità professionali oggetto dello
    studio
  `),
  at: terms(`presso, c/o`),
  expected: terms(`
    previsto, prevista, in corso, conseguimento previsto, laurea prevista, conseguito, conseguita, conseguimento,
    ottenuto
  `),
  durations: terms(`anno, anni, mese, mesi, settimana, settimane, giorno, giorni, semestre`),
  last: terms(`gli ultimi, negli ultimi, ultimi, da`),
  ago: terms(`fa`),
  formLabels: {
    dates: terms(`date, date (da – a), date (da - a), data, periodo, durata`),
    position: terms(
      `lavoro o posizione ricoperti, tipo di impiego, posizione ricoperta, qualifica, ruolo, mansione, funzione o posto occupato`,
    ),
    employer: terms(
      `nome e indirizzo del datore di lavoro, datore di lavoro, nome del datore di lavoro, azienda, società, ente`,
    ),
    tasks: terms(
      `principali attività e responsabilità, principali mansioni e responsabilità, attività e responsabilità principali, mansioni, responsabilità, attività svolte`,
    ),
    degree: terms(
      `titolo della qualifica rilasciata, qualifica conseguita, titolo conseguito, titolo di studio, titolo`,
    ),
    institution: terms(
      `nome e tipo d'organizzazione erogatrice dell'istruzione e formazione, nome e tipo di istituto di istruzione o formazione, nome e tipo di organizzazione, nome e tipo d'organizzazione, nome e tipo di istituto, istituto, ente erogatore, scuola`,
    ),
    subjects: terms(
      `principali tematiche/competenze professionali possedute, principali tematiche / competenze professionali possedute, principali tematiche, principali materie / abilità professionali oggetto dello studio, principali materie, materie`,
    ),
    remark: terms(
      `tipo di attività o settore, tipo di azienda o settore, settore, livello nella classificazione nazionale o internazionale, livello nella classificazione nazionale, luogo, sede`,
    ),
  },
  onRequest: terms(`
    su richiesta, disponibili su richiesta, a richiesta, referenze disponibili su richiesta, referenze su
    richiesta, fornite su richiesta
  `),
  labels: {
    name: terms(`nome, nome e cognome, cognome e nome`),
    email: terms(`e-mail, email, posta elettronica, mail, pec`),
    phone: terms(`telefono, tel, cellulare, cell, mobile`),
    address: terms(`indirizzo, residenza, domicilio, città, località, residente a, residente in, luogo di
      residenza, città di residenza, indirizzo di residenza`),
    url: terms(`sito, sito web, web, portfolio`),
    birthDate: terms(`data di nascita, nato il, nata il, nato, nata`),
    birthPlace: terms(`luogo di nascita, nato a, nata a`),
    nationality: terms(`nazionalità, cittadinanza`),
    maritalStatus: terms(`stato civile`),
    drivingLicence: terms(`patente, patente di guida`),
    availability: terms(`disponibilità, disponibile, preavviso`),
    workPermit: terms(`permesso di lavoro, permesso di soggiorno`),
  },
  fluency: terms(`
    madrelingua, lingua madre, fluente, ottimo, ottima, buono, buona, discreto, base, scolastico, scolastica,
    intermedio, avanzato, elementare, bilingue, sufficiente, professionale, nativo, livello, prima lingua, seconda
    lingua, nativa, native, livello base, livello scolastico, livello intermedio, livello avanzato, livello buono,
    livello ottimo, livello madrelingua, livello professionale, fluente scritto & parlato, fluente parlato &
    scritto, scritto & parlato, parlato & scritto, scritto, parlato, letto, ottima conoscenza, buona conoscenza,
    discreta conoscenza, sufficiente conoscenza, conoscenza base, conoscenza di base, conoscenza scolastica,
    conoscenza, eccellente, eccellente conoscenza, perfetta, perfetto, discreta, basilare, intermedia, avanzata,
    media, medio, bilinguismo, autonomo, padronanza, piena padronanza, corrente, correntemente, molto buono, molto
    buona, principiante, esperto, utente base, utente autonomo, utente avanzato, ielts, toefl, cambridge, pet,
    first, delf, goethe, dele
  `),
  remote: terms(`
    remoto, da remoto, remote, telelavoro, ibrido, smart working, in remoto, lavoro da remoto, in smart working,
    lavoro agile
  `),
};
