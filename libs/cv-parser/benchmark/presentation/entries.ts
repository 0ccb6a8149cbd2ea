import type { Education, Work } from '@discover/cv-model';

import type { Job, School } from '../people/person.js';
import type { Block, HeadLine, Line } from './composition.js';

import { arrange, printPlace, type Head } from './head.js';
import type { Printer } from './printer.js';
import { line, run, sentence } from './text.js';

/** Blocks, and what they say in JSON Resume. */
export interface Printed<T> {
  readonly blocks: Block[];
  readonly truth: T[];
}

export function printWork(jobs: readonly Job[], printer: Printer): Printed<Work> {
  const { style, layout } = printer;
  if (layout.table === true && !layout.margin) return printWorkTable(jobs, printer);
  const groups = style.grouped && !layout.margin ? groupRoles(jobs) : jobs.map((job) => [job]);
  return {
    blocks: groups.flatMap((roles) =>
      roles.length === 1 ? [printJob(roles[0]!, printer)] : printRoles(roles, printer),
    ),
    truth: jobs.map((job) => workTruth(job, printer)),
  };
}

/** Neighbours at one employer together. */
function groupRoles(jobs: readonly Job[]): Job[][] {
  const groups: Job[][] = [];
  for (const job of jobs) {
    const last = groups.at(-1);
    if (last?.[0]?.employer === job.employer && last[0].place.city === job.place.city) last.push(job);
    else groups.push([job]);
  }
  return groups;
}

function printJob(job: Job, printer: Printer): Block {
  const { style } = printer;
  const head = arrange(headOf(job, printer), style.work, style);
  return { kind: 'entry', ...head, body: printText(job, printer) };
}

/** The employer once, and each role with its dates under it. */
function printRoles(roles: readonly Job[], printer: Printer): Block[] {
  const { dates, style, language } = printer;
  const [{ employer, place }] = roles as [Job, ...Job[]];
  const body =
    style.place === 'none' ? employer : `${employer}, ${printPlace(place, style, language).replace(/[()]/g, '')}`;
  const right = printer.layout.columns !== 'equal';
  const entry = (head: HeadLine[], text: readonly Block[]): Block => ({ kind: 'entry', margin: [], head, body: text });
  return roles.map((role, index) => {
    const period = line(dates.period(role).text);
    const title = [run(role.position, { italic: true })];
    const own: HeadLine[] = right ? [{ left: title, right: period }] : [{ left: title }, { left: period }];
    return entry(index === 0 ? [{ left: [run(body, { bold: true })] }, ...own] : own, printText(role, printer));
  });
}

function headOf({ position, employer, place, ...period }: Job, { dates, style, language, at }: Printer): Head {
  return {
    role: position,
    body: employer,
    place: style.place === 'none' ? '' : printPlace(place, style, language),
    dates: dates.period(period).text,
    at,
  };
}

function printText({ summary, highlights }: Job, { style }: Printer): Block[] {
  const lines = highlights.map((text) => sentence(text, style.sentenceEnd || style.prose));
  return [
    ...(summary === undefined ? [] : [{ kind: 'paragraph' as const, line: line(summary) }]),
    ...(lines.length === 0
      ? []
      : [
          style.prose
            ? { kind: 'paragraph' as const, line: line(lines.join(' ')) }
            : { kind: 'bullets' as const, items: lines.map(line) },
        ]),
  ];
}

function workTruth(job: Job, { dates, style, language }: Printer): Work {
  const { startDate, endDate } = dates.period(job);
  const lines = job.highlights.map((text) => sentence(text, style.sentenceEnd || style.prose));
  const summary = [job.summary, ...(style.prose ? lines : [])].filter(Boolean).join(' ');
  return {
    name: job.employer,
    position: job.position,
    ...(style.place !== 'none' && { location: printPlace(job.place, style, language).replace(/[()]/g, '') }),
    ...(startDate !== undefined && { startDate }),
    ...(endDate !== undefined && { endDate }),
    ...(summary !== '' && { summary }),
    ...(!style.prose && lines.length > 0 && { highlights: lines }),
  };
}

/** After the European model: a labelled row for each thing. */
function printWorkTable(jobs: readonly Job[], printer: Printer): Printed<Work> {
  const { dates, style, language, wording } = printer;
  const blocks = jobs.map((job): Block => {
    const lines = job.highlights.map((text) => sentence(text, true)).join(' ');
    const place = style.place === 'none' ? '' : `, ${printPlace(job.place, style, language).replace(/[()]/g, '')}`;
    const tasks = [job.summary, lines].filter(Boolean).join(' ');
    const rows: [Line, Line][] = [
      [line(wording.rows.dates), line(dates.period(job).text)],
      [line(wording.rows.position), [run(job.position, { bold: style.emphasis === 'position' })]],
      ...(tasks === '' ? [] : [[line(wording.rows.tasks), line(tasks)] as [Line, Line]]),
      [line(wording.rows.employer), line(job.employer + place)],
    ];
    return { kind: 'rows', rows };
  });
  const whole: Printer = { ...printer, style: { ...style, prose: true } };
  return { blocks, truth: jobs.map((job) => workTruth(job, whole)) };
}

export function printEducation(schools: readonly School[], printer: Printer): Printed<Education> {
  const { dates, style, language, layout, wording } = printer;
  const truth = schools.map(({ institution, degree, area, score, start, end }): Education => {
    const { startDate, endDate } = dates.period({ start, end });
    return {
      institution,
      studyType: degree,
      ...(area !== undefined && { area }),
      ...(score !== undefined && { score }),
      ...(startDate !== undefined && { startDate }),
      ...(endDate !== undefined && { endDate }),
    };
  });
  const blocks = schools.map((school): Block => {
    const period = dates.period(school).text;
    const place = style.place === 'none' ? '' : printPlace(school.place, style, language);
    const details = printDetails(school, printer);
    if (layout.table === true && !layout.margin) {
      const rows: [Line, Line][] = [
        [line(wording.rows.dates), line(period)],
        [line(wording.rows.degree), line(degreeText(school, style.degree))],
        [
          line(wording.rows.institution),
          line([school.institution, place.replace(/[()]/g, '')].filter(Boolean).join(', ')),
        ],
      ];
      return { kind: 'rows', rows };
    }
    const at = style.education === 'position at employer' ? '–' : '';
    const head = arrange(
      { role: degreeText(school, style.degree), body: school.institution, place, dates: period, at },
      style.education,
      style,
    );
    return { kind: 'entry', ...head, body: details };
  });
  return {
    blocks,
    truth: layout.table === true && !layout.margin ? truth.map(({ score: _, ...rest }) => rest) : truth,
  };
}

function degreeText({ degree, area }: School, form: string): string {
  if (area === undefined) return degree;
  return form === 'area (degree)' ? `${area} (${degree})` : degree + form + area;
}

function printDetails({ score, thesis }: School, { wording, random }: Printer): Block[] {
  const parts = [
    ...(score === undefined ? [] : [/^\p{L}+:? ?\d/u.test(score) ? score : `${random.pick(wording.score)}: ${score}`]),
    ...(thesis === undefined
      ? []
      : [`${random.pick(wording.thesis)}: ${thesis.charAt(0).toLocaleUpperCase()}${thesis.slice(1)}`]),
  ];
  if (parts.length === 0) return [];
  return random.chance(0.5)
    ? [{ kind: 'bullets', items: parts.map(line) }]
    : parts.map((part) => ({ kind: 'paragraph', line: line(part) }));
}
