/**
 * Whether a text is written in Markdown: plain texts have lists, rules and underlined headings as well, so only signs
 * count that nobody writes otherwise, and never one alone. With a name that ends in `.md` one is enough.
 */
export function looksLikeMarkdown(text: string, fileName?: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0;
  const headings = count(/^ {0,3}#{1,6} +\S.*$/gm);
  const links = count(/\[[^\]\n]{1,200}\]\((?:<[^>\n]{1,500}>|[^)\s]{1,500})(?: +"[^"\n]*")?\)/g);
  const strong = count(/(?:^|[\s(|>])(\*\*|__)(?=\S)[^\n*_]{1,200}\1(?=[\s.,:;)|]|$)/gm);
  const underlined = count(/^\S.*\n(?:={3,}|-{3,})[ \t]*$/gm);
  const rows = count(/^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/gm);
  const matter = /^---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+?(?:.*\r?\n)*?---[ \t]*(?:\r?\n|$)/.test(text) ? 1 : 0;
  if (fileName !== undefined && /\.(?:md|markdown|mdown|mkd)$/i.test(fileName))
    return headings + links + strong + underlined + rows + matter > 0;
  return (
    headings >= 2 ||
    headings + links >= 2 ||
    (headings > 0 && strong > 0) ||
    (underlined > 0 && (links > 0 || strong >= 2)) ||
    (strong > 0 && links > 0) ||
    strong >= 4 ||
    matter + headings + links + strong >= 2
  );
}
