import {
  ICONS,
  type Block,
  type Composition,
  type ContactItem,
  type Line,
  type Section,
} from '../../presentation/composition.js';

export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

export function inline(line: Line): string {
  return line
    .map(({ text, bold, italic, link }) => {
      let html = escape(text);
      if (bold === true) html = `<strong>${html}</strong>`;
      if (italic === true) html = `<em>${html}</em>`;
      return link === undefined ? html : `<a href="${escape(link)}">${html}</a>`;
    })
    .join('');
}

/**
 * How the markup is made: with real lists and tables as an editor would write them, or out of boxes as design tools do.
 */
export interface Dialect {
  readonly bullets: 'ul' | 'before' | 'text';
  /** Heads of entries: what stands at the right. */
  readonly right: 'flex' | 'float' | 'absolute' | 'table';
  /** Each line of text in a paragraph, or in a box. */
  readonly line: 'p' | 'div';
}

export class HtmlBlocks {
  constructor(
    private readonly composition: Composition,
    private readonly dialect: Dialect,
  ) {}

  section({ heading, blocks }: Section): string {
    return `<section><h2>${escape(heading)}</h2><div class="content">${blocks.map((block) => this.block(block)).join('\n')}</div></section>`;
  }

  block(block: Block): string {
    const { line } = this.dialect;
    switch (block.kind) {
      case 'entry':
        return this.entry(block);
      case 'paragraph':
        return `<${line} class="text">${inline(block.line)}</${line}>`;
      case 'bullets':
        return this.bullets(block.items);
      case 'rows':
        return `<table class="rows">${block.rows.map(([label, value]) => `<tr><td>${inline(label)}</td><td>${inline(value)}</td></tr>`).join('')}</table>`;
      case 'chips':
        return `<div class="chips">${block.items.map((item) => `<span>${escape(item)}</span>`).join(' ')}</div>`;
      case 'bars':
        return block.items
          .map(
            ({ text, share }) =>
              `<div class="bar"><span>${escape(text)}</span><i><b style="width:${Math.round(share * 100)}%"></b></i></div>`,
          )
          .join('');
    }
  }

  private bullets(items: readonly Line[]): string {
    const { bullet } = this.composition.look;
    if (this.dialect.bullets !== 'text')
      return `<ul class="${this.dialect.bullets}">${items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
    return items.map((item) => `<div class="item">${escape(bullet)} ${inline(item)}</div>`).join('');
  }

  private entry({ margin, head, body }: Block & { kind: 'entry' }): string {
    const content =
      head.map(({ left, right }) => this.headLine(left, right)).join('') +
      body.map((block) => this.block(block)).join('');
    if (margin.length === 0) return `<article>${content}</article>`;
    const beside = margin.map(inline).join('<br>');
    if (this.composition.layout === 'table')
      return `<table class="entry"><tr><td class="margin">${beside}</td><td>${content}</td></tr></table>`;
    return `<article class="with-margin"><div class="margin">${beside}</div><div class="beside">${content}</div></article>`;
  }

  private headLine(left: Line, right: Line | undefined): string {
    if (right === undefined) return `<div class="head">${inline(left)}</div>`;
    if (this.dialect.right === 'table')
      return `<table class="head"><tr><td>${inline(left)}</td><td class="right">${inline(right)}</td></tr></table>`;
    // A floating box stands before what it floats beside.
    if (this.dialect.right === 'float')
      return `<div class="head"><span class="right">${inline(right)}</span>${inline(left)}</div>`;
    return `<div class="head ${this.dialect.right}"><span>${inline(left)}</span><span class="right">${inline(right)}</span></div>`;
  }

  contact(narrow: boolean): string {
    const { items, form, separator } = this.composition.contact;
    const shown = items.map((item) => contactItem(item, form));
    if (narrow || form === 'lines' || form === 'icons' || form === 'labels')
      return `<div class="contact">${shown.map((item) => `<div>${item}</div>`).join('')}</div>`;
    if (form === 'icon-row')
      return `<div class="contact row">${shown.map((item) => `<span>${item}</span>`).join('')}</div>`;
    return `<p class="contact">${shown.join(escape(separator))}</p>`;
  }

  names(): string {
    const { title, name, label } = this.composition;
    return [
      title === undefined ? '' : `<div class="title">${escape(title)}</div>`,
      name === '' ? '' : `<h1>${escape(name)}</h1>`,
      label === undefined ? '' : `<div class="label">${escape(label)}</div>`,
    ].join('');
  }
}

function contactItem({ icon, label, text, link }: ContactItem, form: string): string {
  const value = link === undefined ? escape(text) : `<a href="${escape(link)}">${escape(text)}</a>`;
  if (form === 'icons' || form === 'icon-row') return `<i class="icon">&#x${ICONS[icon].toString(16)};</i> ${value}`;
  return form === 'labels' ? `${escape(label)}: ${value}` : value;
}
