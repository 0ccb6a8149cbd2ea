import type { Entry, Group, Pair, Section } from '../view/view.js';
import { direction, element, escapeHtml, linked } from './escape.js';

/** What stands below the heading of a section. */
export function sectionBody(section: Section): string {
  switch (section.kind) {
    case 'text':
      return paragraphs(section.paragraphs);
    case 'entries':
      return section.entries.map(entry).join('\n');
    case 'groups':
      return `<ul class="groups">\n${section.groups.map(group).join('\n')}\n</ul>`;
    case 'pairs':
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

function group({ name, level, items }: Group): string {
  const parts = [
    element('strong', 'name', name),
    element('span', 'level', level),
    element('span', 'items', items.join(', ')),
  ].filter((part) => part !== '');
  return `<li>${parts.join(' ')}</li>`;
}

function pair({ label, text }: Pair): string {
  return `<div>${element('dt', 'name', label)}${element('dd', 'value', text)}</div>`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p${direction(text)}>${escapeHtml(text)}</p>`).join('\n');
}

function bullets(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li${direction(item)}>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
}
