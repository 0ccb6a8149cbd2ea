import { terms, type Lexicon } from './types.js';

export const english: Lexicon = {
  language: 'en',
  stopwords: terms(`
    the, and, of, to, for, with, from, by, at, that, which, using, their, our, was, is, as, on, have, has, been,
    were, this, team, work, into, while, over, through, within, across, responsible, years, including
  `),
  headings: {
    contact: terms(`
      contact, contact information, contact info, contact details, contacts, get in touch, reach me, links,
      profiles, social, social media, social links, online profiles, find me online, contact me, contact data,
      personal contact, how to reach me, connect, let's connect, online presence, web presence, online, social
      profiles, addresses, address, reach out, my contacts, on the web, websites, web
    `),
    personal: terms(`
      personal information, personal details, personal data, personal info, about, personal, personal particulars,
      particulars, biographical data, biodata, bio data, bio-data, personal profile & details, about the
      candidate, additional personal information, personal dossier, vital statistics, civil status
    `),
    summary: terms(`
      summary, professional summary, executive summary, career summary, profile, professional profile, personal
      profile, personal statement, about me, objective, career objective, professional objective, introduction,
      bio, biography, overview, summary of qualifications, career profile, statement, professional overview,
      career overview, career objectives, objectives, personal summary, summary statement, profile summary,
      qualifications summary, summary of skills, summary of experience, highlights, career highlights,
      professional highlights, highlights of qualifications, who i am, my profile, in brief, at a glance, about
      myself, mission, mission statement, value proposition, professional statement, personal objective, job
      objective, employment objective, career goal, career goals, goals, key facts, synopsis, professional
      synopsis, short bio, short biography, brief bio, brief profile, candidate profile, branding statement,
      career statement, resume summary, resume objective, work summary, intro, introducing me, letter of intent,
      background, professional biography, research profile, artist statement, teaching philosophy
    `),
    work: terms(`
      experience, work experience, professional experience, employment, employment history, work history, career
      history, career, relevant experience, industry experience, professional background, work, positions,
      professional appointments, appointments, academic appointments, internships, internship experience, research
      experience, teaching experience, leadership experience, other experience, additional experience, clinical
      experience, selected experience, work & experience, experiences, work experiences, professional experiences,
      working experience, job experience, job history, jobs, past jobs, previous employment, current employment,
      present employment, previous experience, past experience, prior experience, employment record, employment
      experience, employment background, employment details, career experience, career path, career summary &
      experience, career progression, professional history, professional career, professional work experience,
      professional employment, professional positions, professional life, professional journey, my experience, my
      career, experience & employment, experience & work history, work background, work & employment, practical
      experience, practical training, hands-on experience, field experience, related experience, relevant work
      experience, relevant employment, relevant professional experience, selected work experience, selected
      professional experience, additional work experience, other work experience, other employment, further
      experience, earlier career, early career, earlier experience, early experience, recent experience, key
      experience, core experience, main experience, business experience, corporate experience, management
      experience, executive experience, consulting experience, engineering experience, technical experience,
      software experience, software development experience, development experience, it experience, sales
      experience, retail experience, hospitality experience, banking experience, legal experience, nursing
      experience, medical experience, hospital experience, clinical appointments, clinical practice, hospital
      appointments, flying experience, flight experience, aviation experience, military experience, military
      service, military career, military history, military background, naval service, armed forces, service
      history, service record, civilian employment, civilian experience, civilian career, academic experience,
      academic positions, academic employment, academic career, faculty appointments, faculty positions, research
      positions, research appointments, research & work experience, research & teaching experience, postdoctoral
      experience, teaching, teaching positions, teaching appointments, teaching history, teaching & research
      experience, lecturing experience, student teaching, classroom experience, teaching practice, pastoral
      experience, ministry experience, creative experience, theatre experience, stage experience, acting
      experience, acting credits, film credits, credits, performance experience, performing experience, production
      experience, journalism experience, editorial experience, artistic experience, design experience, culinary
      experience, kitchen experience, driving experience, trade experience, construction experience, warehouse
      experience, internship, internships & experience, internships & work experience, internship & work
      experience, work placements, work placement, placements, clinical placements, placement experience,
      industrial placement, industrial training, apprenticeships, apprenticeship, co-op experience, co-op
      placements, part-time jobs, part-time work, part-time employment, summer jobs, student jobs, freelance work,
      freelance experience, freelance, contract work, contracts, consultancy, consulting, assignments, client
      engagements, selected engagements, roles, key roles, positions held, posts held, appointments held, offices
      held, board positions, board memberships & directorships, directorships, non-executive roles, board
      experience, leadership roles, leadership positions, work record, work life, vocational experience,
      occupational history, occupation, employers, where i've worked, what i've done, entrepreneurial experience,
      startup experience, international experience, overseas experience, secondments, employment & experience,
      relevant experiences, leadership experiences, experience summary, experience highlights, experience &
      projects, experience & achievements, career & experience, career history & achievements, employment history
      & achievements, positions of responsibility, professional experience & achievements, work history &
      experience
    `),
    education: terms(`
      education, academic background, educational background, education and training, education & training,
      academic history, qualifications, academic qualifications, studies, academics, degrees, education history,
      educational qualifications, my education, formal education, higher education, university education, college
      education, school education, secondary education, further education, tertiary education, graduate education,
      post-secondary education, postgraduate education, undergraduate education, medical education, legal
      education, military education, academic education, academic training, academic qualification, academic
      credentials, academic record, academic profile, academic preparation, academic degrees, academic studies,
      academic details, academic career history, academic formation, academic achievements & qualifications,
      educational qualification, educational history, educational details, educational profile, educational
      attainment, educational record, educational experience, education details, education background, education
      record, education summary, education & qualifications, education & professional qualifications, education &
      professional training, education & professional development, education & credentials, education &
      certifications, education & certification, education & certificates, education & courses, education &
      skills, education & honors, education & awards, education & achievements, education & languages, education &
      memberships, education & licenses, education & licensure, education & academic background, education &
      academic qualifications, education & studies, education & formation, education & degrees, education &
      research, education & further training, training & education, qualifications & education, qualifications &
      training, qualifications & certifications, academic qualifications & training, academic & professional
      qualifications, professional & academic qualifications, professional education, professional qualifications
      & education, schooling, schools, school, school history, university, university studies, universities,
      college, degree, degrees & certifications, degrees & qualifications, study, studies & training, learning,
      where i studied, alma mater, vocational education, vocational training, vocational qualifications, trade
      school, apprenticeship & training, scholastic record, scholastic background, credentials, courses of study,
      studies & degrees, schooling & training, qualification
    `),
    skills: terms(`
      skills, technical skills, core skills, key skills, professional skills, core competencies, competencies,
      technologies, expertise, areas of expertise, skills & tools, tools, technical proficiencies, technical
      expertise, skill set, programming skills, it skills, computer skills, hard skills, soft skills, tech stack,
      skills and technologies, skills & technologies, skills summary, programming languages, strengths, key
      competencies, skills & expertise, skills and expertise, technical knowledge, digital skills, proficiencies,
      tools & technologies, technologies & tools, languages and technologies, skills and abilities, skill, my
      skills, main skills, top skills, primary skills, special skills, other skills, additional skills, further
      skills, general skills, relevant skills, selected skills, personal skills, personal competencies, personal
      strengths, personal qualities, personal attributes, people skills, interpersonal skills, social skills,
      communication skills, management skills, leadership skills, organisational skills, organizational skills,
      transferable skills, professional competencies, professional strengths, professional expertise, professional
      knowledge, key strengths, core strengths, core expertise, core capabilities, core qualifications, core
      knowledge, core competences, core technical skills, core technologies, key competences, key qualifications,
      key capabilities, key technologies, key areas of expertise, key expertise, key technical skills, key
      proficiencies, key attributes, competence, competences, competency, competencies & skills, capabilities,
      abilities, aptitudes, knowledge, knowledge & skills, knowledge areas, subject knowledge, areas of knowledge,
      areas of competence, areas of strength, areas of specialization, areas of specialisation, areas of
      specialty, areas of practice, areas of focus, areas of interest & expertise, specialties, specialities,
      specializations, specialisations, specialisms, practice areas, fields of expertise, field of expertise,
      domain expertise, domain knowledge, subject matter expertise, industry knowledge, industry expertise,
      technical, technical competencies, technical competence, technical capabilities, technical abilities,
      technical strengths, technical tools, technical toolkit, technical toolbox, technical environment, technical
      profile, technical summary, technical skill set, technical skills & tools, technical skills & competencies,
      technical & soft skills, technology, technology skills, technology stack, technology summary, technologies
      used, technological skills, stack, toolkit, toolbox, tools of the trade, tools & software, tools & skills,
      tools & frameworks, tools & languages, tools & methods, tools & platforms, software, software skills,
      software knowledge, software proficiency, software & tools, software tools, software packages, computer
      literacy, computer knowledge, computer proficiency, computer competencies, computer & technical skills,
      computing skills, computing, it, it knowledge, it competencies, it proficiency, it & software skills,
      information technology skills, ict, ict skills, digital, digital competences, digital competencies, digital
      tools, digital literacy, programming, programming knowledge, programming & tools, coding skills, coding,
      development skills, engineering skills, design skills, creative skills, artistic skills, musical skills,
      research skills, laboratory skills, lab skills, laboratory techniques, lab techniques, techniques, methods,
      methodologies, analytical skills, data skills, quantitative skills, financial skills, business skills, sales
      skills, marketing skills, clinical skills, nursing skills, medical skills, culinary skills, kitchen skills,
      legal skills, teaching skills, office skills, administrative skills, secretarial skills, clerical skills,
      customer service skills, language & computer skills, languages & skills, language & technical skills,
      practical skills, job skills, job-related skills, work skills, workplace skills, functional skills,
      vocational skills, trade skills, manual skills, driving skills, functional expertise, functional
      competencies, skills overview, skills profile, skills matrix, skills set, skillset, skill-set, skills list,
      skill highlights, skills highlights, skills & competencies, skills & competences, skills & qualifications,
      skills & knowledge, skills & strengths, skills & specialties, skills & experience, skills & interests,
      skills & hobbies, skills & languages, skills & certifications, skills & certificates, skills & training,
      skills & attributes, skills & abilities, skills & aptitudes, skills & achievements, skills & proficiencies,
      skills & talents, skills & endorsements, skills & other, skills & additional information, skills & software,
      skills & methods, additional skills & interests, strengths & skills, strengths & competencies, strengths &
      expertise, talents, qualities, attributes, key skills & competencies, key skills & strengths, key skills &
      attributes, key skills & expertise, key skills & knowledge, key skills & abilities, proficiency, proficiency
      skills, professional skills & competencies, professional proficiencies, relevant skills & experience,
      summary of key skills, skills summary & expertise, expertise & skills, machines & tools, equipment,
      frameworks, frameworks & tools, platforms, databases, languages & frameworks, languages & tools, languages &
      technologies, what i do, what i can do, what i know
    `),
    languages: terms(`
      languages, language, language skills, spoken languages, linguistic skills, my languages, language
      proficiency, language proficiencies, language knowledge, language competence, language competences, language
      competencies, language abilities, language ability, language skill, languages spoken, languages known,
      languages & proficiency, languages & level, spoken & written languages, foreign languages, foreign language
      skills, foreign language, linguistic abilities, linguistic knowledge, linguistic competence, linguistics,
      mother tongue & other languages, other languages, human languages, natural languages, language summary,
      idioms, tongues, working languages
    `),
    certificates: terms(`
      certifications, certificate, certificates, certification, licenses & certifications, licenses and
      certifications, certifications & licenses, professional certifications, licenses, training, courses, courses
      & certifications, trainings, professional development, continuing education, certificates & courses,
      training & certifications, relevant coursework, coursework, my certifications, certs, certified,
      certificates & training, certificates & licenses, certificates & licences, certificates & qualifications,
      certificates & trainings, certificates & awards, certificates & diplomas, certifications & training,
      certifications & trainings, certifications & courses, certifications & licences, certifications &
      credentials, certifications & qualifications, certifications & memberships, certifications & professional
      development, certifications & continuing education, certifications & achievements, certifications & awards,
      certifications & affiliations, certification & training, certification & licensure, certification &
      licenses, certification & courses, additional certifications, additional training, additional courses,
      additional qualifications, additional education, additional trainings, further training, further
      qualifications, further courses, further education & training, other training, other certifications, other
      qualifications, other courses, extra courses, extra training, licences, licence, license, licensure,
      licensing, licenses & certificates, licenses & permits, licenses & credentials, licences & ratings, licences
      & certificates, licences & certifications, licences & qualifications, licences & memberships, ratings,
      ratings & licences, licenses & ratings, tickets, tickets & licences, permits, permits & licences,
      accreditations, accreditation, accreditations & certifications, professional accreditations, registrations,
      registration, professional registration, professional registrations, registrations & licences, professional
      licenses, professional licences, professional license, professional certificates, professional
      qualifications, professional qualification, professional certification, professional credentials,
      professional training, professional courses, professional trainings, professional education & training,
      professional development & training, professional development & certifications, professional training &
      certifications, professional training & development, professional qualifications & training, technical
      certifications, technical training, it certifications, industry certifications, vendor certifications,
      industry qualifications, relevant certifications, relevant training, relevant courses, selected courses,
      selected training, selected coursework, coursework & certifications, key certifications, courses & training,
      courses & trainings, courses & certificates, courses & workshops, courses & seminars, courses attended,
      courses taken, courses completed, course work, short courses, online courses, online certifications, online
      training, moocs, mooc, training & courses, training & development, training & workshops, training &
      certificates, training & qualifications, training & seminars, training courses, training attended, training
      history, training record, trainings & certifications, trainings & courses, trainings & certificates,
      trainings & workshops, trainings & seminars, trainings attended, in-service training, military training,
      safety training, specialised training, specialized training, workshops, workshops & training, workshops &
      seminars, workshops & courses, seminars, seminars & workshops, seminars & training, seminars & courses,
      conferences & workshops, continuing education & training, continuing professional development, continuous
      professional development, continuing professional education, continuing medical education, cpd, continued
      education, lifelong learning, personal development, clearances, security clearance, credentials &
      certifications, badges, test scores, tests
    `),
    projects: terms(`
      projects, project, personal projects, selected projects, side projects, project experience, key projects,
      open source, open-source projects, open source projects, academic projects, portfolio, research projects,
      notable projects, open source contributions, my projects, main projects, major projects, recent projects,
      current projects, relevant projects, featured projects, important projects, significant projects, sample
      projects, other projects, additional projects, projects & portfolio, projects & research, projects &
      achievements, projects & accomplishments, projects & contributions, projects & open source, project
      highlights, project portfolio, project work, project history, project list, project involvement, projects
      undertaken, projects completed, project & research experience, professional projects, work projects,
      technical projects, software projects, programming projects, coding projects, engineering projects, design
      projects, data projects, data science projects, machine learning projects, web projects, it projects, client
      projects, freelance projects, consulting projects, university projects, college projects, school projects,
      student projects, course projects, class projects, capstone project, capstone projects, final year project,
      final project, thesis project, thesis & projects, independent projects, individual projects, group projects,
      hobby projects, passion projects, private projects, creative projects, art projects, community projects,
      hackathons, hackathon projects, hackathons & projects, open-source, open source work, open-source
      contributions, open source software, contributions, selected works, selected work, my work, works, my
      portfolio, case studies, research & projects, research
    `),
    publications: terms(`
      publications, publication, selected publications, papers, articles, books, patents, research papers, journal
      articles, conference papers, invited talks, talks, presentations, publications & talks, my publications,
      list of publications, publication list, publications & presentations, publications & patents, publications &
      papers, publications & conferences, publications & research, publications & posters, presentations &
      publications, selected publications & presentations, research publications, research articles, scientific
      publications, academic publications, scholarly publications, recent publications, key publications, main
      publications, other publications, peer-reviewed publications, peer-reviewed articles, peer-reviewed journal
      articles, refereed publications, refereed journal articles, journal publications, journal papers, conference
      publications, conference proceedings, conference presentations, conferences & presentations, conference
      posters, conference contributions, proceedings, preprints, working papers, book chapters, books & chapters,
      book publications, monographs, theses, thesis, dissertation, dissertations, master's thesis, doctoral
      thesis, technical reports, reports, white papers, articles & publications, publications & articles, press,
      media, media & press, writing, writings, published works, published work, published articles, blog posts,
      talks & presentations, talks & publications, talks & conferences, talks & lectures, presentations & talks,
      invited lectures, lectures, lectures & talks, guest lectures, speaking, speaking engagements, public
      speaking, public speaking & talks, keynotes, oral presentations, poster presentations, posters, papers &
      presentations, papers & publications, conferences, conferences & talks, conferences & seminars, seminar
      talks, patents & publications, patent, patent applications, patents & inventions, patents & patent
      applications, inventions, intellectual property, bibliography, discography, exhibitions & publications,
      scholarship & publications
    `),
    awards: terms(`
      awards, award, honors/awards, honors, honours, honors & awards, honors and awards, awards & honors, awards
      and honors, achievements, accomplishments, selected honors, scholarships, grants, awards & achievements,
      awards and achievements, recognition, fellowships, prizes, grants and awards, awards & recognition, key
      achievements, my awards, my achievements, award & honors, awards & accomplishments, awards & certificates,
      awards & certifications, awards & distinctions, awards & fellowships, awards & grants, awards & honours,
      awards & prizes, awards & recognitions, awards & scholarships, awards & accolades, awards & decorations,
      awards & competitions, awards & medals, awards received, awards won, academic awards, academic honors,
      academic honours, academic achievements, academic distinctions, accolades, accomplishments & awards,
      achievement, achievements & awards, achievements & honors, achievements & recognition, achievements &
      accomplishments, athletic achievements, career achievements, competitions, competitions & awards, contests,
      decorations, decorations & medals, distinctions, distinctions & awards, fellowships & awards, fellowships &
      grants, fellowships & scholarships, funding, grants & fellowships, grants & funding, grants & scholarships,
      grants & honors, research grants, research funding, honors & achievements, honors & distinctions, honors &
      scholarships, honors & fellowships, honours & awards, honours & prizes, honor, honours & distinctions, key
      accomplishments, main achievements, major achievements, major accomplishments, medals, medals & decorations,
      notable achievements, other achievements, personal achievements, prizes & awards, prizes & scholarships,
      professional achievements, professional accomplishments, professional awards, professional recognition,
      recognitions, recognition & awards, recognition & honors, scholarships & awards, scholarships & fellowships,
      scholarships & grants, scholarships & honors, scholastic achievements, selected achievements, selected
      awards, sporting achievements, special achievements, special recognition, success stories, successes,
      exhibitions & awards, extracurricular achievements, rewards, trophies, bursaries, stipends
    `),
    volunteer: terms(`
      volunteering, involvement, campus involvement, volunteer, volunteer experience, volunteer work, community
      service, community involvement, voluntary work, volunteering experience, social engagement, community,
      extracurricular, extracurricular activities, extra-curricular activities, leadership, leadership &
      activities, activities, leadership and activities, service, volunteer activities, volunteer activity,
      volunteer engagement, volunteer experiences, volunteer history, volunteer involvement, volunteer leadership,
      volunteer roles, volunteer service, volunteer positions, volunteer & community service, volunteer &
      leadership experience, volunteer & extracurricular activities, volunteering activities, volunteering &
      interests, volunteering & community, volunteering & activities, volunteering & leadership, volunteering
      work, volunteerism, voluntary experience, voluntary activities, voluntary service, voluntary roles,
      voluntary & community work, charity, charity work, charitable work, charitable activities, charities, civic
      engagement, civic involvement, civic activities, community work, community activities, community engagement,
      community experience, community leadership, community outreach, community service & leadership, community
      volunteering, community & volunteer work, community contributions, outreach, pro bono, pro bono work, public
      service, social work, social activities, social commitment, social involvement, social service, social
      responsibility, humanitarian work, activism, giving back, extra-curricular, extracurriculars, extra
      curricular activities, extra curricular, extra-curricular involvement, extracurricular involvement,
      extracurricular experience, extracurricular activities & leadership, co-curricular activities, other
      activities, additional activities, student activities, student involvement, student organizations, student
      leadership, school activities, university activities, campus activities, campus leadership, clubs, clubs &
      organizations, clubs & societies, societies, organizations, organisations, professional service, academic
      service, service & leadership, service & outreach, leadership & service, leadership & involvement,
      leadership & volunteer experience, leadership & volunteering, leadership & community involvement, leadership
      & extracurricular activities, leadership activities, activities & leadership, activities & involvement,
      activities & volunteering, activities & honors, activities & organizations, activities & service,
      professional activities, involvement & leadership, commitments, social commitments
    `),
    interests: terms(`
      interests, hobbies, hobbies & interests, hobbies and interests, personal interests, interests & hobbies,
      interests and hobbies, passions, interest, my interests, my hobbies, hobby, hobbies & passions, hobbies &
      activities, hobbies & other interests, hobbies & leisure, interests & activities, interests & passions,
      interests & leisure, interests & other, interests & pastimes, interests & sports, activities & interests,
      activities & hobbies, additional interests, areas of interest, area of interest, fields of interest, field
      of interest, extracurricular interests, free time, free-time activities, in my free time, in my spare time,
      spare time, leisure, leisure activities, leisure interests, leisure time, leisure pursuits, outside
      interests, outside work, other interests, pastimes, passion, passions & interests, personal activities,
      personal hobbies, personal interests & hobbies, personal interests & activities, personal pursuits,
      professional interests, recreational activities, recreation, research interest, research interests, sport,
      sports, sports & hobbies, sports & interests, things i love, what i love, when i'm not working
    `),
    references: terms(`
      references, referees, recommendations, testimonials, reference, professional references, personal
      references, academic references, business references, character references, employment references, work
      references, job references, reference list, list of references, references & recommendations, references &
      testimonials, recommendation, letters of recommendation, recommendation letters, endorsements, testimonial,
      what people say, what others say, client testimonials, referee, referees & references, referee details,
      contactable references, trade references
    `),
  },
  headingWords: {
    volunteer: terms(`volunteer, volunteering, extracurricular, involvement, activities`),
    publications: terms(`publications, papers`),
    certificates: terms(`certifications, certificates, certification`),
    awards: terms(`awards, honors, honours, achievements`),
    projects: terms(`projects`),
    work: terms(`experience, employment, internships`),
    education: terms(`education, academic`),
    languages: terms(`languages`),
    skills: terms(`skills, competencies, technologies, expertise, proficiencies`),
    interests: terms(`interests, hobbies`),
    references: terms(`references`),
    summary: terms(`summary, objective, profile`),
    contact: terms(`contact`),
  },
  months: [
    terms(`january, jan`),
    terms(`february, feb`),
    terms(`march, mar`),
    terms(`april, apr`),
    terms(`may`),
    terms(`june, jun`),
    terms(`july, jul`),
    terms(`august, aug`),
    terms(`september, sept, sep`),
    terms(`october, oct`),
    terms(`november, nov`),
    terms(`december, dec`),
  ],
  seasons: {
    spring: 3,
    summer: 6,
    fall: 9,
    autumn: 9,
    winter: 12,
    michaelmas: 10,
    hilary: 1,
    trinity: 4,
    'spring semester': 1,
    'fall semester': 9,
    'autumn semester': 9,
    'summer semester': 4,
    'winter semester': 10,
    'fall term': 9,
    'spring term': 1,
    'summer term': 6,
    'autumn term': 9,
    'winter term': 1,
    early: 1,
    mid: 6,
    late: 10,
  },
  present: terms(`
    present, now, current, currently, today, ongoing, to date, date, till date, till now, until now, present day,
    the present, presently, actual, still, in progress, ongoing employment, current role, current position,
    current job, pres, pres., until present, to present, to now, to the present, up to now, up to date, up to
    present, until today, till present, til now, present time, this day, to this day, continuing, continues,
    continued
  `),
  since: terms(`since, as of, from, starting, start, started, beginning, joined, between`),
  from: terms(`from, starting, start, started, beginning, joined, between`),
  until: terms(`to, until, till, through, thru, til, up to`),
  positions: terms(`
    engineer*, developer*, manager*, director*, intern, interns, internship, analyst*, consultant*, assistant*,
    associate*, designer*, architect*, lead, leader, head, officer*, president, vice-president, vp, ceo, cto, cfo,
    coo, cio, founder, co-founder, cofounder, owner, partner, scientist*, researcher*, professor*, lecturer*,
    teacher*, tutor*, instructor*, coordinator*, co-ordinator, specialist*, administrator*, technician*,
    programmer*, supervisor*, executive*, advisor*, adviser, agent*, representative*, nurse*, physician*, doctor,
    accountant*, auditor*, attorney*, lawyer*, counsel, paralegal, clerk*, secretary, receptionist*, cashier*,
    barista, waiter, waitress, server, cook, chef, driver*, operator*, mechanic*, electrician*, writer*, editor*,
    journalist*, author, translator*, strategist*, planner*, buyer*, recruiter*, trainer*, coach*, mentor*,
    volunteer*, member, fellow, postdoc*, post-doctoral, trainee*, apprentice*, freelance*, contractor*, staff,
    principal, chief, junior, senior, sde, sre, swe, tester*, qa, devops, full-stack, fullstack, frontend,
    front-end, backend, back-end, worker*, therapist*, pharmacist*, technologist*, photographer*, producer*,
    animator*, artist*, curator*, librarian*, economist*, statistician*, broker*, banker*, trader*, controller*,
    treasurer, organizer, organiser, chair, captain, evangelist, advocate, scrum, crew, guide, steward, host,
    merchandiser, surveyor*, inspector*, chemist*, biologist*, physicist*, psychologist*, superintendent, foreman,
    creator, maintainer, contributor, ta, grader, hacker, marketer, copywriter, blogger, illustrator, bookkeeper,
    salesperson, caretaker, carer, aide, paramedic, dentist, veterinarian, pilot, sales, co-op, student,
    operative*, bookseller*, signaller*, corporal, lance corporal, sergeant, sergeant-major, lieutenant*,
    commander*, commandant, colonel, soldier*, gunner, sapper, airman, seaman, midshipman, petty officer, warrant
    officer, cadet*, constable*, detective*, police officer, firefighter*, fireman, ranger, warden*, guard*,
    bodyguard, bouncer, lifeguard*, sailor, skipper, bosun, deckhand*, purser, attendant*, flight attendant,
    stewardess, hostess, bartender*, barman, barmaid, sommelier*, waiter*, busser, dishwasher*, porter*,
    concierge, housekeeper*, cleaner*, janitor*, custodian, gardener*, landscaper*, farmer*, farmhand, farm
    worker, picker*, packer*, loader*, labourer*, laborer*, builder*, carpenter*, joiner*, plumber*, painter*,
    decorator*, plasterer*, roofer*, bricklayer*, mason, stonemason*, tiler*, welder*, fitter*, machinist*,
    toolmaker*, blacksmith, locksmith, glazier, cabinetmaker, tailor*, seamstress, dressmaker, upholsterer,
    butcher*, baker*, pastry chef, confectioner, brewer*, fishmonger, florist*, hairdresser*, barber*,
    beautician*, stylist*, makeup artist, optician*, optometrist*, midwife, midwives, matron, charge nurse, ward
    manager, surgeon*, anaesthetist*, anesthesiologist*, radiologist*, radiographer*, physiotherapist*,
    paediatrician, pediatrician, psychiatrist*, counsellor*, counselor*, dietitian*, nutritionist*, phlebotomist,
    hygienist, orderly, caregiver*, carer*, nanny, au pair, au-pair, babysitter*, childminder*, governess,
    educator*, headteacher, headmaster, headmistress, dean, provost, rector, chancellor, registrar*, invigilator,
    examiner*, demonstrator*, facilitator*, moderator*, interpreter*, linguist*, lexicographer, proofreader*,
    subeditor, sub-editor, reporter*, correspondent*, columnist*, newsreader, presenter*, broadcaster*, announcer,
    actor, actress, dancer*, singer*, musician*, pianist*, violinist*, guitarist*, drummer, composer*, conductor*,
    choreographer*, playwright, screenwriter, novelist, poet, sculptor*, potter, ceramicist, jeweller, goldsmith,
    printmaker, cartoonist, videographer*, cinematographer*, cameraman, cameraperson, gaffer, projectionist,
    archivist*, conservator*, restorer*, historian*, archaeologist*, anthropologist*, sociologist*, geologist*,
    geographer*, astronomer*, mathematician*, actuary, actuaries, underwriter*, assessor*, adjuster*, valuer*,
    estimator*, appraiser*, realtor*, estate agent, letting agent, auctioneer, retailer*, shopkeeper*,
    storekeeper*, stocker, stockist, wholesaler, importer, exporter, forwarder, dispatcher*, courier*, postman,
    mail carrier, chauffeur*, cabbie, trucker*, docker, stevedore*, crane operator, rigger*, driller*, miner*,
    quantity surveyor, draughtsman, draftsman, drafter*, detailer, modeller*, modeler*, urbanist, cartographer*,
    meteorologist*, ecologist*, botanist*, zoologist*, microbiologist*, biochemist*, geneticist*, toxicologist*,
    epidemiologist*, pathologist*, virologist*, pharmacologist*, veterinary surgeon, jockey, dog walker, referee*,
    umpire, athlete*, footballer*, choirmaster, organist*, priest, vicar, curate, chaplain*, pastor*, rabbi, imam,
    deacon, monk, missionary, judge*, magistrate*, barrister*, solicitor*, notary, bailiff, prosecutor*,
    conveyancer, legal secretary, typist*, stenographer, switchboard, telephonist, call handler, telemarketer*,
    fundraiser*, campaigner*, lobbyist*, councillor*, mayor, ambassador*, diplomat, attaché*, consul, envoy, civil
    servant, caseworker*, case manager, social worker, youth worker, support worker, outreach worker, liaison,
    ombudsman, commissioner*, governor*, trustee*, chairman, chairwoman, chairperson, vice-chair, vice chair,
    board member, deputy*, aide*, helper*, pupil barrister, houseman, house officer, extern, intern*, internship*,
    work experience, temporary worker, freelancer*, self-employed, self employed, sole trader, entrepreneur*,
    investor*, proprietor*, landlord, franchisee, principal*, managing director, generalist*, expert*,
    practitioner*, evaluator*, validator, compiler, coder*, sysadmin, dba, webmaster*, product owner, scrum
    master, team lead, team leader, tech lead, techlead, lead*, marshal*, superviser, overseer, foreperson, charge
    hand, chargehand, crew chief, shift leader, shift manager, storeman, storeperson, handyman, tradesman,
    craftsman, serviceman, salesman, saleswoman, salesclerk, spokesperson, spokesman, spokeswoman, statesperson,
    ombudsperson, businesswoman, businessman, shopper, checker, sorter, grader*, finisher, assembler*, installer*,
    repairer, maintainer*, moulder, electroplater, galvaniser, distiller, taster, purchaser, procurer,
    merchandiser*, visual merchandiser, window dresser, mentee, teaching assistant, research assistant, graduate
    assistant, postdoctoral, postgraduate researcher, doctoral researcher, phd student, phd candidate, doctoral
    candidate, research fellow, visiting scholar, scholar*, adjunct, emeritus
  `),
  titleEndings: terms(`
    er, or, ist, ian, ician, ant, man, woman, person, men, keeper, smith, wright, hand, ive, ess, eer, ee, yst,
    ologist, analyst
  `),
  notTitles: terms(`
    center, computer, power, river, water, summer, winter, december, september, october, november, number, paper,
    order, chapter, other, over, under, after, letter, master, masters, semester, manchester, tower, silver,
    super, hyper, cyber, inter, customer, career, border, corner, color, colour, newspaper, theater, transfer,
    leather, weather, minor, major, junior, senior, interior, exterior, motor, sector, factor, harbor, labor,
    list, assist, restaurant, plant, consumer, user, never, ever, her, per, offer, whether, together, higher,
    further, better, diameter, register, error, mirror, floor, door, indoor, outdoor, odor, anchor, asian,
    italian, indian, canadian, australian, russian, norwegian, german, roman, human, woman, oxford, employee,
    employees, coffee, committee, degree, fee, three, tree, see, archive, live, five, drive, active, interactive,
    creative, alternative, initiative, automotive, native, massive, collective, cooperative, business, process,
    success, wellness, fitness, express, press, access, excellence, madison, barrister, leicester, chester,
    gloucester, worcester, exeter, chichester, lancaster, doncaster, vancouver, denver, dover, hanover, ulster,
    munster, leinster, westminster, kidderminster, peter, walter, miller, weber, baker, taylor, carter, parker,
    walker, cooper, turner, butler, fisher, foster, hunter, porter, potter, spencer, alexander, christopher,
    oliver, victor, hector, windsor, trevor, eleanor
  `),
  headNoun: 'last',
  employers: terms(`
    inc, inc., llc, ltd, ltd., limited, corp, corp., corporation, company, co., plc, group, holdings, labs,
    partners, bank, hospital, clinic, agency, foundation, institute, university, college, ministry, council,
    church, ventures, associates, enterprises, industries, laboratory, school, association, society, restaurant,
    café, hotel, army, navy, corps, regiment, battalion, squadron, brigade, air force, constabulary, nhs,
    infirmary, hospice, care home, nursing home, residence, borough, city council, authority, government,
    parliament, embassy, consulate, chambers, llp, solicitors, advisers, advisors, airways, airlines, airline,
    railways, freight, shipping, couriers, haulage, garage, builders, contractors, developments, properties,
    estates, realty, factory, mills, foundry, petroleum, pharmaceuticals, biotech, biosciences, therapeutics,
    pharmacy, opticians, supermarket, supermarkets, outlet, boutique, clothing, dairy, bakery, bakers, brewery,
    winery, farms, kitchens, grill, bistro, brasserie, pub, inn, tavern, lodge, resort, bookshop, bookstore,
    publishers, publications, gazette, herald, tribune, chronicle, newspaper, magazine, broadcasting, productions,
    orchestra, ballet, gallery, museum, zoo, gardens, federation, league, network, alliance, consortium,
    cooperative, co-operative, co-op, charity, nonprofit, ngo, cathedral, parish, diocese, temple, mosque,
    kindergarten, preschool, academy, polytechnic, lab, observatory, semiconductor, architects, brands, staffing,
    investments, asset, mutual, brokers, traders, imports, exports, distributors, supplies, packaging, tourism,
    gym, spa, salon, & co, & sons, & son, sons, bros, bros., brothers, gmbh, pty, pvt, pte, lp, pllc, b.v, nv,
    plc., studio, department, center, centre, library
  `),
  trades: terms(`
    technologies, solutions, systems, consulting, software, services, capital, media, networks, startup,
    international, global, digital, insurance, pharma, analytics, royal, force, police, fire service, trust,
    surgery, practice, home, house, housing, county, commission, court, law, aviation, railway, rail, transport,
    logistics, motors, motor, automotive, engineering, construction, homes, manufacturing, works, steel, metals,
    mining, energy, power, electric, oil, gas, water, utilities, chemicals, healthcare, health, medical, dental,
    stores, store, shop, market, markets, retail, fashion, foods, food, farm, catering, kitchen, bar, hotels,
    cafe, coffee, books, press, publishing, times, post, news, journal, radio, television, tv, pictures, films,
    film, records, music, theatre, theater, opera, archive, archives, park, union, nursery, primary, elementary,
    high, research, sciences, telecom, telecommunications, communications, wireless, interactive, games,
    entertainment, robotics, electronics, instruments, devices, computing, computers, cloud, data, web, online,
    platforms, tech, technology, innovations, design, designs, architecture, advertising, marketing, recruitment,
    resources, security, financial, finance, investment, equity, credit, savings, assurance, trading, wholesale,
    distribution, supply, plastics, textiles, furniture, printing, travel, tours, events, sports, fitness,
    worldwide, america, usa, uk, europe
  `),
  units: terms(`
    team, department, dept, division, unit, branch, faculty, section, office, ward, practice, desk, squad, group,
    marketing, sales, finance, accounting, accounts, hr, human resources, operations, engineering, research,
    development, r&d, production, purchasing, procurement, logistics, legal, compliance, support, customer
    service, customer care, product, design, security, it, data, strategy, communications, administration,
    training, maintenance, quality, audit, tax, risk, treasury, planning, innovation
  `),
  employment: terms(`
    full-time, full time, part-time, part time, permanent, permanent position, permanent contract, temporary,
    temporary contract, temp, fixed-term, fixed term, fixed-term contract, contract, contractor, casual, zero
    hours, seasonal, self-employed, self employed, on-site, onsite, on site, volunteer, unpaid, paid, internship,
    apprenticeship, work-study, co-op, maternity cover, secondment, locum, per diem, hourly, student job, summer
    job, side job, weekend job, mini job, remote, hybrid
  `),
  selfEmployed: terms(
    `freelance, freelancer, self-employed, self employed, sole trader, own business, independent, independent contractor`,
  ),
  institutions: terms(`
    university*, college*, school*, institute*, academy, polytechnic, faculty, campus, mit, ucla, bootcamp,
    conservatory, seminary, sixth, sixth-form, grammar school, comprehensive, secondary school, high school,
    primary school, boarding school, business school, law school, medical school, graduate school, art school,
    drama school, music school, summer school, night school, community college, technical college, training
    college, conservatoire, seminary*, polytechnic*, institution, academies, academy*, lse, ucl, kcl, nyu, usc,
    caltech, suny, cuny, eton, harrow, oxford, cambridge, harvard, stanford, yale, princeton, udemy, coursera,
    edx, codecademy
  `),
  degrees: terms(`
    bachelor*, master, masters, master's, doctor, doctorate, phd, ph.d*, ph.d., bsc, b.sc*, b.s*, bs, ba, b.a*,
    msc, m.sc*, ms, m.s*, ma, m.a*, mba, m.b.a*, meng, m.eng*, beng, b.eng*, b.tech*, btech, m.tech*, mtech, bba,
    llb, llm, jd, j.d*, md, m.d*, mphil, associate, associate's, diploma*, certificate, degree, a-level*,
    a-levels, gcse*, ged, minor, major, undergraduate, graduate, postgraduate, honours, hons, bcom, b.com, mca,
    bca, aa, high-school, ib, nvq*, btec*, hnd, hnc, gnvq, gcses, o-level*, o-levels, as-level*, leaving
    certificate, leaving, highers, foundation degree, pgce, pgdip, pgcert, pg, qts, city & guilds, guilds,
    apprenticeship*, msci, mres, mst, mlitt, mpa, mpp, mph, msw, mfa, bfa, bed, b.ed*, med, m.ed*, edd, dphil,
    d.phil*, dds, dvm, dmd, pharmd, psyd, dnp, bsn, msn, rn, adn, bsw, barch, march, bmus, mmus, bvsc, mbbs,
    mbchb, mb, bvm, llm*, llb*, bptc, lpc, gdl, acca, aca, cima, cfa, cpa, b.e., m.e., bds, b.com*, m.com*, mcom,
    b.pharm, m.pharm, bpharm, mpharm, bms, pgdm, pgd, ssc, hsc, matriculation, sixth-form, licentiate,
    baccalaureate, baccalauréat, dip, dip., concentration, specialization, thesis, dissertation, doctoral,
    master*, honors, magna, summa
  `),
  degreeJoiners: terms(`
    in, of, major in, majoring in, with a major in, with a focus on, with specialization in, specializing in,
    specialising in, with, degree in, concentration in
  `),
  scores: terms(`
    gpa, grade, cgpa, score, result, average, class, final grade, overall gpa, major gpa, cumulative gpa, grade
    point average, overall grade, final mark, mark, marks, overall, percentage, classification, final score, final
    average, weighted average
  `),
  grades: terms(`
    first-class honours, first class honours, first-class honors, first class hons, first-class hons, first class,
    first-class, first, 1st, 1st class, upper second-class honours, upper second class honours, upper
    second-class, upper second class, upper second, lower second-class honours, lower second class honours, lower
    second-class, lower second class, lower second, second-class honours, second class honours, second-class
    upper, second class upper, second class, second-class, third class, third-class, third-class honours, first
    class with distinction, first class honours with distinction, 2:1, 2.1, 2:2, 2.2, 2:1 hons, 2:2 hons, 2:1
    honours, 2:2 honours, upper second class hons, distinction, with distinction, distinction*, merit, with merit,
    pass, pass with merit, pass with distinction, with honors, with honours, with high honors, with highest
    honors, with high distinction, high honors, honors, high distinction, credit, summa cum laude, magna cum
    laude, cum laude, egregia cum laude, laude, valedictorian, salutatorian, dean's list, top of class, top of the
    class, passed, graduated with honors, graduated with distinction
  `),
  theses: terms(`
    thesis, dissertation, thesis title, thesis topic, dissertation title, dissertation topic, master thesis,
    master's thesis, masters thesis, bachelor thesis, bachelor's thesis, doctoral thesis, phd thesis, doctoral
    dissertation, final project, final year project, capstone, capstone project, advisor, adviser, supervisor,
    supervisors, advisors
  `),
  courses: terms(`
    coursework, relevant coursework, relevant courses, courses, modules, subjects, key modules, key courses, main
    subjects, main courses, selected coursework, selected courses, selected modules, relevant modules, relevant
    subjects, courses taken, course highlights, coursework included, coursework includes, modules included,
    specialised subjects, electives, topics, subjects studied
  `),
  at: terms(`at, @, for, with`),
  expected: terms(`
    expected, anticipated, expected graduation, expected completion, anticipated graduation, graduating,
    graduation, graduated, completed, due, exp., est., to be completed, candidate, estimated, awarded, conferred,
    obtained, received, issued, valid, expires
  `),
  durations: terms(`
    year, years, yr, yrs, y, month, months, mo, mos, mth, mths, week, weeks, wk, wks, day, days, semester,
    semesters
  `),
  last: terms(`
    last, past, the last, the past, over the last, for the last, for the past, for, in the last
  `),
  ago: terms(`ago`),
  formLabels: {
    dates: terms(`dates, date, dates (from - to), dates (from – to), period`),
    position: terms(`occupation or position held, position held, occupation, position, job title, role`),
    employer: terms(
      `name and address of employer, employer, employer's name and address, company, name of employer, organisation`,
    ),
    tasks: terms(
      `main activities and responsibilities, activities and responsibilities, main activities, responsibilities, tasks, duties, main tasks`,
    ),
    degree: terms(
      `title of qualification awarded, qualification awarded, title of qualification, qualification, degree`,
    ),
    institution: terms(
      `name and type of organisation providing education and training, name and type of organisation providing training, name and type of organisation, name and type of institution, institution, organisation providing education and training, school`,
    ),
    subjects: terms(
      `principal subjects/occupational skills covered, principal subjects / occupational skills covered, principal subjects, occupational skills covered, subjects, main subjects`,
    ),
    remark: terms(
      `type of business or sector, business or sector, sector, level in national classification, level in national or international classification, location, place`,
    ),
  },
  onRequest: terms(`
    available on request, available upon request, references available on request, references available upon
    request, references on request, references upon request, on request, upon request, furnished upon request,
    references furnished upon request, will be provided on request, provided upon request, references provided on
    request, available if required, references are available on request, references are available upon request
  `),
  labels: {
    name: terms(`name, full name`),
    email: terms(`email, e-mail, mail, email address`),
    phone: terms(`
      phone, tel, telephone, mobile, cell, cell phone, phone number, mobile phone, call
    `),
    address: terms(`address, location, residence, home, based in, city, lives in, current location, home
      address, postal address, mailing address, current address, permanent address, residing in`),
    url: terms(`website, web, homepage, portfolio, site, blog, url, link`),
    birthDate: terms(`date of birth, born, birthday, dob, birth date, d.o.b`),
    birthPlace: terms(`place of birth, birthplace`),
    nationality: terms(`nationality, citizenship`),
    maritalStatus: terms(`marital status, civil status, family status`),
    drivingLicence: terms(`driving licence, driving license, driver's license, driver license`),
    availability: terms(`availability, available, available from, notice period`),
    workPermit: terms(`work permit, visa, work authorization, right to work, residence permit`),
  },
  fluency: terms(`
    native, native speaker, mother tongue, fluent, advanced, intermediate, upper intermediate, basic, beginner,
    elementary, conversational, professional, working proficiency, full professional, limited working, proficient,
    bilingual, good, very good, excellent, proficiency, business fluent, limited, fluency, working, mother,
    tongue, first language, native proficiency, near native, near-native, native-level, native level, bilingual
    proficiency, native or bilingual, native or bilingual proficiency, full professional proficiency, professional
    working, professional working proficiency, limited working proficiency, elementary proficiency, working
    knowledge, basic knowledge, good knowledge, good command, excellent command, very good command, fair,
    moderate, competent, independent user, proficient user, basic user, advanced user, independent,
    pre-intermediate, upper-intermediate, lower intermediate, low intermediate, high intermediate, business level,
    business-level, business, school level, school, conversant, conversational proficiency, everyday, limited
    proficiency, rudimentary, a little, learning, currently learning, novice, expert, mastery, second language,
    heritage speaker, mother language, home language, spoken, written, spoken & written, read, write, speak,
    reading, writing, understanding, level, read & written, passive, some, superior, high, low, medium, average,
    strong, solid, ielts, toefl, toeic, cambridge, cae, cpe, fce
  `),
  remote: terms(`
    remote, worldwide, hybrid, work from home, fully remote, remotely, home office, home-based, home based,
    telecommute, virtual, hybrid remote, anywhere, wfh
  `),
};
