import { trade } from './trade.js';
import type { Trade } from './types.js';

export const TRADES: readonly Trade[] = [
  trade({
    positions: [
      'Junior Software Developer; Graduate Engineer; Web Developer; QA Tester; Software Engineering Intern; Support Engineer',
      'Software Engineer; Backend Developer; Full-Stack Developer; DevOps Engineer; Data Engineer; Mobile Developer; Site Reliability Engineer',
      'Senior Software Engineer; Engineering Manager; Principal Architect; Head of Platform; Staff Engineer; Technical Lead, Payments',
    ],
    employers: ['technology', 'technology', 'company', 'bank', 'agency'],
    tasks: `Migrated [a monolith|the billing system|{4-30} services] to [Kubernetes|a service mesh|the cloud]
      Built [a REST API|an event pipeline|a search service] in [Go|Kotlin|Python|TypeScript] handling {2-90} million requests a day
      [Mentored|Onboarded] {2-9} engineers and ran weekly code reviews
      Wrote the [incident handbook|coding guidelines|test strategy] that {3-12} teams now follow
      [Replaced|Rewrote] the [authentication layer|build pipeline|reporting module] with {1-3} colleagues
      Kept [an on-call rota|the production cluster] running at 99.{5-9}5% availability
      Introduced [contract tests|feature flags|trunk-based development] across {2-14} repositories
      Designed the data model for [bookings|invoices|patient records] in PostgreSQL`,
    skills: {
      Languages: 'Python; TypeScript; Go; Kotlin; C#; Rust; SQL; C++; Java; PHP',
      Infrastructure: 'Docker; Kubernetes; Terraform; AWS; Ansible; Linux; GitLab CI',
      Frameworks: 'React; Django; Spring Boot; Node.js; Angular; .NET; Vue.js',
      Databases: 'PostgreSQL; Redis; MongoDB; Elasticsearch; MySQL',
    },
    studies:
      'university: BSc @ Computer Science; university: MSc @ Software Engineering; university: Bachelor of Engineering @ Electronic and Computer Engineering; college: Higher National Diploma @ Computing; university: Master of Science @ Distributed Systems; university: PhD @ Machine Learning',
    certificates:
      'AWS Certified Developer; Certified Kubernetes Administrator; Professional Scrum Master I; ISTQB Foundation Level; Oracle Certified Associate',
    topics:
      'distributed systems; developer tooling; data platforms; mobile applications; payment software; embedded software',
  }),
  trade({
    positions: [
      'Staff Nurse; Healthcare Assistant; Student Nurse; Care Assistant; Newly Qualified Nurse; Bank Nurse',
      'Registered Nurse; Community Nurse; Paediatric Nurse; Theatre Nurse; Practice Nurse; Midwife; Mental Health Nurse',
      'Ward Sister; Charge Nurse; Clinical Nurse Specialist; Matron; Nurse Practitioner; Head of Nursing',
    ],
    employers: ['hospital', 'hospital', 'public'],
    tasks: `Cared for {8-28} patients per shift on [an acute surgical ward|a stroke unit|the neonatal unit]
      [Administered|Prepared and checked] medication and intravenous fluids
      Led the handover between [day and night shifts|three wards]
      [Supervised|Trained] {2-12} student nurses on placement
      Dressed wounds and [inserted cannulas|took blood samples]
      Kept care plans up to date in the electronic record
      [Triaged|Assessed] walk-in patients in the emergency department
      Audited hand hygiene across {2-9} wards`,
    skills: {
      'Clinical skills':
        'Wound care; Cannulation; Medication rounds; Triage; Palliative care; Phlebotomy; Catheterisation; Life support',
      Systems: 'SystmOne; Epic; EMIS Web; e-prescribing',
      'Ward management': 'Rostering; Infection control; Clinical audit; Safeguarding',
    },
    studies:
      'university: BSc (Hons) @ Adult Nursing; university: Bachelor of Nursing; college: Diploma of Higher Education @ Nursing; university: Postgraduate Certificate @ Clinical Education; university: MSc @ Advanced Clinical Practice; vocational: NVQ Level 3 @ Health and Social Care',
    certificates:
      'Advanced Life Support; NMC Registration; Non-Medical Prescribing; Basic Life Support Instructor; Safeguarding Level 3',
    topics: 'acute care; community nursing; paediatric care; palliative care; operating theatres; mental health',
  }),
  trade({
    positions: [
      'Teaching Assistant; Trainee Teacher; Learning Support Assistant; Private Tutor; Substitute Teacher; Cover Supervisor',
      'Teacher of Mathematics; Primary School Teacher; English Teacher; Teacher of Modern Languages; Science Teacher; Special Needs Teacher; Lecturer',
      'Head of Department; Deputy Headteacher; Curriculum Coordinator; Head of Year; Senior Lecturer; School Principal',
    ],
    employers: ['school', 'school', 'university', 'public'],
    tasks: `Taught [mathematics|English literature|chemistry|history] to classes of {18-32} pupils aged {6-11} to {12-18}
      [Wrote|Revised] the scheme of work for [Key Stage 3|Year 9|the sixth form]
      Ran the [chess club|school newspaper|choir|science fair] every [Tuesday|Friday]
      Organised a residential trip for {20-60} pupils
      Met parents [each term|twice a year] and wrote {60-180} reports
      Prepared candidates for [GCSE|A-level|SAT] examinations
      Supported pupils with [dyslexia|English as an additional language]
      Chaired the [curriculum|safeguarding] working group`,
    skills: {
      Teaching:
        'Lesson planning; Differentiation; Classroom management; Assessment for learning; Phonics; Special educational needs',
      Tools: 'Google Classroom; Moodle; Interactive whiteboards; Microsoft Teams',
      Subjects: 'Mathematics; Physics; History; Drama; Geography',
    },
    studies:
      'university: BA @ English Literature; university: BEd @ Primary Education; university: PGCE @ Secondary Mathematics; university: Master of Education @ Educational Leadership; college: Foundation Degree @ Early Years; university: Bachelor of Arts @ History',
    certificates:
      'Qualified Teacher Status; Paediatric First Aid; CELTA; National Professional Qualification for Headship; TEFL Certificate',
    topics:
      'secondary education; early years; inclusive teaching; curriculum design; adult learning; language teaching',
  }),
  trade({
    positions: [
      'Sales Assistant; Cashier; Retail Associate; Telesales Agent; Shop Assistant; Customer Service Representative',
      'Account Executive; Sales Representative; Store Supervisor; Key Account Manager; Field Sales Executive; Customer Success Manager; Buyer',
      'Regional Sales Manager; Store Manager; Head of Sales; Sales Director; Area Manager; Commercial Director',
    ],
    employers: ['shop', 'shop', 'company', 'technology'],
    tasks: `[Won|Acquired] {6-60} new accounts worth £{40-900}k a year
      Managed a territory of {20-140} [customers|dealers|pharmacies]
      [Served|Advised] customers at the till and on the shop floor
      Planned [stock|promotions|window displays] for {2-16} branches
      Negotiated framework contracts with [suppliers|hospital groups|supermarket chains]
      Exceeded the yearly target by {4-38}% [three years running|in every quarter]
      Hired and coached a team of {3-22} [sales staff|representatives]
      Handled complaints and returns`,
    skills: {
      Sales:
        'Negotiation; Cold calling; Key account management; Merchandising; Stock control; Upselling; Pipeline forecasting',
      Software: 'Salesforce; HubSpot; Excel; SAP; Zendesk; EPOS systems',
    },
    studies:
      'university: BA @ Business Administration; college: Diploma @ Retail Management; university: Bachelor of Commerce @ Marketing; vocational: BTEC Level 3 @ Business; university: MBA; college: Associate Degree @ Sales and Marketing',
    certificates:
      'Certified Sales Professional; Salesforce Certified Administrator; Forklift Licence; Personal Licence Holder; Prince2 Foundation',
    topics: 'field sales; retail; customer relations; wholesale; medical devices; key accounts',
  }),
  trade({
    positions: [
      'Apprentice Electrician; Carpenter’s Mate; Trainee Plumber; General Labourer; Apprentice Joiner; Workshop Assistant',
      'Electrician; Carpenter; Plumber; Gas Engineer; Stonemason; Roofer; Welder; Cabinet Maker',
      'Site Supervisor; Master Carpenter; Foreman; Maintenance Manager; Owner; Workshop Manager',
    ],
    employers: ['workshop', 'workshop', 'company'],
    tasks: `[Wired|Rewired] {10-90} [flats|terraced houses|shop units] to the current regulations
      Installed [boilers|heat pumps|underfloor heating|fitted kitchens]
      [Restored|Repaired] [sash windows|oak staircases|lime plaster] in listed buildings
      Read drawings and ordered materials for jobs up to £{5-120},000
      Supervised {2-11} [apprentices|subcontractors] on site
      Carried out [fault finding|periodic inspections|emergency call-outs]
      Wrote [method statements|quotations|risk assessments]
      Kept [tools|vans|stock] in order`,
    skills: {
      'Trade skills':
        'Pipe bending; First and second fix; Soldering; Timber framing; Bricklaying; Tiling; MIG welding; Plastering',
      Safety: 'Working at height; Manual handling; Asbestos awareness; Risk assessment',
    },
    studies:
      'vocational: City & Guilds Level 3 @ Electrical Installation; vocational: NVQ Level 2 @ Carpentry and Joinery; vocational: Apprenticeship @ Plumbing and Heating; college: HNC @ Construction; vocational: Advanced Apprenticeship @ Stonemasonry',
    certificates:
      'CSCS Gold Card; Gas Safe Registration; 18th Edition Wiring Regulations; IPAF Licence; First Aid at Work',
    topics:
      'listed buildings; domestic installations; bespoke furniture; heating systems; industrial maintenance; timber construction',
  }),
  trade({
    positions: [
      'Commis Chef; Kitchen Porter; Waiter; Barista; Receptionist; Bar Staff; Night Porter',
      'Chef de Partie; Sous Chef; Head Waiter; Front Office Manager; Pastry Chef; Sommelier; Housekeeping Supervisor',
      'Head Chef; Executive Chef; Hotel Manager; Restaurant Manager; Food and Beverage Director; General Manager',
    ],
    employers: ['hotel', 'hotel', 'shop'],
    tasks: `Cooked for {40-320} covers a night
      [Planned|Costed] seasonal menus with local suppliers
      Ran the [pass|pastry section|breakfast service|wine cellar]
      Checked guests in and out and handled {20-90} reservations a day
      Trained {3-20} [waiters|kitchen staff|receptionists]
      Held the food cost at {24-31}%
      Organised [weddings|banquets|conferences] for up to {80-400} guests
      Passed every [hygiene|fire safety] inspection`,
    skills: {
      Kitchen: 'Butchery; Pastry; Menu costing; HACCP; Fermentation; Stock rotation',
      Service: 'Wine pairing; Table service; Opera PMS; Event planning; Revenue management; Latte art',
    },
    studies:
      'vocational: NVQ Level 3 @ Professional Cookery; college: Diploma @ Hospitality Management; university: BA @ International Hotel Management; vocational: Certificate @ Patisserie; college: Associate of Applied Science @ Culinary Arts',
    certificates: 'Food Hygiene Level 3; WSET Level 2 in Wines; Personal Licence; HACCP Level 4; Allergen Awareness',
    topics: 'fine dining; hotel operations; event catering; pastry; guest relations; sustainable kitchens',
  }),
  trade({
    positions: [
      'Accounts Assistant; Payroll Clerk; Audit Trainee; Bookkeeper; Finance Intern; Purchase Ledger Clerk',
      'Management Accountant; Financial Analyst; Internal Auditor; Credit Controller; Tax Adviser; Risk Analyst; Insurance Underwriter',
      'Finance Director; Financial Controller; Head of Audit; Chief Financial Officer; Senior Portfolio Manager; Treasury Manager',
    ],
    employers: ['bank', 'bank', 'company', 'public'],
    tasks: `Prepared [monthly management accounts|VAT returns|consolidated statements] for {2-14} entities
      Closed the books within {3-9} working days
      [Audited|Reviewed] {5-40} clients in [retail|manufacturing|the charity sector]
      Built the [cash flow forecast|budget model] for a turnover of £{3-480}m
      Processed payroll for {40-1800} employees
      Reconciled {10-60} bank accounts
      Led the switch to [SAP|NetSuite|Xero]
      Advised the board on [hedging|refinancing|acquisitions]`,
    skills: {
      Accounting: 'IFRS; US GAAP; VAT; Month-end close; Consolidation; Budgeting; Payroll; Credit risk',
      Software: 'SAP FI; Sage; Xero; Excel; Power BI; QuickBooks',
    },
    studies:
      'university: BSc @ Accounting and Finance; university: MSc @ Finance; university: Bachelor of Business Administration @ Finance; college: AAT Level 4 @ Accounting; university: BSc (Econ) @ Economics',
    certificates:
      'ACCA; CIMA; Chartered Financial Analyst Level II; Certified Internal Auditor; ICAEW Chartered Accountant',
    topics: 'management accounting; audit; corporate finance; tax; credit risk; asset management',
  }),
  trade({
    positions: [
      'Research Assistant; Laboratory Technician; PhD Student; Field Assistant; Graduate Teaching Assistant; Summer Research Student',
      'Postdoctoral Researcher; Research Scientist; Biostatistician; Process Chemist; Marine Biologist; Research Fellow; Data Scientist',
      'Professor of Ecology; Principal Investigator; Laboratory Director; Reader in Chemistry; Head of Research; Group Leader',
    ],
    employers: ['university', 'university', 'public', 'company'],
    tasks: `Ran [field surveys|PCR assays|mass spectrometry|clinical trials] at {3-24} sites
      Published {2-19} papers on [soil carbon|antibiotic resistance|coral bleaching|protein folding]
      Secured £{30-950}k from [the research council|a foundation|industry]
      Supervised {1-8} doctoral and {2-15} master’s students
      Taught [statistics|organic chemistry|ecology] to {30-240} undergraduates
      Maintained the [flow cytometer|greenhouse|X-ray source]
      Analysed {200-9000} samples with [R|MATLAB|Python]
      Reviewed for {2-9} journals`,
    skills: {
      Methods:
        'Mixed models; PCR; Mass spectrometry; GIS; Flow cytometry; Bayesian inference; Microscopy; Bioinformatics',
      Computing: 'R; MATLAB; LaTeX; Python; SPSS',
    },
    studies:
      'university: PhD @ Ecology; university: MSc @ Marine Biology; university: BSc @ Chemistry; university: DPhil @ Biochemistry; university: MPhil @ Environmental Science; university: Bachelor of Science @ Physics',
    certificates:
      'Good Laboratory Practice; Scientific Diver; Fellow of the Higher Education Academy; Radiation Safety Course; Good Clinical Practice',
    topics: 'climate ecology; drug discovery; marine life; materials science; epidemiology; plant genetics',
  }),
  trade({
    positions: [
      'Warehouse Operative; Delivery Driver; Logistics Trainee; Picker and Packer; Freight Clerk; Van Driver',
      'Transport Planner; Warehouse Supervisor; HGV Driver; Supply Chain Analyst; Customs Officer; Import Coordinator; Forklift Operator',
      'Warehouse Manager; Logistics Director; Fleet Manager; Head of Supply Chain; Operations Manager; Port Superintendent',
    ],
    employers: ['transport', 'transport', 'shop', 'company'],
    tasks: `Planned routes for {8-120} [lorries|vans|couriers]
      Picked and packed {80-400} orders per shift
      Cleared [imports|dangerous goods|sea freight] through customs
      Drove {300-700} km a day without an accident
      Introduced [barcode scanning|slotting|pallet pooling] in a {4-60},000 m² warehouse
      Negotiated rates with {5-25} [hauliers|shipping lines]
      Counted stock of {2-45},000 articles
      Trained {4-30} new [operatives|drivers]`,
    skills: {
      Logistics: 'Route planning; Incoterms; Dangerous goods; Stock counting; Lean; Cold chain; Customs clearance',
      Systems: 'SAP EWM; Manhattan WMS; Excel; Tachograph; TomTom Webfleet',
    },
    studies:
      'vocational: NVQ Level 2 @ Warehousing and Storage; university: BSc @ Logistics and Supply Chain Management; college: Diploma @ Transport Management; university: MSc @ Operations Management; vocational: Apprenticeship @ Large Goods Vehicle Driving',
    certificates:
      'ADR Licence; CPC Transport Manager; Counterbalance Forklift Licence; Lean Six Sigma Green Belt; First Aid at Work',
    topics: 'cold chains; last-mile delivery; sea freight; warehouse automation; customs; fleet operations',
  }),
  trade({
    positions: [
      'Paralegal; Trainee Solicitor; Legal Secretary; Law Clerk; Legal Intern; Pupil Barrister',
      'Solicitor; Associate; Legal Counsel; Compliance Officer; Policy Adviser; HR Business Partner; Attorney',
      'Partner; General Counsel; Head of Legal; Director of Human Resources; Senior Counsel; Chief Compliance Officer',
    ],
    employers: ['law', 'law', 'bank', 'public'],
    tasks: `Drafted [leases|share purchase agreements|employment contracts|witness statements]
      Represented clients before the [employment tribunal|county court|planning committee] in {5-80} cases
      Advised on [data protection|competition law|redundancies|immigration]
      [Reviewed|Negotiated] {20-300} supplier contracts a year
      Rolled out [a whistleblowing line|compliance training] to {200-6000} staff
      Recruited {10-90} employees a year
      Supervised {2-6} trainees
      Wrote briefings for [ministers|the board]`,
    skills: {
      Law: 'Contract law; Litigation; Data protection; Employment law; Mediation; Due diligence; Conveyancing',
      Tools: 'Westlaw; LexisNexis; iManage; Workday',
    },
    studies:
      'university: LLB @ Law; university: LLM @ Commercial Law; university: Juris Doctor; college: Legal Practice Course; university: BA @ Jurisprudence; university: Graduate Diploma in Law',
    certificates:
      'CIPD Level 7; Admitted Solicitor of England and Wales; New York Bar Admission; Certified Information Privacy Professional; Accredited Mediator',
    topics: 'commercial contracts; employment law; compliance; public law; intellectual property; human resources',
  }),
  trade({
    positions: [
      'Junior Designer; Gallery Assistant; Photography Assistant; Marketing Assistant; Editorial Intern; Runner',
      'Graphic Designer; Copywriter; Art Director; Photographer; Content Manager; Translator; UX Designer; Curator',
      'Creative Director; Head of Marketing; Editor-in-Chief; Museum Director; Senior Brand Manager; Theatre Director',
    ],
    employers: ['agency', 'culture', 'company', 'culture'],
    tasks: `Designed [the visual identity|packaging|posters|the website] for {3-40} clients
      Curated [an exhibition|a retrospective|a festival] with {6-90} [works|artists]
      Wrote {40-300} [articles|campaign texts|catalogue entries]
      Directed [photo shoots|a short film|a touring production]
      Doubled the newsletter to {4-80},000 readers
      Managed a campaign budget of £{20-800}k
      Translated {5-30} novels from [Portuguese|Polish|Japanese]
      Ran [workshops|studio visits] for schools`,
    skills: {
      Creative:
        'Typography; Illustration; Copywriting; Storyboarding; Colour grading; Screen printing; Exhibition design',
      Software: 'Figma; InDesign; Photoshop; Premiere Pro; WordPress; Blender',
      Marketing: 'SEO; Google Analytics; Social media; Mailchimp',
    },
    studies:
      'university: BA (Hons) @ Graphic Design; university: MA @ Curating; college: Foundation Diploma @ Art and Design; university: BFA @ Photography; university: BA @ Journalism; university: MA @ Translation Studies',
    certificates:
      'Google Ads Search Certification; Adobe Certified Professional; Chartered Institute of Linguists Diploma; HubSpot Content Marketing; Prince2 Practitioner',
    topics: 'brand identity; editorial design; contemporary art; content strategy; documentary photography; theatre',
  }),
  trade({
    positions: [
      'Graduate Civil Engineer; CAD Technician; Site Engineer; Engineering Intern; Junior Architect; Assistant Surveyor',
      'Structural Engineer; Mechanical Engineer; Architect; Quantity Surveyor; Electrical Engineer; Process Engineer; Quality Engineer',
      'Project Manager; Chief Engineer; Senior Architect; Plant Manager; Head of Engineering; Technical Director',
    ],
    employers: ['company', 'company', 'agency', 'public'],
    tasks: `Designed [steel frames|retaining walls|{2-9} bridges|pumping stations] to Eurocode
      Managed a £{1-85}m [school|hospital|rail|harbour] project
      [Modelled|Coordinated] the building services in Revit
      Commissioned {2-15} production lines
      Cut scrap by {5-40}% with statistical process control
      Surveyed {12-160} [culverts|roofs|substations]
      Checked drawings and calculations by {2-10} engineers
      Held design meetings with [the client|planners|contractors]`,
    skills: {
      Engineering:
        'Finite element analysis; Eurocodes; Six Sigma; Surveying; Hydraulics; PLC programming; GD&T; Building physics',
      Software: 'AutoCAD; Revit; SolidWorks; Primavera; ANSYS; MS Project',
    },
    studies:
      'university: MEng @ Civil Engineering; university: BEng @ Mechanical Engineering; university: BArch @ Architecture; college: HND @ Construction Management; university: MSc @ Structural Engineering; university: Bachelor of Science @ Industrial Engineering',
    certificates: 'Chartered Engineer; PMP; NEBOSH General Certificate; LEED Green Associate; Six Sigma Black Belt',
    topics: 'bridges; hydraulic structures; manufacturing; building services; rail infrastructure; energy efficiency',
  }),
];
