import { PAPERS, type Style } from '../style.js';
import type { Template } from '../templates.js';
import { fontFaces } from './web-fonts.js';

/** For whoever has not got the embedded subset, and for other scripts: faces of like proportions. */
const FALLBACKS: Record<string, string> = {
  'Source Serif 4': "'Source Serif Pro', Charter, 'Noto Serif', Georgia, serif",
  'Source Sans 3': "'Source Sans Pro', 'Noto Sans', 'Segoe UI', Roboto, sans-serif",
  'Fira Sans': "'Noto Sans', 'Segoe UI', Roboto, sans-serif",
  'Fira Sans Condensed': "'Roboto Condensed', 'Arial Narrow', 'Noto Sans', sans-serif",
  'EB Garamond': "Garamond, 'Hoefler Text', 'Palatino Linotype', 'Noto Serif', serif",
  Inter: "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
};

/**
 * The style sheet of one render: fonts, design tokens, what all templates share, what is this template's own. All of it
 * is ours or was checked as an option: nothing of the document gets here but the question which characters it uses.
 */
export function styleSheet(template: Template, style: Style, text: string): string {
  const heading = style.headingFamily;
  const body = style.textFamily;
  const tokens = [
    `--accent: ${style.accent};`,
    `--accent-ink: ${style.accentInk};`,
    `--accent-tint: ${style.accentTint};`,
    `--secondary: ${style.secondary};`,
    `--secondary-ink: ${style.secondaryInk};`,
    `--heading-font: '${heading}', ${FALLBACKS[heading]!};`,
    `--text-font: '${body}', ${FALLBACKS[body]!};`,
    "--mono-font: 'Source Code Pro', ui-monospace, 'SF Mono', Menlo, Consolas, monospace;",
    `--heading-scale: ${style.headingScale};`,
    `--print-size: ${style.size}pt;`,
    // Screens are read from further away than paper: 10 pt in print are 16 px here.
    `--screen-size: ${((style.size * 1.6) / 16).toFixed(3)}rem;`,
    `--line-height: ${(style.leading + 0.82).toFixed(2)};`,
    `--space: ${style.space};`,
    `--margin-x: ${style.marginX}mm;`,
    `--margin-y: ${style.marginY}mm;`,
  ];
  const faces = fontFaces([heading, body], text);
  const page = `size: ${PAPERS[style.paper].css}; margin: ${style.marginY}mm ${style.marginX}mm;`;
  return `${faces}:root { ${tokens.join(' ')} }\n@page { ${page} }\n${template.css}`;
}
