import type { Random } from '../people/random.js';
import type { Block, Composition, Line, Section } from '../presentation/composition.js';
import { textOf } from '../presentation/text.js';

/** How a plain text is laid out by hand. */
interface Manner {
  readonly width: number;
  readonly heading: 'plain' | 'underlined' | 'ruled' | 'colon';
  readonly right: 'spaces' | 'brackets' | 'tab';
  readonly bullet: string;
}

/** A plain text as people paste it into forms. */
export function plainText(composition: Composition, random: Random): string {
  const manner: Manner = {
    width: random.any([72, 78, 100, 400]),
    heading: random.any(['plain', 'underlined', 'ruled', 'colon'] as const),
    right: random.any(['spaces', 'brackets', 'tab'] as const),
    bullet: random.any(['-', '*', '•', '  -', '+']),
  };
  const { title, name, label, contact, main, side } = composition;
  const items = contact.items.map(({ label: word, text }) => (contact.form === 'labels' ? `${word}: ${text}` : text));
  const head = [title, name, label].filter((text) => text !== undefined && text !== '');
  const reach = contact.form === 'row' || contact.form === 'icon-row' ? [items.join(contact.separator)] : items;
  return (
    [[...head, ...reach].join('\n'), ...[...main, ...side].map((section) => textSection(section, manner))].join(
      '\n\n',
    ) + '\n'
  );
}

function textSection({ heading, blocks }: Section, manner: Manner): string {
  const length = Array.from(heading).length;
  const first = {
    plain: heading,
    colon: heading.endsWith(':') ? heading : `${heading}:`,
    underlined: `${heading}\n${'-'.repeat(length)}`,
    ruled: `${'='.repeat(Math.min(60, manner.width))}\n${heading}\n${'='.repeat(Math.min(60, manner.width))}`,
  }[manner.heading];
  return [
    first,
    ...blocks.map((block, index) => (index > 0 && block.kind === 'entry' ? '\n' : '') + textBlock(block, manner)),
  ].join('\n');
}

function textBlock(block: Block, manner: Manner): string {
  switch (block.kind) {
    case 'paragraph':
      return wrap(textOf(block.line), manner.width, '');
    case 'bullets':
      return block.items
        .map((item) => `${manner.bullet} ${wrap(textOf(item), manner.width - 4, ' '.repeat(manner.bullet.length + 1))}`)
        .join('\n');
    case 'rows':
      return block.rows
        .map(([label, value]) => `${textOf(label)}: ${wrap(textOf(value), manner.width, '  ')}`)
        .join('\n');
    case 'chips':
      return wrap(block.items.join(', '), manner.width, '');
    case 'bars':
      return block.items.map(({ text }) => `${manner.bullet} ${text}`).join('\n');
    case 'entry': {
      const head = block.head.map(({ left, right }) => headLine(left, right, manner));
      const margin = block.margin.map(textOf);
      return [...margin, ...head, ...block.body.map((part) => textBlock(part, manner))].join('\n');
    }
  }
}

function headLine(left: Line, right: Line | undefined, { right: form, width }: Manner): string {
  if (right === undefined) return textOf(left);
  const [start, end] = [textOf(left), textOf(right)];
  if (form === 'brackets') return `${start} (${end})`;
  return form === 'tab'
    ? `${start}\t${end}`
    : `${start}${' '.repeat(Math.max(3, Math.min(width, 80) - start.length - end.length))}${end}`;
}

function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    if (current !== '' && current.length + word.length >= width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join(`\n${indent}`);
}

/** Markdown as developers keep their CVs. */
export function markdown(composition: Composition, random: Random): string {
  const level = random.any(['##', '##', '###', '#']);
  const entryLevel = random.any(['###', '**', '####', '']);
  const bullet = random.any(['-', '*', '+']);
  const { title, name, label, contact, main, side } = composition;
  const items = contact.items.map(({ label: word, text, link }) => {
    const value = link === undefined ? text : link === text ? `<${link}>` : `[${text}](${link})`;
    return contact.form === 'labels' ? `**${word}:** ${value}` : value;
  });
  const reach =
    contact.form === 'row' || contact.form === 'icon-row'
      ? items.join(contact.separator)
      : items.map((item) => `${bullet} ${item}`).join('\n');
  const head = [
    title === undefined ? '' : `*${title}*`,
    name === '' ? '' : `# ${name}`,
    label === undefined ? '' : random.any([`**${label}**`, `_${label}_`, label]),
    reach,
  ];
  const body = [...main, ...side].map(({ heading, blocks }) =>
    [`${level} ${heading}`, ...blocks.map((block) => mdBlock(block, entryLevel, bullet))].join('\n\n'),
  );
  return [...head.filter((part) => part !== ''), ...body].join('\n\n') + '\n';
}

function mdLine(line: Line): string {
  return line
    .map(({ text, bold, italic, link }) => {
      const marked =
        bold === true && text.trim() === text
          ? `**${text}**`
          : italic === true && text.trim() === text
            ? `*${text}*`
            : text;
      return link === undefined ? marked : `[${marked}](${link})`;
    })
    .join('');
}

function mdBlock(block: Block, entryLevel: string, bullet: string): string {
  switch (block.kind) {
    case 'paragraph':
      return mdLine(block.line);
    case 'bullets':
      return block.items.map((item) => `${bullet} ${mdLine(item)}`).join('\n');
    case 'rows':
      return [
        '| | |',
        '|---|---|',
        ...block.rows.map(([label, value]) => `| ${mdLine(label)} | ${mdLine(value)} |`),
      ].join('\n');
    case 'chips':
      return block.items.map((item) => `\`${item}\``).join(' ');
    case 'bars':
      return block.items.map(({ text }) => `${bullet} ${text}`).join('\n');
    case 'entry': {
      const [first, ...rest] = block.head.map(({ left, right }) =>
        right === undefined ? mdLine(left) : `${mdLine(left)} | ${mdLine(right)}`,
      );
      const plain = (first ?? '').replaceAll('**', '');
      const head = entryLevel === '' ? (first ?? '') : entryLevel === '**' ? `**${plain}**` : `${entryLevel} ${plain}`;
      const margin = block.margin.map(mdLine).join(' ');
      return [
        head,
        [margin, ...rest].filter((text) => text !== '').join('  \n'),
        ...block.body.map((part) => mdBlock(part, entryLevel, bullet)),
      ]
        .filter((text) => text !== '')
        .join('\n\n');
    }
  }
}
