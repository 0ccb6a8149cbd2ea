import type { Style } from '../style.js';
import type { Template } from '../templates.js';
import type { CvView } from '../view/view.js';
import { xml, XML_DECLARATION } from '../xml.js';

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** 1 pt in twips, the unit of lengths in WordprocessingML; sizes of text are in half points. */
export const TWIPS = 20;

/**
 * Faces that Word and LibreOffice have, like in character to ours: a document to be edited must not depend on fonts that its
 * reader has not got.
 */
const OFFICE_FONTS: Record<string, string> = {
  'Source Serif 4': 'Georgia',
  'Source Sans 3': 'Calibri',
  Inter: 'Arial',
  'Fira Sans': 'Calibri',
  'Fira Sans Condensed': 'Arial Narrow',
  'EB Garamond': 'Garamond',
};

function officeFont(family: string): string {
  return OFFICE_FONTS[family] ?? 'Calibri';
}

/** The named styles that all of the document is set in, so that a person changes the look in one place. */
export function stylesXml(template: Template, style: Style, view: CvView): string {
  const { head, headings } = template.docx;
  const accent = style.accentInk.slice(1);
  const size = Math.round(style.size * 2);
  const space = (points: number) => Math.round(points * style.space * TWIPS);
  const headingFont = officeFont(style.headingFonts[0]!);
  const jc = head === 'center' ? xml('w:jc', { 'w:val': 'center' }) : '';
  const rule =
    headings === 'rule'
      ? xml('w:pBdr', {}, xml('w:bottom', { 'w:val': 'single', 'w:sz': 4, 'w:space': 2, 'w:color': accent }))
      : '';
  const styles = [
    xml(
      'w:docDefaults',
      {},
      xml('w:rPrDefault', {}, xml('w:rPr', {}, fonts(officeFont(style.textFonts[0]!)), halfPoints(size), lang(view))),
      xml('w:pPrDefault', {}, xml('w:pPr', {}, spacing(0, space(3), 240 + Math.round((style.leading - 0.5) * 200)))),
    ),
    paragraph('Normal', 'Normal', { isDefault: true }),
    paragraph('Title', 'Title', {
      pPr: spacing(0, space(2)) + jc,
      rPr: fonts(headingFont) + bold() + color(accent) + halfPoints(size * 2.3),
    }),
    paragraph('Subtitle', 'Subtitle', {
      pPr: spacing(0, space(4)) + jc,
      rPr: color('565C66') + halfPoints(size * 1.2),
    }),
    paragraph('Contact', 'Contact', { pPr: spacing(0, space(6)) + jc }),
    paragraph('Heading1', 'heading 1', {
      next: 'Normal',
      pPr: xml('w:keepNext') + rule + spacing(space(14), space(5)) + outline(0),
      rPr:
        fonts(headingFont) +
        bold() +
        (headings === 'capitals' ? xml('w:caps') : '') +
        color(accent) +
        (headings === 'capitals' ? xml('w:spacing', { 'w:val': 20 }) : '') +
        halfPoints(size * 1.2),
    }),
    paragraph('Heading2', 'heading 2', {
      next: 'Normal',
      pPr: xml('w:keepNext') + spacing(space(7), space(1)) + outline(1),
      rPr: bold() + halfPoints(size),
    }),
    paragraph('Organisation', 'Organisation', { pPr: xml('w:keepNext'), rPr: italic() }),
    paragraph('Description', 'Description', { rPr: italic() + color('565C66') }),
    paragraph('ListBullet', 'List Bullet', {
      pPr:
        xml('w:numPr', {}, xml('w:ilvl', { 'w:val': 0 }), xml('w:numId', { 'w:val': 1 })) +
        spacing(0, space(1.5)) +
        xml('w:ind', { 'w:left': 284, 'w:hanging': 200 }),
    }),
    paragraph('Footer', 'footer', { rPr: color('565C66') + halfPoints(size * 0.8) }),
    character('Hyperlink', 'Hyperlink', color(accent)),
    character('Strong', 'Strong', bold()),
  ];
  return XML_DECLARATION + xml('w:styles', { 'xmlns:w': WORD_NAMESPACE }, ...styles);
}

/** One list: a bullet that hangs in the margin. */
export function numberingXml(): string {
  const level = xml(
    'w:lvl',
    { 'w:ilvl': 0 },
    xml('w:start', { 'w:val': 1 }),
    xml('w:numFmt', { 'w:val': 'bullet' }),
    xml('w:lvlText', { 'w:val': '•' }),
    xml('w:lvlJc', { 'w:val': 'left' }),
    xml('w:pPr', {}, xml('w:ind', { 'w:left': 284, 'w:hanging': 200 })),
  );
  return (
    XML_DECLARATION +
    xml(
      'w:numbering',
      { 'xmlns:w': WORD_NAMESPACE },
      xml('w:abstractNum', { 'w:abstractNumId': 0 }, xml('w:multiLevelType', { 'w:val': 'singleLevel' }), level),
      xml('w:num', { 'w:numId': 1 }, xml('w:abstractNumId', { 'w:val': 0 })),
    )
  );
}

function paragraph(
  id: string,
  name: string,
  { isDefault = false, next, pPr = '', rPr = '' }: { isDefault?: boolean; next?: string; pPr?: string; rPr?: string },
): string {
  return xml(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': isDefault ? 1 : undefined, 'w:styleId': id },
    xml('w:name', { 'w:val': name }),
    isDefault ? '' : xml('w:basedOn', { 'w:val': 'Normal' }),
    next === undefined ? '' : xml('w:next', { 'w:val': next }),
    xml('w:qFormat'),
    pPr === '' ? '' : xml('w:pPr', {}, pPr),
    rPr === '' ? '' : xml('w:rPr', {}, rPr),
  );
}

function character(id: string, name: string, rPr: string): string {
  return xml(
    'w:style',
    { 'w:type': 'character', 'w:styleId': id },
    xml('w:name', { 'w:val': name }),
    xml('w:qFormat'),
    xml('w:rPr', {}, rPr),
  );
}

/** `cs` is for Arabic and Hebrew; East Asian text takes what the program has for its language. */
function fonts(family: string): string {
  return xml('w:rFonts', { 'w:ascii': family, 'w:hAnsi': family, 'w:cs': 'Arial' });
}

function lang(view: CvView): string {
  return xml('w:lang', { 'w:val': view.language, 'w:eastAsia': view.language, 'w:bidi': view.language });
}

function spacing(before: number, after: number, line?: number): string {
  return xml('w:spacing', { 'w:before': before, 'w:after': after, 'w:line': line, 'w:lineRule': line && 'auto' });
}

function halfPoints(size: number): string {
  const rounded = Math.round(size);
  return xml('w:sz', { 'w:val': rounded }) + xml('w:szCs', { 'w:val': rounded });
}

const bold = () => xml('w:b') + xml('w:bCs');
const italic = () => xml('w:i') + xml('w:iCs');
const color = (hex: string) => xml('w:color', { 'w:val': hex.toUpperCase() });
const outline = (level: number) => xml('w:outlineLvl', { 'w:val': level });
