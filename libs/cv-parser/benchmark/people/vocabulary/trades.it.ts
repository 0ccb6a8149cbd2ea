import { trade } from './trade.js';
import type { Trade } from './types.js';

export const TRADES: readonly Trade[] = [
  trade({
    positions: [
      'Stagista sviluppo software; Programmat<ore|rice> junior; Tecnico di supporto; Tirocinante informatic<o|a>; Collaudat<ore|rice> software; Apprendista sistemista',
      'Sviluppat<ore|rice> software; Sistemista; Analista programmat<ore|rice>; Sviluppat<ore|rice> web; Ingegnere dei dati; Amministrat<ore|rice> di database; Consulente informatic<o|a>',
      'Responsabile sistemi informativi; Dirett<ore|rice> tecnic<o|a>; Architetto software; Capo progetto; Responsabile sviluppo; IT Manager',
    ],
    employers: ['technology', 'technology', 'company', 'bank', 'public'],
    tasks: `[Sviluppo|Manutenzione] [del portale clienti|del gestionale|di interfacce web] in [Java|C#|PHP|Python]
      Migrazione di {3-30} applicativi [verso il cloud|su Kubernetes|al nuovo data center]
      Assistenza a {40-900} utenti in {2-9} sedi
      Introduzione [dei test automatici|dell’integrazione continua|delle revisioni del codice]
      Coordinamento di {2-9} [sviluppatori|tirocinanti|consulenti]
      Progettazione della base dati per [le prenotazioni|le cartelle cliniche|i contratti]
      Reperibilità [notturna|nel fine settimana] sui sistemi di produzione
      Stesura [delle specifiche|della documentazione tecnica|dei manuali utente]`,
    skills: {
      Linguaggi: 'Java; C#; Python; JavaScript; SQL; PHP; C++; Kotlin; COBOL',
      Strumenti: 'Git; Docker; Jenkins; Jira; Linux; VMware; Azure',
      'Basi di dati': 'Oracle; PostgreSQL; MySQL; MongoDB; SQL Server',
    },
    studies:
      'university: Laurea magistrale @ Ingegneria informatica; university: Laurea triennale @ Informatica; university: Dottorato di ricerca @ Informatica; vocational: Diploma @ Perito informatico; university: Master di II livello @ Sicurezza informatica; college: Diploma ITS @ Sviluppo software',
    certificates:
      'Certificazione Cisco CCNA; ITIL Foundation; Professional Scrum Master; ECDL Advanced; AWS Cloud Practitioner',
    topics: 'applicazioni web; sicurezza informatica; basi di dati; sistemi gestionali; cloud; automazione industriale',
  }),
  trade({
    positions: [
      'Operat<ore|rice> socio-sanitari<o|a>; Tirocinante infermier<e|a>; Assistente domiciliare; Ausiliari<o|a>; Volontari<o|a> del servizio civile; Infermier<e|a> neolaureat<o|a>',
      'Infermier<e|a>; Ostetrica; Fisioterapista; Infermier<e|a> di sala operatoria; Tecnico di radiologia; Infermier<e|a> di comunità; Logopedista',
      'Coordinat<ore|rice> infermieristic<o|a>; Dirett<ore|rice> sanitari<o|a>; Caposala; Medico di base; Responsabile RSA; Dirigente medico',
    ],
    employers: ['hospital', 'hospital', 'public'],
    tasks: `Assistenza a {8-32} pazienti [in chirurgia|in geriatria|in pronto soccorso|in pediatria]
      Somministrazione di [terapie|infusioni|farmaci] e rilevazione dei parametri vitali
      Compilazione della cartella clinica elettronica
      Affiancamento di {2-10} [tirocinanti|neoassunti]
      Gestione dei turni di {9-45} operatori
      Medicazione di ferite complesse e [prelievi|bendaggi]
      Educazione sanitaria rivolta [ai familiari|ai pazienti cronici]
      Applicazione dei protocolli igienici in {2-6} reparti`,
    skills: {
      Assistenza:
        'Medicazioni; Cure palliative; Triage; Prelievi venosi; Terapia endovenosa; Rianimazione; Riabilitazione',
      Organizzazione: 'Turnistica; Gestione del rischio clinico; Controllo infezioni; Tutoraggio',
    },
    studies:
      'university: Laurea triennale @ Infermieristica; university: Master di I livello @ Coordinamento infermieristico; university: Laurea in Medicina e Chirurgia; vocational: Qualifica di operatore socio-sanitario; university: Laurea @ Fisioterapia; university: Specializzazione @ Geriatria',
    certificates: 'BLSD; Iscrizione OPI; Corso sicurezza; ALS; Wound Care',
    topics: 'area critica; assistenza domiciliare; geriatria; pediatria; cure palliative; salute mentale',
  }),
  trade({
    positions: [
      'Supplente; Educat<ore|rice> di asilo nido; Assistente alla comunicazione; Insegnante di ripetizioni; Animat<ore|rice>; Tirocinante TFA',
      'Docente di lettere; Insegnante di matematica; Maestr<o|a> elementare; Insegnante di sostegno; Format<ore|rice>; Docente di lingua inglese; Professore a contratto',
      'Dirigente scolastic<o|a>; Vicepreside; Coordinat<ore|rice> didattic<o|a>; Responsabile formazione; Professor<e|essa> associat<o|a>; Dirett<ore|rice> del nido',
    ],
    employers: ['school', 'school', 'university', 'public'],
    tasks: `Insegnamento di [matematica|italiano e storia|scienze|inglese] a classi di {18-30} alunni
      Preparazione di {15-80} studenti [all’esame di maturità|alle certificazioni|ai test d’ingresso]
      Organizzazione [della gita scolastica|del laboratorio teatrale|della settimana della scienza]
      Sostegno ad alunni con [disturbi dell’apprendimento|disabilità|italiano come seconda lingua]
      Colloqui con le famiglie e consigli di classe
      Progettazione di [unità didattiche|materiali digitali|verifiche]
      Tutoraggio di {2-12} colleghi neoassunti`,
    skills: {
      Didattica:
        'Didattica inclusiva; Gestione della classe; Valutazione; Italiano L2; Progettazione didattica; Apprendimento cooperativo',
      Digitale: 'Google Classroom; LIM; GeoGebra; Moodle; Registro elettronico',
    },
    studies:
      'university: Laurea magistrale @ Lettere moderne; university: Laurea @ Scienze della formazione primaria; university: Abilitazione TFA @ Matematica; vocational: Diploma magistrale; university: Laurea magistrale @ Lingue straniere; university: Dottorato di ricerca @ Pedagogia',
    certificates: 'CEDILS; 24 CFU; Primo soccorso; Certificazione CLIL; EIPASS 7 moduli',
    topics:
      'didattica inclusiva; educazione alla lettura; infanzia; lingue straniere; formazione degli adulti; scienze',
  }),
  trade({
    positions: [
      'Commess<o|a>; Cassier<e|a>; Addett<o|a> al banco; Stagista commerciale; Operat<ore|rice> call center; Promoter',
      'Agente di commercio; Addett<o|a> alle vendite; Impiegat<o|a> commerciale; Buyer; Key Account Manager; Consulente di vendita; Visual Merchandiser',
      'Dirett<ore|rice> commerciale; Responsabile di negozio; Area Manager; Capo reparto; Responsabile acquisti; Titolare',
    ],
    employers: ['shop', 'shop', 'company', 'technology'],
    tasks: `Acquisizione di {8-80} nuovi clienti l’anno
      Vendita assistita nel reparto [abbigliamento|elettronica|ortofrutta]
      Trattativa di [contratti quadro|listini|forniture] con i fornitori
      Gestione di un portafoglio di {30-160} [clienti|farmacie|rivenditori]
      Apertura e chiusura cassa, [inventario|riassortimento]
      Guida di un gruppo di {3-24} [addetti|venditori]
      Aumento del fatturato del {4-35}% in {1-3} anni
      Allestimento di [vetrine|fiere|promozioni]`,
    skills: {
      Vendita: 'Trattativa; Fidelizzazione; Visual merchandising; Gestione del magazzino; Analisi di mercato; Budget',
      Software: 'Salesforce; SAP; Excel; Zucchetti; AS/400',
    },
    studies:
      'vocational: Diploma di ragioneria; university: Laurea triennale @ Economia aziendale; university: Laurea magistrale @ Marketing; vocational: Diploma @ Tecnico commerciale; university: Master @ Vendite e retail; vocational: Qualifica professionale @ Operatore alle vendite',
    certificates:
      'Patentino HACCP; Patentino muletto; Iscrizione Enasarco; Certificazione Salesforce; Corso di negoziazione',
    topics: 'vendita al dettaglio; grande distribuzione; estero; clienti direzionali; moda; forniture industriali',
  }),
  trade({
    positions: [
      'Apprendista elettricista; Manovale; Aiuto falegname; Apprendista idraulico; Garzone di bottega; Operaio generico',
      'Elettricista; Falegname; Idraulico; Saldatore; Carrozziere; Restaurat<ore|rice>; Manutentore meccanico',
      'Capocantiere; Capo officina; Responsabile manutenzione; Artigian<o|a> titolare; Capo reparto produzione; Assistente di cantiere',
    ],
    employers: ['workshop', 'workshop', 'company'],
    tasks: `Installazione di [caldaie|impianti fotovoltaici|quadri elettrici] in {10-90} [appartamenti|negozi]
      Realizzazione di [mobili su misura|scale|infissi] in [rovere|noce|castagno]
      Restauro di [facciate|affreschi|tetti] vincolati
      Manutenzione e riparazione di [presse|pompe|impianti]
      Lettura del disegno e [preventivi|ordini|rilievi]
      Formazione di {1-8} apprendisti
      Rispetto delle norme di sicurezza sul lavoro`,
    skills: {
      Mestiere: 'Saldatura TIG; Cablaggio; Intonaci; Posa piastrelle; Ebanisteria; Idraulica; Cartongesso',
      Tecnica: 'Disegno tecnico; PLC; AutoCAD; Domotica',
    },
    studies:
      'vocational: Diploma @ Perito elettrotecnico; vocational: Qualifica triennale @ Operatore del legno; vocational: Qualifica @ Termoidraulico; college: Diploma ITS @ Meccatronica; vocational: Diploma professionale @ Manutentore',
    certificates: 'PES/PAV; Patentino saldatore; Patentino gru; Lavori in quota; FGAS',
    topics: 'impianti civili; restauro; arredo su misura; manutenzione industriale; carpenteria; risparmio energetico',
  }),
  trade({
    positions: [
      'Commis di cucina; Camerier<e|a>; Lavapiatti; Barista; Receptionist stagionale; Aiuto pasticcer<e|a>',
      'Capo partita; Chef de rang; Receptionist; Pasticcer<e|a>; Sommelier; Pizzaiol<o|a>; Governante',
      'Chef; Dirett<ore|rice> d’albergo; Maître; Responsabile di sala; Food and Beverage Manager; Gestore',
    ],
    employers: ['hotel', 'hotel', 'shop'],
    tasks: `Preparazione di {40-260} coperti per servizio
      Ideazione [del menù stagionale|della carta dei vini|dei dolci] con prodotti locali
      Accoglienza di clientela internazionale e [check-in|prenotazioni]
      Organizzazione di [matrimoni|congressi|banchetti] fino a {80-400} ospiti
      Controllo HACCP, [ordini|magazzino|turni]
      Formazione di {3-20} [camerieri|commis|stagionali]
      Gestione [della cucina|del bar|della cantina]`,
    skills: {
      Cucina: 'Pasticceria; HACCP; Food cost; Lievitati; Cucina vegetariana; Pesce',
      Sala: 'Abbinamento vini; Opera PMS; Servizio al tavolo; Mescita; Prenotazioni',
    },
    studies:
      'vocational: Diploma alberghiero; vocational: Qualifica @ Operatore di cucina; college: Diploma @ Alta formazione in pasticceria; university: Laurea triennale @ Scienze del turismo; vocational: Diploma @ Tecnico dei servizi di sala',
    certificates: 'HACCP; Sommelier AIS II livello; Corso barman; Antincendio rischio medio; Patentino pizzaiolo',
    topics: 'cucina regionale; ospitalità; pasticceria; eventi; vini naturali; turismo montano',
  }),
  trade({
    positions: [
      'Praticante commercialista; Stagista amministrazione; Impiegat<o|a> contabile junior; Addett<o|a> allo sportello; Tirocinante controllo di gestione; Aiuto contabile',
      'Contabile; Controller; Addett<o|a> paghe e contributi; Consulente finanziari<o|a>; Revisore; Analista crediti; Impiegat<o|a> amministrativ<o|a>',
      'Dirett<ore|rice> amministrativ<o|a>; Responsabile controllo di gestione; Dottore commercialista; Dirett<ore|rice> di filiale; CFO; Responsabile tesoreria',
    ],
    employers: ['bank', 'bank', 'company', 'public'],
    tasks: `Redazione [del bilancio|delle dichiarazioni IVA|del consolidato] per {4-40} società
      Registrazione di [fatture|prima nota|movimenti bancari]
      Elaborazione di {30-1400} cedolini al mese
      Preparazione [del budget|dei report mensili|del piano di cassa]
      Consulenza a {60-400} [famiglie|imprese]
      Analisi di [scostamenti|rischi|margini]
      Introduzione [della fatturazione elettronica|di SAP|dell’archivio digitale]`,
    skills: {
      Amministrazione: 'Bilancio; IVA; Contabilità analitica; Paghe; Principi IFRS; Tesoreria',
      Software: 'Zucchetti; SAP; Excel; TeamSystem; Power BI',
    },
    studies:
      'vocational: Diploma di ragioneria; university: Laurea magistrale @ Economia e finanza; university: Laurea triennale @ Economia e commercio; university: Master @ Controllo di gestione; university: Laurea vecchio ordinamento @ Scienze statistiche',
    certificates: 'Abilitazione dottore commercialista; Revisore legale; Consulente del lavoro; OCF; Excel avanzato',
    topics: 'bilancio; controllo di gestione; fiscalità; credito alle imprese; paghe; revisione',
  }),
  trade({
    positions: [
      'Magazzinier<e|a>; Corriere; Mulettista; Stagista logistica; Addett<o|a> al picking; Apprendista spedizioniere',
      'Impiegat<o|a> spedizioni; Autista; Pianificat<ore|rice> trasporti; Addett<o|a> dogane; Capoturno magazzino; Analista supply chain; Operat<ore|rice> portuale',
      'Responsabile logistica; Dirett<ore|rice> di magazzino; Responsabile flotta; Supply Chain Manager; Responsabile spedizioni; Dirett<ore|rice> operativ<o|a>',
    ],
    employers: ['transport', 'transport', 'shop', 'company'],
    tasks: `Pianificazione di {10-120} [viaggi|consegne|mezzi]
      Preparazione di {60-400} ordini al giorno
      Pratiche [doganali|di import-export|per merci pericolose]
      Introduzione [del WMS|della radiofrequenza|del kanban]
      Inventario di {2-60}.000 articoli
      Trasporti [nazionali|internazionali] senza incidenti
      Formazione di {4-30} [mulettisti|interinali]`,
    skills: {
      Logistica: 'Incoterms; Gestione scorte; Merci pericolose; Pianificazione viaggi; Lean; Dogane',
      Sistemi: 'SAP; Excel; WMS; AS/400; Tachigrafo',
    },
    studies:
      'vocational: Diploma @ Trasporti e logistica; university: Laurea triennale @ Ingegneria gestionale; university: Master @ Supply chain management; vocational: Diploma nautico; vocational: Qualifica @ Operatore di magazzino',
    certificates: 'CQC merci; Patentino muletto; ADR; Spedizioniere doganale; Green Belt',
    topics: 'catena del freddo; spedizioni; dogane; magazzini automatici; trasporto marittimo; distribuzione urbana',
  }),
  trade({
    positions: [
      'Assegnista di ricerca; Dottorand<o|a>; Tecnico di laboratorio; Tirocinante; Borsista; Tutor universitari<o|a>',
      'Ricercat<ore|rice>; Biolog<o|a>; Chimic<o|a>; Biostatistic<o|a>; Geolog<o|a>; Ricercat<ore|rice> post-doc; Agronom<o|a>',
      'Professor<e|essa> ordinari<o|a>; Responsabile di laboratorio; Dirett<ore|rice> di ricerca; Coordinat<ore|rice> scientific<o|a>; Dirigente di ricerca; Responsabile R&S',
    ],
    employers: ['university', 'university', 'public', 'company'],
    tasks: `Conduzione di [campagne di campionamento|studi clinici|analisi di laboratorio] in {3-24} siti
      Pubblicazione di {2-18} articoli su [suoli|coste|antibiotici|polimeri]
      Raccolta di {40-900} mila euro di finanziamenti
      Supervisione di {2-12} [dottorandi|tesisti]
      Didattica di [statistica|chimica organica|botanica] per {20-180} studenti
      Elaborazione di {200-9000} campioni con [R|MATLAB|Python]
      Manutenzione [dello spettrometro|della serra|del microscopio]`,
    skills: {
      Metodi: 'PCR; Spettrometria di massa; Microscopia; Statistica; Colture cellulari; GIS; Cromatografia',
      Informatica: 'R; MATLAB; LaTeX; SPSS; QGIS',
    },
    studies:
      'university: Dottorato di ricerca @ Ecologia; university: Laurea magistrale @ Biologia marina; university: Laurea triennale @ Chimica; university: Laurea magistrale @ Scienze geologiche; university: Scuola di specializzazione @ Biochimica clinica',
    certificates:
      'Abilitazione biologo; Good Clinical Practice; Abilitazione scientifica nazionale; Sommozzatore scientifico; Radioprotezione',
    topics: 'ecologia; biologia marina; materiali; epidemiologia; statistica; agronomia',
  }),
  trade({
    positions: [
      'Praticante avvocato; Stagista risorse umane; Segretari<o|a>; Impiegat<o|a> di studio legale; Tirocinante presso il tribunale; Assistente amministrativ<o|a>',
      'Avvocato; Consulente legale; Addett<o|a> alla selezione; Funzionari<o|a> amministrativ<o|a>; Giurista d’impresa; Collaborat<ore|rice> notarile; Addett<o|a> stampa',
      'Responsabile ufficio legale; Dirett<ore|rice> del personale; Segretari<o|a> comunale; Socio di studio; Dirigente amministrativ<o|a>; Responsabile compliance',
    ],
    employers: ['law', 'law', 'public', 'company'],
    tasks: `Redazione di [contratti|atti giudiziari|pareri|statuti]
      Assistenza in {10-90} cause davanti al [tribunale|giudice del lavoro|TAR]
      Consulenza su [privacy|appalti pubblici|diritto del lavoro]
      Selezione di {15-120} persone l’anno
      Gestione di [protocollo|agenda|riunioni] e rapporti con il pubblico
      Formazione di {30-900} dipendenti su [sicurezza|anticorruzione]
      Preparazione delle sedute [del consiglio comunale|del consiglio di amministrazione]`,
    skills: {
      Diritto: 'Contrattualistica; Diritto del lavoro; GDPR; Contenzioso; Appalti; Mediazione',
      Ufficio: 'Word; Excel; Protocollo informatico; PEC; De Jure',
    },
    studies:
      'university: Laurea magistrale @ Giurisprudenza; university: Laurea triennale @ Scienze politiche; university: Scuola di specializzazione per le professioni legali; university: Master @ Risorse umane; vocational: Diploma @ Segretario d’azienda',
    certificates: 'Abilitazione forense; Mediatore civile; DPO; ECDL; Corso anticorruzione',
    topics: 'diritto del lavoro; appalti; selezione del personale; enti locali; privacy; contratti',
  }),
  trade({
    positions: [
      'Stagista ufficio stampa; Assistente alla regia; Tirocinante grafic<o|a>; Assistente fotograf<o|a>; Hostess museale; Collaborat<ore|rice> di redazione',
      'Grafic<o|a>; Giornalista; Addett<o|a> alla comunicazione; Fotograf<o|a>; Tradutt<ore|rice>; Scenograf<o|a>; Social Media Manager',
      'Dirett<ore|rice> artistic<o|a>; Caporedatt<ore|rice>; Responsabile comunicazione; Curat<ore|rice>; Art Director; Dirett<ore|rice> di museo',
    ],
    employers: ['agency', 'culture', 'culture', 'company'],
    tasks: `Progettazione di [identità visive|manifesti|cataloghi] per {3-40} clienti
      Cura [di una mostra|di un festival|di una rassegna] con {5-80} artisti
      Stesura di {40-300} [articoli|comunicati|testi] l’anno
      Gestione dei canali social
      Traduzione di {5-30} romanzi [dal portoghese|dall’inglese|dal polacco]
      Gestione di un budget di {20-800} mila euro
      Visite guidate e laboratori per le scuole`,
    skills: {
      Creatività: 'Tipografia; Illustrazione; Impaginazione; Fotografia; Scenografia; Copywriting; Serigrafia',
      Programmi: 'InDesign; Photoshop; Figma; Premiere Pro; WordPress; Illustrator',
    },
    studies:
      'university: Diploma accademico @ Progettazione grafica; university: Laurea magistrale @ Beni culturali; university: Laurea triennale @ Scienze della comunicazione; university: Master @ Traduzione letteraria; vocational: Maturità artistica',
    certificates:
      'Google Ads; Tesserino da pubblicista; Patentino drone; Guida turistica abilitata; Adobe Certified Professional',
    topics: 'grafica editoriale; ufficio stampa; beni culturali; comunicazione digitale; teatro; fotografia',
  }),
  trade({
    positions: [
      'Stagista ufficio tecnico; Disegnat<ore|rice> CAD; Neolaureat<o|a> in produzione; Geometra tirocinante; Tecnico collaudatore; Assistente di cantiere',
      'Ingegnere civile; Progettista meccanic<o|a>; Architett<o|a>; Geometra; Ingegnere di processo; Addett<o|a> qualità; Ingegnere elettronic<o|a>',
      'Dirett<ore|rice> dei lavori; Responsabile ufficio tecnico; Dirett<ore|rice> di stabilimento; Project Manager; Responsabile qualità; Dirett<ore|rice> tecnic<o|a>',
    ],
    employers: ['company', 'company', 'agency', 'public'],
    tasks: `Progettazione di [ponti|stampi|nastri trasportatori|capannoni] con [AutoCAD|SolidWorks|Revit]
      Direzione di un cantiere da {1-60} milioni di euro
      Collaudo di {2-15} [linee|impianti|macchine]
      Riduzione degli scarti del {5-40}%
      Esecuzione di [rilievi|audit|calcoli strutturali]
      Coordinamento di {3-25} tecnici
      Rapporti con [committenti|enti|fornitori]`,
    skills: {
      Ingegneria: 'Calcolo strutturale; FMEA; Lean production; Automazione; Termotecnica; Topografia; Tolleranze',
      Software: 'AutoCAD; SolidWorks; Revit; Primus; MS Project; ANSYS',
    },
    studies:
      'university: Laurea magistrale @ Ingegneria civile; university: Laurea @ Architettura; vocational: Diploma di geometra; university: Laurea triennale @ Ingegneria meccanica; university: Laurea magistrale @ Ingegneria energetica; university: Dottorato di ricerca @ Strutture',
    certificates:
      'Abilitazione ingegnere; Coordinatore sicurezza D.Lgs. 81/08; PMP; Auditor ISO 9001; Certificatore energetico',
    topics: 'strutture; impianti; stampi; efficienza energetica; qualità; opere idrauliche',
  }),
];
