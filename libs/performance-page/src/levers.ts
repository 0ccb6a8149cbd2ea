import type { Schemas } from '@discover/client';

import { h, table } from './dom.js';
import { time } from './format.js';
import type { Session } from './session.js';

type Lever = Schemas['Levers']['items'][number];

/** What of JSON Schema the levers use. */
interface ValueSchema {
  type?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  format?: string;
  anyOf?: ValueSchema[];
  properties?: Record<string, ValueSchema>;
}

/** The levers with their history: what was set by others shows when this is loaded again, never while somebody fills it in. */
export class LeverPanel {
  readonly element = h('div', {}, h('p', { class: 'soft' }, 'Loading …'));

  constructor(private readonly session: Session) {}

  async load(): Promise<void> {
    const { client } = this.session;
    const [{ data: levers }, { data: changes }] = await Promise.all([
      client.GET('/api/v1/admin/levers'),
      client.GET('/api/v1/admin/levers/changes', { params: { query: { limit: 20 } } }),
    ]);
    if (!levers || !changes) return;
    this.element.replaceChildren(
      h('div', { class: 'levers' }, ...levers.items.map((lever) => this.form(lever))),
      h('h3', {}, 'History'),
      table('The last changes', changes.items, [
        { title: 'When', cell: ({ at }) => time(at) },
        { title: 'Lever', cell: ({ lever }) => lever },
        { title: 'From', cell: ({ oldValue }) => h('code', {}, JSON.stringify(oldValue)) },
        { title: 'To', cell: ({ newValue }) => h('code', {}, JSON.stringify(newValue)) },
        { title: 'By', cell: ({ by }) => by?.email ?? 'an account that was closed' },
        { title: 'Why', cell: ({ reason }) => reason },
      ]),
    );
  }

  private form(lever: Lever): HTMLElement {
    const input = inputOf(lever.schema, lever.value, lever.name);
    const reason = h('input', { required: true, minlength: '3', maxlength: '500' });
    const said = h('p', { role: 'status' });
    const submit = (event: Event): void => {
      event.preventDefault();
      said.className = '';
      said.textContent = 'Changing …';
      void this.change(lever.name, input.read(), reason.value).then((problem) => {
        if (problem === null) return;
        said.className = 'error';
        said.textContent = problem;
      });
    };
    return h(
      'form',
      { submit },
      h('h3', {}, lever.name),
      h('p', {}, lever.effect),
      input.element,
      h('label', {}, 'Reason', reason),
      h('button', {}, 'Change'),
      said,
    );
  }

  private async change(name: string, value: unknown, reason: string): Promise<string | null> {
    const { error } = await this.session.client.PUT('/api/v1/admin/levers', {
      body: { levers: { [name]: value }, reason },
    });
    if (!error) {
      await this.load();
      return null;
    }
    const { detail, errors = [] } = error;
    return [detail, ...errors.map(({ pointer, message }) => `${pointer}: ${message}`)].join(' ');
  }
}

interface Input {
  element: HTMLElement;
  read: () => unknown;
}

/** A field, or one for each member. */
function inputOf(schema: ValueSchema, value: unknown, name: string): Input {
  if (!schema.properties) return fieldOf(schema, value, name);
  const members = Object.entries(schema.properties).map(
    ([key, member]) => [key, fieldOf(member, (value as Record<string, unknown>)[key], key)] as const,
  );
  return {
    element: h('div', { class: 'fields' }, ...members.map(([, { element }]) => element)),
    read: () => Object.fromEntries(members.map(([key, { read }]) => [key, read()])),
  };
}

/** An empty field is null, where that may be. */
function fieldOf(schema: ValueSchema, value: unknown, name: string): Input {
  const inner = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
  const nullable = inner !== schema;
  const label = (field: HTMLElement) => h('label', {}, nullable ? `${name} (may be empty)` : name, field);
  if (inner.enum) {
    const field = h(
      'select',
      {},
      ...inner.enum.map((one) => h('option', { value: one, selected: one === value }, one.replace('_', ' '))),
    );
    return { element: label(field), read: () => field.value };
  }
  if (inner.type === 'boolean') {
    const field = h('input', { type: 'checkbox', checked: value === true });
    return { element: label(field), read: () => field.checked };
  }
  const numeric = inner.type === 'number' || inner.type === 'integer';
  const field = h('input', {
    type: numeric ? 'number' : 'text',
    value: value === null || value === undefined ? '' : String(value as string | number),
    required: !nullable,
    ...(numeric && {
      min: String(inner.minimum),
      max: String(inner.maximum),
      step: inner.type === 'integer' ? '1' : 'any',
    }),
    ...(inner.format === 'date-time' && { placeholder: '2026-12-31T18:00:00Z' }),
    ...(inner.maxLength !== undefined && { maxlength: String(inner.maxLength) }),
  });
  return {
    element: label(field),
    read: () => (field.value === '' && nullable ? null : numeric ? Number(field.value) : field.value),
  };
}
