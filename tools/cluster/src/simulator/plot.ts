import type { Sample } from './simulate.js';

export interface Panel {
  readonly title: string;
  readonly samples: readonly Sample[];
}

const WIDTH = 720;
const PANEL = 170;
const LEFT = 46;
const RIGHT = 54;
const TOP = 26;
const BOTTOM = 24;
const POINTS = 300;
const INK = { load: '#c9d7e8', needed: '#c2410c', replicas: '#1d4ed8', text: '#334155', axis: '#94a3b8' };

/** One panel below the other: the load as an area, the replicas that it needs, and those that there are. */
export function plot(title: string, panels: readonly Panel[]): string {
  const height = 44 + panels.length * PANEL;
  const body = panels.map((panel, index) => drawPanel(panel, 44 + index * PANEL));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11" fill="${INK.text}">
<title>${title}</title>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
<text x="${LEFT}" y="20" font-size="14" font-weight="bold">${title}</text>
${legend()}
${body.join('\n')}
</svg>
`;
}

function legend(): string {
  const entries = [
    { x: 420, ink: INK.load, text: 'load', width: 8 },
    { x: 480, ink: INK.needed, text: 'replicas needed', width: 2 },
    { x: 600, ink: INK.replicas, text: 'replicas', width: 2 },
  ];
  return entries
    .map(
      ({ x, ink, text, width }) =>
        `<line x1="${x}" x2="${x + 18}" y1="16" y2="16" stroke="${ink}" stroke-width="${width}"/><text x="${x + 24}" y="20">${text}</text>`,
    )
    .join('');
}

function drawPanel({ title, samples }: Panel, y: number): string {
  const shown = samples.filter((_, index) => index % Math.max(1, Math.floor(samples.length / POINTS)) === 0);
  const first = shown[0]!.second;
  const length = shown.at(-1)!.second - first;
  const mostReplicas = Math.max(4, ...shown.map(({ replicas, needed }) => Math.max(replicas, needed)));
  const mostLoad = Math.max(...shown.map(({ load }) => load));
  const floor = y + PANEL - BOTTOM;
  const room = PANEL - TOP - BOTTOM;
  const x = (second: number) => (LEFT + ((second - first) / length) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const level = (share: number) => (floor - share * room).toFixed(1);
  const line = (of: (sample: Sample) => number) =>
    shown
      .map((sample, index) => {
        const height = level(of(sample));
        return index === 0 ? `M${x(sample.second)} ${height}` : `H${x(sample.second)}V${height}`;
      })
      .join('');
  const area = `${shown.map(({ second, load }, index) => `${index === 0 ? 'M' : 'L'}${x(second)} ${level(load / mostLoad)}`).join('')}L${x(first + length)} ${floor}L${LEFT} ${floor}Z`;
  const end = WIDTH - RIGHT;
  return `<text x="${LEFT}" y="${y + 14}" font-weight="bold">${title}</text>
<path d="${area}" fill="${INK.load}"/>
<path d="${line(({ needed }) => needed / mostReplicas)}" fill="none" stroke="${INK.needed}" stroke-width="1.2" stroke-dasharray="4 2"/>
<path d="${line(({ replicas }) => replicas / mostReplicas)}" fill="none" stroke="${INK.replicas}" stroke-width="1.6"/>
<line x1="${LEFT}" x2="${end}" y1="${floor}" y2="${floor}" stroke="${INK.axis}"/>
<text x="${LEFT - 6}" y="${y + TOP + 8}" text-anchor="end">${mostReplicas}</text><text x="${LEFT - 6}" y="${floor}" text-anchor="end">0</text>
<text x="${end + 6}" y="${y + TOP + 8}">${Math.round(mostLoad)}/s</text>
<text x="${LEFT}" y="${floor + 14}">0</text><text x="${end}" y="${floor + 14}" text-anchor="end">${duration(length)}</text>`;
}

function duration(seconds: number): string {
  return seconds > 172_800 ? `${Math.round(seconds / 86_400)} days` : `${(seconds / 3_600).toFixed(1)} h`;
}
