type Child = Node | string | null | false | undefined;
type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

/** An element. Text is always text: nothing that comes from outside becomes markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** How one column of a table is headed and filled. */
export interface Column<Row> {
  title: string;
  /** Numbers stand at the right. */
  number?: boolean;
  cell: (row: Row) => Child;
}

/** The first column names the row. Without rows it says so in words. */
export function table<Row>(caption: string, rows: readonly Row[], columns: readonly Column<Row>[]): HTMLElement {
  if (rows.length === 0) return h('p', { class: 'soft' }, `${caption}: nothing yet.`);
  const kind = ({ number }: Column<Row>): Attributes => (number === true ? { class: 'number' } : {});
  return h(
    'div',
    // What scrolls must be reachable by keyboard.
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, ...columns.map((column) => h('th', { scope: 'col', ...kind(column) }, column.title)))),
      h(
        'tbody',
        {},
        ...rows.map((row) =>
          h(
            'tr',
            {},
            ...columns.map((column, index) =>
              index === 0 ? h('th', { scope: 'row' }, column.cell(row)) : h('td', kind(column), column.cell(row)),
            ),
          ),
        ),
      ),
    ),
  );
}

/** A figure with its name, and below it what explains it. */
export function tile(name: string, value: Child, ...below: Child[]): HTMLElement {
  return h('div', { class: 'tile' }, h('dt', {}, name), h('dd', {}, value), ...below);
}

export function note(text: string): HTMLElement {
  return h('small', {}, text);
}
