/** What profiles in one language are put together from. */
export interface Vocabulary {
  readonly language: string;
  readonly cities: readonly (readonly [string, string])[];
  readonly positions: readonly string[];
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly ends: readonly string[];
  readonly fields: readonly string[];
}

const list = (text: string) => text.split(/\s*,\s*/);

export const VOCABULARIES: readonly Vocabulary[] = [
  {
    language: 'en',
    cities: [['Leeds', 'GB'], ['Bristol', 'GB'], ['Glasgow', 'GB'], ['Dublin', 'IE'], ['Boston', 'US'], ['Portland', 'US'], ['Toronto', 'CA'], ['Manchester', 'GB']],
    positions: list('Software Engineer, Data Analyst, Project Manager, Product Designer, Nurse, Accountant, Mechanical Engineer, Teacher, Sales Manager, Electrician, Research Assistant, Chef, Warehouse Supervisor, Marketing Specialist, Lawyer'),
    verbs: list('Introduced, Rebuilt, Led, Automated, Negotiated, Designed, Migrated, Measured, Coordinated, Trained, Supervised, Planned, Audited, Launched, Repaired'),
    objects: list('the billing platform, quarterly forecasts, the onboarding of customers, a team of analysts, the deployment pipeline, supplier contracts, the warehouse, patient records, the safety training, the annual budget, a laboratory, the kitchen, production lines, lesson plans, the help desk'),
    ends: list('which cut costs by a third, on time and within budget, for twelve departments, with partners abroad, under strict regulation, after a merger, for the first time, in close cooperation with customers'),
    fields: list('Computer Science, Economics, Industrial Design, Statistics, Nursing, Law, Education, Mechanical Engineering'),
  },
  {
    language: 'de',
    cities: [['Zürich', 'CH'], ['Graz', 'AT'], ['Köln', 'DE'], ['Nürnberg', 'DE'], ['Leipzig', 'DE'], ['Bern', 'CH'], ['Düsseldorf', 'DE'], ['Innsbruck', 'AT']],
    positions: list('Softwareentwicklerin, Projektleiter, Krankenpfleger, Buchhalterin, Maschinenbauingenieur, Lehrerin, Vertriebsleiter, Elektrikerin, Köchin, Lagerleiter, Rechtsanwältin, Tischler, Datenanalystin, Verkäufer, Architektin'),
    verbs: list('Entwickelte, Leitete, Führte, Plante, Betreute, Schulte, Verhandelte, Prüfte, Baute, Koordinierte, Übernahm, Gestaltete, Verbesserte, Organisierte, Wartete'),
    objects: list('die Abrechnung, Verträge mit Lieferanten, ein Team von acht Fachkräften, die Schulung neuer Mitarbeiter, das Lager, den Jahresabschluss, die Pflege der Patienten, Fertigungsanlagen, den Unterricht, die Küche, Bauprojekte, das Qualitätsmanagement, die Buchhaltung, Kundenanfragen, den Vertrieb'),
    ends: list('und senkte die Kosten um ein Drittel, im Rahmen des Budgets, für zwölf Abteilungen, mit Partnern im Ausland, unter strengen Auflagen, nach einer Fusion, zum ersten Mal, in enger Zusammenarbeit mit Kunden'),
    fields: list('Informatik, Betriebswirtschaft, Maschinenbau, Pflegewissenschaft, Rechtswissenschaft, Pädagogik, Architektur, Statistik'),
  },
  {
    language: 'fr',
    cities: [['Lyon', 'FR'], ['Genève', 'CH'], ['Bruxelles', 'BE'], ['Nîmes', 'FR'], ['Québec', 'CA'], ['Besançon', 'FR'], ['Liège', 'BE'], ['Orléans', 'FR']],
    positions: list('Développeuse, Chef de projet, Infirmier, Comptable, Ingénieur mécanicien, Enseignante, Responsable commercial, Électricien, Cuisinière, Magasinier, Avocate, Menuisier, Analyste de données, Vendeuse, Architecte'),
    verbs: list('Développé, Dirigé, Planifié, Encadré, Formé, Négocié, Contrôlé, Construit, Coordonné, Repris, Conçu, Amélioré, Organisé, Entretenu, Automatisé'),
    objects: list('la facturation, les contrats des fournisseurs, une équipe de huit personnes, la formation des nouveaux employés, l’entrepôt, les comptes annuels, les soins aux patients, les chaînes de production, les cours du soir, la cuisine, des chantiers, la qualité, la comptabilité, les demandes des clients, les ventes'),
    ends: list('en réduisant les coûts d’un tiers, dans les délais et le budget, pour douze services, avec des partenaires à l’étranger, sous une réglementation stricte, après une fusion, pour la première fois, en étroite collaboration avec les clients'),
    fields: list('Informatique, Économie, Génie mécanique, Sciences infirmières, Droit, Pédagogie, Architecture, Statistique'),
  },
  {
    language: 'it',
    cities: [['Bologna', 'IT'], ['Torino', 'IT'], ['Lugano', 'CH'], ['Verona', 'IT'], ['Padova', 'IT'], ['Genova', 'IT'], ['Trieste', 'IT'], ['Perugia', 'IT']],
    positions: list('Sviluppatrice, Responsabile di progetto, Infermiere, Contabile, Ingegnere meccanico, Insegnante, Responsabile vendite, Elettricista, Cuoca, Magazziniere, Avvocata, Falegname, Analista di dati, Commessa, Architetto'),
    verbs: list('Sviluppato, Diretto, Pianificato, Formato, Negoziato, Verificato, Costruito, Coordinato, Progettato, Migliorato, Organizzato, Gestito, Automatizzato, Introdotto, Seguito'),
    objects: list('la fatturazione, i contratti con i fornitori, un gruppo di otto persone, la formazione dei nuovi colleghi, il magazzino, il bilancio annuale, la cura dei pazienti, le linee di produzione, le lezioni serali, la cucina, i cantieri, la qualità, la contabilità, le richieste dei clienti, le vendite'),
    ends: list('riducendo i costi di un terzo, nei tempi e nel bilancio previsti, per dodici reparti, con soci all’estero, secondo norme severe, dopo una fusione, per la prima volta, in stretta collaborazione con i clienti'),
    fields: list('Informatica, Economia, Ingegneria meccanica, Scienze infermieristiche, Giurisprudenza, Pedagogia, Architettura, Statistica'),
  },
  {
    language: 'es',
    cities: [['Sevilla', 'ES'], ['Málaga', 'ES'], ['Bogotá', 'CO'], ['Córdoba', 'AR'], ['Gijón', 'ES'], ['Valencia', 'ES'], ['León', 'MX'], ['Cádiz', 'ES']],
    positions: list('Desarrolladora, Jefe de proyecto, Enfermero, Contable, Ingeniero mecánico, Profesora, Jefe de ventas, Electricista, Cocinera, Encargado de almacén, Abogada, Carpintero, Analista de datos, Vendedora, Arquitecta'),
    verbs: list('Desarrollé, Dirigí, Planifiqué, Formé, Negocié, Revisé, Construí, Coordiné, Diseñé, Mejoré, Organicé, Gestioné, Automaticé, Introduje, Atendí'),
    objects: list('la facturación, los contratos con proveedores, un equipo de ocho personas, la formación de nuevos empleados, el almacén, las cuentas anuales, el cuidado de pacientes, las líneas de producción, las clases nocturnas, la cocina, las obras, la calidad, la contabilidad, las consultas de clientes, las ventas'),
    ends: list('reduciendo los costes en un tercio, dentro del plazo y del presupuesto, para doce departamentos, con socios en el extranjero, bajo una normativa estricta, después de una fusión, por primera vez, en estrecha colaboración con los clientes'),
    fields: list('Informática, Economía, Ingeniería mecánica, Enfermería, Derecho, Pedagogía, Arquitectura, Estadística'),
  },
];

/** From the most to the least frequent. */
export const PROFILE_SKILLS = list(
  `Excel, JavaScript, Python, SQL, TypeScript, Java, SAP, Git, Docker, React, Linux, Kubernetes, PostgreSQL, C++, Node.js, AWS, C#, Scrum, Figma, AutoCAD,
  Photoshop, Terraform, Power BI, Jira, Angular, Go, Rust, Redis, MongoDB, Kafka, Spring, Django, Salesforce, SolidWorks, MATLAB, Tableau, Azure, PHP, Ruby,
  Swift, Kotlin, Ansible, Jenkins, GraphQL, Vue.js, Elasticsearch, Hadoop, Spark, TensorFlow, PyTorch, Blender, InDesign, Illustrator, Revit, CATIA, LaTeX,
  Erlang, Haskell, Fortran, COBOL, VHDL, Prolog, Lisp, Scala, Perl, Clojure, Elixir, OCaml, Zig, Nix`,
);
