/** Values kept: at one every five seconds, ten minutes. */
const MOST = 120;
const SVG = 'http://www.w3.org/2000/svg';

/** What a figure was since the page was opened, as a line. */
export class Trend {
  private readonly values: number[] = [];

  add(value: number | null): void {
    this.values.push(value ?? 0);
    if (this.values.length > MOST) this.values.shift();
  }

  /** @param name what is told to those who do not see it */
  draw(name: string): SVGSVGElement {
    const svg = document.createElementNS(SVG, 'svg');
    const highest = Math.max(...this.values, Number.MIN_VALUE);
    const points = this.values.map((value, index) => `${index},${(30 * (1 - value / highest) + 1).toFixed(1)}`);
    for (const [attribute, value] of [
      ['class', 'trend'],
      ['viewBox', `0 0 ${Math.max(1, this.values.length - 1)} 32`],
      ['preserveAspectRatio', 'none'],
      ['role', 'img'],
      ['aria-label', `${name} since the page was opened`],
    ] as const)
      svg.setAttribute(attribute, value);
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', points.length > 1 ? `M${points.join('L')}` : '');
    svg.append(path);
    return svg;
  }
}
