import type { Line, Run } from './composition.js';

export const run = (text: string, look: Omit<Run, 'text'> = {}): Run => ({ text, ...look });
export const line = (text: string): Line => [run(text)];
export const textOf = (runs: Line): string => runs.map(({ text }) => text).join('');

/** Lines one after the other, with a separator between them. */
export function join(lines: readonly Line[], separator: string): Line {
  return lines
    .filter((item) => item.length > 0)
    .flatMap((item, index) => (index === 0 ? item : [run(separator), ...item]));
}

/** Letters apart: «S K I L L S», with more space (that no format swallows) between words. */
export const spaced = (text: string): string =>
  Array.from(text)
    .map((letter) => (letter === ' ' ? '\u00a0' : letter))
    .join(' ')
    .toLocaleUpperCase();

export const sentence = (text: string, end: boolean): string => (end && !/[.!?]$/.test(text) ? `${text}.` : text);
