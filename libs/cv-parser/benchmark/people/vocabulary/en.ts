import { list } from '../grammar.js';
import { TRADES } from './trades.en.js';
import type { Vocabulary } from './types.js';

export const EN: Vocabulary = {
  words: {
    saint: list('Anne; Cuthbert; Margaret; Columba; Hilda; Swithun; Bride'),
    animal: list('Heron; Badger; Kestrel; Otter; Hare; Stag; Wren; Salmon'),
    ministry: list('Health; Transport; Education; Fisheries; Statistics; Justice; Energy; Rural Affairs'),
  },
  trades: TRADES,
  employers: {
    company: list(
      '$family & Sons Ltd; $root Industries Inc.; $root Group plc; $family [Engineering|Manufacturing|Foods] Ltd; The $root Company; $root $family Holdings; $root Pharma Limited; $city Water; $family Brothers LLC; $root Components Corp.',
    ),
    technology: list(
      '$root; $root Labs; $root Software Ltd; $root.io; $root Systems Inc.; $root Analytics; $family Digital; $root Cloud Services LLC; $root & $family Technologies',
    ),
    hospital: list(
      'St $saint Hospital; $city General Hospital; Royal $city Infirmary; $root Care Homes; $city University Hospitals NHS Trust; $family Medical Centre; The $root Clinic; $city Children’s Hospital',
    ),
    school: list(
      '$city Grammar School; St $saint’s Primary School; $family Academy; $city High School; $root Montessori School; $city Unified School District; Queen $saint Comprehensive',
    ),
    university: list(
      'University of $city; $city State University; $family College, $city; $city Institute of Technology; $root University; Department of Biology, University of $city',
    ),
    law: list(
      '$family & $family2 LLP; $family Solicitors; $family, $family2 & Co.; $root Chambers; $family Law Group; $city Legal Aid Centre',
    ),
    bank: list(
      '$root Bank; $city Building Society; $family Capital Partners; $root Insurance plc; $family $family2 LLP, Accountants; First $root Credit Union; $root Asset Management',
    ),
    shop: list(
      '$family’s; $root Stores; $root Fashion; $family Garden Centre; The $city Bookshop; $root Market; $root Pharmacy; $family Furniture',
    ),
    hotel: list(
      'The $root Hotel; Hotel $root; $family’s Brasserie; The $animal Inn; $root Resort & Spa; Café $root; The $animal & $animal2; $city Conference Centre',
    ),
    workshop: list(
      '$family Joinery; $family & Daughter Electrical; $root Heating Ltd; $family Roofing; Self-employed; $city Stoneworks; $family Building Contractors Ltd',
    ),
    transport: list(
      '$root Logistics; $family Haulage Ltd; $city Transport; $root Freight International; $root Couriers; Port of $city; $root Cold Storage Ltd',
    ),
    public: list(
      '$city City Council; Ministry of $ministry; $city County Council; Department of $ministry; Environment Agency; National Institute of $ministry; $city Fire and Rescue Service',
    ),
    culture: list(
      '$city Museum of Art; $root Gallery; $city Playhouse; $root Records; $city Film Festival; $family Publishing; The $root Theatre',
    ),
    agency: list(
      '$root Studio; $family & Partners; Studio $family; $root Communications; $family $family2 Architects; Freelance; $root Consulting',
    ),
  },
  institutions: {
    university: list(
      'University of $city; $city University; $city State University; $city Metropolitan University; Trinity College, $city; $root University; $city School of Economics; University College $city',
    ),
    college: list(
      '$city College; $city Community College; $family College; $city College of Further Education; The $root Institute; $city Polytechnic',
    ),
    vocational: list(
      '$city Technical College; $city Skills Centre; $root Training Academy; $family School of Trades; City of $city College',
    ),
    school: list(
      '$city Grammar School; $city High School; St $saint’s School; $family Academy; $root Sixth Form College; Bishop $family School',
    ),
  },
  schoolDegrees: list(
    'A-levels; High School Diploma; GCSEs; Leaving Certificate; International Baccalaureate; Advanced Placement Diploma',
  ),
  results: list(
    `, cutting [waiting times|costs|errors|rework] by {6-45}%
    , which saved {3-40} hours a week
    , raising customer satisfaction from {61-78}% to {82-97}%
    within {3-18} months
    with a team of {3-15}
    ahead of schedule
    , later adopted by {2-11} other [teams|sites|departments]
    , earning the team [an internal award|a commendation]
    while keeping within a budget of £{10-900},000
    in close cooperation with [colleagues abroad|suppliers|the works council|local authorities]`,
  ),
  tasks: list(
    `[Planned|Coordinated] the weekly rota for {4-40} people
    Represented the [team|department|company] at {2-9} [trade fairs|conferences|open days]
    [Introduced|Set up] a new [filing|booking|reporting] system
    Wrote [weekly|monthly|quarterly] reports for [management|the board|the owners]
    Trained and [supported|mentored] new colleagues
    Acted as deputy for the [department head|manager]
    Took part in the [works council|safety committee|hiring panel]`,
  ),
  summaries: list(
    `[Experienced|Dedicated|Versatile|Hands-on] $position with {3-25} years of experience in $topic. [Known for|Valued for] calm under pressure and [clear communication|careful planning]. [Looking for|Now seeking] a [role|position] with more responsibility in $topic2.
    I am a [curious|reliable|thorough] professional who enjoys $topic and $topic2. My colleagues [describe me as|say that I am] [patient and precise|quick to learn|a good listener].
    $position specialised in $topic, with a background in $topic2 and a habit of [finishing what I start|asking the right question|leaving things better than I found them].
    After {4-20} years in $topic I want to bring what I learned to [a smaller team|a growing organisation|a new country]. I work well [alone and with others|across departments] and like to teach.
    Results-driven $position. Track record in $topic, from first idea to daily operation; [fluent in|at ease with] $topic2.`,
  ),
  jobSummaries: list(
    `Responsible for [day-to-day operations|a team of {3-25}|a budget of £{50-900}k] in the field of $topic.
    [Family-run|Medium-sized|Fast-growing] organisation with {20-4000} employees, focused on $topic.
    Temporary post covering parental leave, with full responsibility for $topic.
    Part-time position alongside my studies, mostly in $topic.
    Reported to the [managing director|head of department|owner] and worked mainly on $topic.`,
  ),
  softSkills: list(
    'Teamwork; Time management; Public speaking; Problem solving; Project management; Attention to detail; Leadership; Customer focus',
  ),
  softSkillGroups: list('Personal; Soft skills; Other; Strengths'),
  interests: list(
    'Trail running; Bread baking; Amateur theatre; Bird watching; Chess; Vintage motorcycles; Choir singing; Pottery; Sea kayaking; Gardening; Crossword puzzles; Photography; Travel; Reading; Five-a-side football',
  ),
  languageNames: list(
    'English; German; French; Spanish; Italian; Portuguese; Dutch; Polish; Hindi; Mandarin; Arabic; Welsh; Turkish; Russian; Japanese',
  ),
  maritalStatuses: list('single; married; married, two children; divorced; in a civil partnership'),
  drivingLicences: list('Full, clean driving licence; Category B; Class C; Full UK licence; B, C1E'),
  awards: list(
    'Employee of the Year; Young Professional Award; Best Poster Prize; Dean’s List; Innovation Prize; Community Service Medal; Travel Scholarship; Apprentice of the Year',
  ),
  awarders: list(
    '$root Foundation; City of $city; University of $city; $family Trust; Chamber of Commerce; Royal Society of $ministry',
  ),
  issuers: list(
    '$root Institute; Chartered Institute of $ministry; City & Guilds; $city College; National Board of $ministry; $root Academy',
  ),
  publications: list(
    `[Towards|Notes on] a [practical|comparative] theory of $topic
    What [nurses|engineers|teachers|managers] should know about $topic
    A {5-20}-year study of $topic in rural communities
    $topic: between [craft and science|policy and practice]
    Measuring the [cost|quality|effect] of $topic
    Lessons from $topic during the crisis`,
  ),
  publishers: list(
    'Journal of Applied $ministry; $root Press; Annals of $ministry; Proceedings of the $city Conference; $city University Press; The $root Review',
  ),
  projects: list('$root; $root Toolkit; Open $root; Project $animal; $city Data Atlas; $animal Garden; $root 2.0'),
  projectDescriptions: list(
    `[Open-source tool|Mobile app|Small web service] for [volunteers|beekeepers|cyclists|night-shift workers] to plan $topic
    Community project on $topic with {5-60} volunteers
    [Exhibition|Podcast|Blog] about $topic
    Renovation of a {18-20}{10-99} [barn|boat|tram] with friends`,
  ),
  volunteer: [
    { position: 'Trustee', organization: '$root Foundation' },
    { position: 'Volunteer Coach', organization: '$city Rowing Club' },
    { position: 'Mentor', organization: 'Girls Who Build $city' },
    { position: 'Volunteer Firefighter', organization: '$city Fire Brigade' },
    { position: 'Treasurer', organization: 'Friends of $city Park' },
    { position: 'Food Bank Volunteer', organization: '$root Pantry' },
  ],
  references: list(
    `A pleasure to work with: [punctual|careful], [honest|kind] and never short of ideas.
    I would hire <him|her> again at any time.
    One of the most [dependable|thoughtful] colleagues I have had in {10-30} years.`,
  ),
  theses: list(
    'The economics of $topic; $topic in small towns; New methods for $topic; A history of $topic; User studies in $topic',
  ),
  streets: list(
    '{1-240} High Street; {1-99} Mill Lane; {2-80} $family Road; Flat {1-12}, {3-90} Station Road; {100-9900} Maple Avenue; {1-60} Church Walk; {10-99} Elm Street, Apt. {1-40}; {1-30} Harbour View',
  ),
  scores: list('First Class Honours; 2:1; GPA 3.{4-9}/4.0; Distinction; GPA: 3.{1-8}; Upper Second; with honors'),
};
