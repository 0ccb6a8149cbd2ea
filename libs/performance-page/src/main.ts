import { measureVitals } from '@discover/vitals';

import { h } from './dom.js';
import { LeverPanel } from './levers.js';
import { SECTIONS } from './sections.js';
import { Session } from './session.js';

/** Between two looks, in milliseconds: as often as processes tell their figures. */
const EVERY_MS = 5_000;

const { endpoint } = (document.currentScript as HTMLScriptElement).dataset;
if (endpoint !== undefined) measureVitals({ endpoint, page: '/performance' });

const element = (id: string): HTMLElement => document.getElementById(id)!;
const session = new Session(showLogin);
let timer: ReturnType<typeof setTimeout> | undefined;
let paused = false;

if (session.open) showFigures();
else showLogin();

function showLogin(): void {
  clearTimeout(timer);
  element('state').textContent = '';
  element('controls').replaceChildren();
  element('sections').replaceChildren();
  const email = h('input', { type: 'email', autocomplete: 'username', required: true });
  const password = h('input', { type: 'password', autocomplete: 'current-password', required: true });
  const said = h('p', { class: 'error', role: 'alert' });
  const submit = (event: Event): void => {
    event.preventDefault();
    said.textContent = '';
    void session
      .logIn(email.value, password.value)
      .catch(() => 'The platform cannot be reached.')
      .then((problem) => {
        if (problem === null) showFigures();
        else said.textContent = problem;
      });
  };
  element('main').replaceChildren(
    h(
      'form',
      { class: 'login', submit },
      h('h2', {}, 'Log in as an administrator'),
      h('label', {}, 'E-mail', email),
      h('label', {}, 'Password', password),
      h('button', { class: 'main' }, 'Log in'),
      said,
    ),
  );
  email.focus();
}

function showFigures(): void {
  const levers = new LeverPanel(session);
  const bodies = new Map(SECTIONS.map(({ id }) => [id, h('div')]));
  const all = [
    ...SECTIONS.map(({ id, title }) => ({ id, title, body: bodies.get(id)! })),
    { id: 'levers', title: 'Levers', body: levers.element },
  ];
  element('sections').replaceChildren(
    h('ul', {}, ...all.map(({ id, title }) => h('li', {}, h('a', { href: `#${id}` }, title)))),
  );
  element('main').replaceChildren(
    ...all.map(({ id, title, body }) =>
      h('section', { id, 'aria-labelledby': `${id}-title` }, h('h2', { id: `${id}-title` }, title), body),
    ),
  );
  const pause = h('button', { type: 'button', 'aria-pressed': 'false' }, 'Pause');
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', String(paused));
    if (!paused) void follow(bodies);
  });
  const leave = h('button', { type: 'button', click: () => void session.logOut() }, 'Log out');
  element('controls').replaceChildren(pause, leave);
  void levers.load();
  void follow(bodies);
}

/** Draws what there is now, and again soon. Nobody looks at a hidden page. */
async function follow(bodies: ReadonlyMap<string, HTMLElement>): Promise<void> {
  clearTimeout(timer);
  if (!document.hidden) await draw(bodies);
  if (session.open && !paused) timer = setTimeout(() => void follow(bodies), EVERY_MS);
}

async function draw(bodies: ReadonlyMap<string, HTMLElement>): Promise<void> {
  const state = element('state');
  try {
    const { data, response } = await session.client.GET('/api/v1/admin/performance');
    if (response.status === 401 || response.status === 403) {
      session.end();
      return;
    }
    if (!data) throw new Error(`The API answered ${response.status}.`);
    for (const { id, draw: nodes } of SECTIONS) redraw(bodies.get(id)!, nodes(data));
    const missing = data.parts.filter(({ at, failed }) => failed || at === null).map(({ name }) => name);
    const about = missing.length > 0 ? ` Not known at the moment: ${missing.join(', ')}.` : '';
    state.textContent = `Live, as of ${new Date(data.at).toLocaleTimeString('en-GB')}.${about}`;
  } catch (error) {
    state.textContent = `Not up to date: ${error instanceof Error ? error.message : 'the platform cannot be reached.'}`;
  }
}

/** What somebody has scrolled to, or selected, stays where it is. */
function redraw(body: HTMLElement, nodes: Node[]): void {
  const selection = getSelection();
  if (selection && !selection.isCollapsed && body.contains(selection.anchorNode)) return;
  const focused = [...body.querySelectorAll('.scroll')].indexOf(document.activeElement ?? body);
  const scrolled = [...body.querySelectorAll('.scroll')].map(({ scrollLeft }) => scrollLeft);
  body.replaceChildren(...nodes);
  const regions = [...body.querySelectorAll<HTMLElement>('.scroll')];
  for (const [index, region] of regions.entries()) region.scrollLeft = scrolled[index] ?? 0;
  if (focused >= 0) regions[focused]?.focus({ preventScroll: true });
}
