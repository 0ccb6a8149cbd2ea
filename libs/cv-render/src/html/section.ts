import type { CvView, Entry, Group, Pair, Rank, Section } from '../view/view.js';
import { direction, element, escapeHtml, linked } from './escape.js';

/** What stands below the heading of a section; `columns` if languages are a table wherever their levels are told apart. */
export function sectionBody(section: Section, columns?: CvView['levelNames']): string {
  switch (section.kind) {
    case 'text':
      return paragraphs(section.paragraphs);
    case 'entries':
      return section.entries.map(entry).join('\n');
    case 'groups':
      return `<ul class="groups">\n${section.groups.map(group).join('\n')}\n</ul>`;
    case 'pairs':
      if (columns && section.id === 'languages' && section.pairs.some((item) => item.levels))
        return languageGrid(section.pairs, columns);
      return `<dl class="pairs">\n${section.pairs.map(pair).join('\n')}\n</dl>`;
    case 'list':
      return bullets(section.items);
  }
}

function entry(item: Entry): string {
  const title = item.title === '' ? '' : `<h3>${linked(item.title, item.href)}</h3>`;
  const subtitle =
    item.subtitle === undefined ? '' : `<p class="subtitle">${linked(item.subtitle, item.subtitleHref)}</p>`;
  const place = item.place === undefined ? '' : `<p class="place">${linked(item.place, item.placeHref)}</p>`;
  const body = [
    element('p', 'description', item.description),
    paragraphs(item.paragraphs),
    item.bullets.length === 0 ? '' : bullets(item.bullets),
    ...item.notes.map(
      ({ label, text }) => `<p class="note">${element('span', 'what', `${label}:`)} ${escapeHtml(text)}</p>`,
    ),
    element('p', 'keywords', item.keywords.join(' · ')),
  ].filter((part) => part !== '');
  const head = `<header>${title}${element('p', 'date', item.date)}${subtitle}${place}</header>`;
  return ['<article class="entry">', head, ...body, '</article>'].join('\n');
}

/**
 * «Databases (expert): Postgres, Redis». The signs between are text, so that they are there when it is copied; designs that
 * set the parts apart otherwise hide them.
 */
function group({ name = '', level = '', items, rank }: Group): string {
  const list = items.join(', ');
  const [open, close] = name !== '' && level !== '' ? ['(', ')'] : ['', ''];
  const colon = list === '' ? '' : ':';
  const parts = [
    name === ''
      ? ''
      : `<strong class="name"${direction(name)}>${escapeHtml(name)}${level === '' ? mark(colon) : ''}</strong>`,
    level === ''
      ? ''
      : `<span class="level"${direction(level)}>${mark(open)}${escapeHtml(level)}${meter(rank)}${mark(close + colon)}</span>`,
    element('span', 'items', list),
  ].filter((part) => part !== '');
  return `<li>${parts.join(' ')}</li>`;
}

function mark(sign: string): string {
  return element('span', 'mark', sign);
}

/** One row a language: a level for each skill, or what is said of all of them. */
function languageGrid(pairs: readonly Pair[], columns: CvView['levelNames']): string {
  const keys = Object.keys(columns) as (keyof typeof columns)[];
  const head = keys.map((key) => `<th scope="col">${escapeHtml(columns[key])}</th>`).join('');
  const rows = pairs.map(({ label, text, levels }) => {
    const cells = levels
      ? keys.map((key) => `<td>${levels[key] ?? '–'}</td>`).join('')
      : `<td colspan="${keys.length}">${escapeHtml(text)}</td>`;
    return `<tr><th scope="row"${direction(label)}>${escapeHtml(label)}</th>${cells}</tr>`;
  });
  return `<table class="grid">\n<thead><tr><td></td>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** A picture of the level, for designs that show one; its text is always there too. */
function meter(rank: Rank | undefined): string {
  return rank === undefined
    ? ''
    : `<span class="meter" aria-hidden="true">${'<i></i>'.repeat(rank.step)}${'<b></b>'.repeat(rank.of - rank.step)}</span>`;
}

function pair({ label, text, rank }: Pair): string {
  const colon = text === '' ? '' : mark(':');
  const name = label === '' ? '' : `<dt class="name"${direction(label)}>${escapeHtml(label)}${colon}</dt>`;
  const value = text === '' ? '' : `<dd class="value"${direction(text)}>${escapeHtml(text)}${meter(rank)}</dd>`;
  return `<div>${name}${value}</div>`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p${direction(text)}>${escapeHtml(text)}</p>`).join('\n');
}

function bullets(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li${direction(item)}>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
}
