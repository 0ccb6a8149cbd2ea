import type { Resume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { parseDocument } from '../src/index.js';
import { bytes } from './support.js';

async function read(section: string, ...lines: string[]): Promise<Resume> {
  const text = ['Ada Nym', 'ada.nym@post.example', '', section, '', ...lines, ''].join('\n');
  return (await parseDocument(bytes(text), { asOf: '2024-06-01' })).document;
}

const jobs = ({ work = [] }: Resume) =>
  work.map(({ name, position, location, startDate, endDate }) =>
    [name, position, location, startDate, endDate].map((value) => value ?? '').join(' | '),
  );
const schools = ({ education = [] }: Resume) =>
  education.map(({ institution, studyType, area, startDate, endDate, score }) =>
    [institution, studyType, area, startDate, endDate, score].map((value) => value ?? '').join(' | '),
  );

describe('jobs', () => {
  it('are told from their employers by words in any order', async () => {
    const title = await read('EXPERIENCE', 'Bookseller', 'Maple Street Books, Dayton', '2019 - 2021', '- Story hour');
    const employer = await read(
      'EXPERIENCE',
      'Maple Street Books, Dayton',
      'Bookseller',
      '2019 - 2021',
      '- Story hour',
    );
    expect(jobs(title)).toEqual(['Maple Street Books | Bookseller | Dayton | 2019 | 2021']);
    expect(jobs(employer)).toEqual(jobs(title));
  });

  it('end with the link that names the employer', async () => {
    const page = `<html><body><h1>Ada Nym</h1><p>ada.nym@post.example</p><h2>Experience</h2>
      <h3><a href="https://brightwater.example">Brightwater</a> Senior Gardener</h3><p>Mar 2019 - May 2021</p><ul><li>Grew pears</li></ul>
      <h3><a href="https://oldmill.example">Old Mill</a> Gardener</h3><p>Jan 2016 - Feb 2019</p><ul><li>Grew plums</li></ul></body></html>`;
    const { document } = await parseDocument(bytes(page), { asOf: '2024-06-01' });
    expect(jobs(document)).toEqual([
      'Brightwater | Senior Gardener |  | 2019-03 | 2021-05',
      'Old Mill | Gardener |  | 2016-01 | 2019-02',
    ]);
  });

  it('say nothing by how long they lasted', async () => {
    const resume = await read(
      'EXPERIENCE',
      'Gardener, Brightwater Park',
      'Jun 2015 - Jan 2020\t4 years 7 months',
      '- Grew pears',
      'Porter, Brightwater Park',
      'Aug 2011 - May 2015\t3 years 9 months',
      '- Carried pears',
    );
    expect(jobs(resume).join()).not.toMatch(/years|months/);
  });

  it('are roles at an employer whose line spans their times', async () => {
    const resume = await read(
      'EMPLOYMENT',
      'Royal Corps of Harbourmasters\t2008 - 2022',
      'Sergeant (2016 - 2022)',
      '- Led fourteen people',
      'Corporal (2012 - 2016)',
      '- Trained recruits',
    );
    expect(jobs(resume)).toEqual([
      'Royal Corps of Harbourmasters | Sergeant |  | 2016 | 2022',
      'Royal Corps of Harbourmasters | Corporal |  | 2012 | 2016',
    ]);
  });

  it('have places that no list has, where the one word after the employer is one', async () => {
    const resume = await read(
      'BERUFSERFAHRUNG',
      '2013 - 2018',
      'Sachbearbeiterin Einkauf | Kühlhaus Oster KG, Zwiesel',
    );
    expect(jobs(resume)).toEqual(['Kühlhaus Oster KG | Sachbearbeiterin Einkauf | Zwiesel | 2013 | 2018']);
  });

  it('leave the kind of employment beside them', async () => {
    const resume = await read(
      'EXPERIENCIA',
      'Técnica de selección\tfeb. 2014 - dic. 2018',
      'Talento Norte S.L. · Jornada completa · Vitoria',
      '- Entrevistas',
    );
    expect(jobs(resume)).toEqual(['Talento Norte S.L. | Técnica de selección | Vitoria | 2014-02 | 2018-12']);
    expect(resume.work![0]!.description).toBe('Jornada completa');
  });

  it('have employers that begin in lower case', async () => {
    const resume = await read(
      'BERUFSERFAHRUNG',
      'Gärtner\t2013 - 2018',
      'zu Nym Obsthof Verwaltungsgesellschaft mbH | Ely',
      '- Birnen',
    );
    expect(jobs(resume)).toEqual(['zu Nym Obsthof Verwaltungsgesellschaft mbH | Gärtner | Ely | 2013 | 2018']);
  });

  it('are bound to their employers by words at the end of a line', async () => {
    const resume = await read('EXPÉRIENCE', 'Jardinière chez', 'Vergers Nym SARL', '2013 - 2018', '- Poires');
    expect(jobs(resume)).toEqual(['Vergers Nym SARL | Jardinière |  | 2013 | 2018']);
  });

  it('have names that go on on the next line', async () => {
    const resume = await read('EXPERIENCE', 'Primary School Teacher', 'Department of', 'Nym Studies', '2013 - 2018');
    expect(jobs(resume)).toEqual(['Department of Nym Studies | Primary School Teacher |  | 2013 | 2018']);
  });

  it('of a form are what its labels say', async () => {
    const resume = await read(
      'WORK EXPERIENCE',
      'Dates\t03/2019 - 05/2021',
      'Occupation or position held\tGardener',
      'Main activities and responsibilities\tHedges',
      'Name and address of employer\tNym Parks, Ely',
    );
    expect(jobs(resume)).toEqual(['Nym Parks | Gardener | Ely | 2019-03 | 2021-05']);
    expect(resume.work![0]!.summary).toBe('Hedges');
  });
});

describe('schools', () => {
  it('have their degree, subject and grade apart, thesis and place aside', async () => {
    const resume = await read(
      'EDUCATION',
      'Great Lakes State University, Columbus, OH',
      'Bachelor of Science in Psychology, 2:1\tExpected May 2026',
      'Thesis: On waiting',
    );
    expect(schools(resume)).toEqual([
      'Great Lakes State University | Bachelor of Science | Psychology |  | 2026-05 | 2:1',
    ]);
  });

  it('can be employers where one learns a trade', async () => {
    const resume = await read(
      'AUSBILDUNG',
      '08/2008 – 06/2011   Ausbildung zum Elektroniker (IHK)',
      '      Elektro Nym e.K., Hagen',
      '      Abschlussnote: 2,1',
    );
    expect(schools(resume)).toEqual(['Elektro Nym e.K. | Ausbildung | Elektroniker (IHK) | 2008-08 | 2011-06 | 2,1']);
  });
});

describe('projects', () => {
  it('are not parted by a year that their description mentions', async () => {
    const { projects } = await read(
      'PROJECTS',
      'Harbour Light\tMar 2018 - Nov 2021',
      'Restoration of a tram of 1975',
      'Old Mill\tApr 2017 - Jul 2022',
    );
    expect(projects).toMatchObject([
      { name: 'Harbour Light', startDate: '2018-03', description: 'Restoration of a tram of 1975' },
      { name: 'Old Mill', startDate: '2017-04' },
    ]);
  });

  it('may be told by such a year where there is no other time', async () => {
    const { projects } = await read('PROJECTS', 'Restoration of a tram of 1975', 'Repairs to a mill of 1968');
    expect(projects).toMatchObject([{ startDate: '1975' }, { startDate: '1968' }]);
  });
});

describe('short records', () => {
  it('of dated lines are one each, with who gave them', async () => {
    const { awards } = await read(
      'AWARDS',
      '2022\tYoung Investigator Grant, Nordic Sea Council',
      '2019\tBest Poster, Southern Ocean Symposium',
    );
    expect(awards).toEqual([
      { title: 'Young Investigator Grant', awarder: 'Nordic Sea Council', date: '2022' },
      { title: 'Best Poster', awarder: 'Southern Ocean Symposium', date: '2019' },
    ]);
  });

  it('of one line each are told apart by their dates, whatever most of the line looks like', async () => {
    const page = `<html><body><h1>Ada Nym</h1><p>ada.nym@post.example</p><h2>Certificates</h2>
      <p><b>Lifts</b> · Chamber of Commerce of Ely<span style="float:right">Dec 2021</span></p>
      <p><b>Certified welder of boats</b> · Nym Academy<span style="float:right">May 2015</span></p></body></html>`;
    const { document } = await parseDocument(bytes(page), { asOf: '2024-06-01' });
    expect(document.certificates).toMatchObject([
      { name: 'Lifts', date: '2021-12' },
      { name: 'Certified welder of boats', date: '2015-05' },
    ]);
  });

  it('keep short forms in brackets and take givers out of them', async () => {
    const { certificates } = await read(
      'CERTIFICATIONS',
      '- Project Management Professional (PMP), 2020',
      '- IFRS kompakt (Haufe), 2021',
    );
    expect(certificates).toEqual([
      { name: 'Project Management Professional (PMP)', date: '2020' },
      { name: 'IFRS kompakt', issuer: 'Haufe', date: '2021' },
    ]);
  });

  it('that cite have title, journal and year', async () => {
    const { publications } = await read(
      'PUBLICATIONS',
      'Nym, A., & Solheim, K. (2023). Recovery of kelp. Journal of Cold Seas, 12(3), 44–59.',
      'A. Nym, "Urchins at night," Marine Letters, 2020.',
    );
    expect(publications).toMatchObject([
      { name: 'Recovery of kelp', publisher: 'Journal of Cold Seas', releaseDate: '2023' },
      { name: 'Urchins at night', publisher: 'Marine Letters', releaseDate: '2020' },
    ]);
  });
});

describe('skills and languages', () => {
  it('have their level in brackets', async () => {
    const { skills } = await read('KENNTNISSE', 'DATEV (sehr gut), AWS (EC2, S3), CI/CD');
    expect(skills).toEqual([{ name: 'DATEV', level: 'sehr gut' }, { name: 'AWS (EC2, S3)' }, { name: 'CI/CD' }]);
  });

  it('have their level after a dash, or alone after their name', async () => {
    const { skills } = await read('KENNTNISSE', 'PHP – Grundkenntnisse', 'Git: Experte');
    expect(skills).toEqual([
      { name: 'PHP', level: 'Grundkenntnisse' },
      { name: 'Git', level: 'Experte' },
    ]);
  });

  it('are parted by wide spaces', async () => {
    const page = `<html><body><h1>Ada Nym</h1><p>ada.nym@post.example</p><h2>Skills</h2>
      <p>Pear grafting&nbsp;&nbsp; Excel&nbsp;&nbsp; Team work</p></body></html>`;
    const { document } = await parseDocument(bytes(page));
    expect(document.skills).toEqual([{ name: 'Pear grafting' }, { name: 'Excel' }, { name: 'Team work' }]);
  });

  it('stand in rows beside the names of their groups', async () => {
    const { skills } = await read('SKILLS', 'Tools\tSaw / Spade / Shears', 'Programs\tExcel, Word');
    expect(skills).toEqual([
      { name: 'Tools', keywords: ['Saw', 'Spade', 'Shears'] },
      { name: 'Programs', keywords: ['Excel', 'Word'] },
    ]);
  });

  it('have groups whose titles are no headings', async () => {
    const page = `<html><body><h1>Ada Nym</h1><p>ada.nym@post.example</p><h2>Experience</h2><p>Gardener, Nym Park</p>
      <p>2019 - 2021</p><h2>Education</h2><p>Diploma, Ely College</p><p>2018</p><h2>Skills</h2>
      <p><b>Methods:</b></p><p>Grafting, Pruning</p><p><b>Computing:</b></p><p>Excel, Word</p></body></html>`;
    const { document } = await parseDocument(bytes(page), { asOf: '2024-06-01' });
    expect(document.skills).toEqual([
      { name: 'Methods', keywords: ['Grafting', 'Pruning'] },
      { name: 'Computing', keywords: ['Excel', 'Word'] },
    ]);
  });

  it('stand under headings whose letters are spaced out', async () => {
    const { skills } = await read('K E Y   S K I L L S', 'Grafting, Excel');
    expect(skills).toEqual([{ name: 'Grafting' }, { name: 'Excel' }]);
  });

  it('stand in one line with other signs between them', async () => {
    const { languages } = await read('LINGUE', 'Italiano: madrelingua – Inglese: C1 – Tedesco: A2');
    expect(languages).toEqual([
      { language: 'Italiano', fluency: 'madrelingua' },
      { language: 'Inglese', fluency: 'C1' },
      { language: 'Tedesco', fluency: 'A2' },
    ]);
  });

  it('among the skills are languages and interests', async () => {
    const { skills, languages, interests } = await read(
      'SKILLS',
      'Tools: R, SPSS',
      'Languages: Tamil, Spanish',
      'Interests: birding, baking',
    );
    expect(skills).toEqual([{ name: 'Tools', keywords: ['R', 'SPSS'] }]);
    expect(languages).toEqual([{ language: 'Tamil' }, { language: 'Spanish' }]);
    expect(interests).toEqual([{ name: 'birding' }, { name: 'baking' }]);
  });
});
