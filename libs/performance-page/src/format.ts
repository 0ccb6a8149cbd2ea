/** Numbers as people read them. Nothing measured is a dash. */
const NONE = '–';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export function count(value: number | null | undefined): string {
  return value == null ? NONE : whole.format(value);
}

export function rate(value: number | null | undefined): string {
  return value == null ? NONE : `${(value < 10 ? fine : whole).format(value)}/s`;
}

export function percent(share: number | null | undefined): string {
  return share == null ? NONE : `${(share < 0.1 || share > 0.99 ? fine : whole).format(share * 100)} %`;
}

export function duration(ms: number | null | undefined): string {
  if (ms == null) return NONE;
  if (ms < 10) return `${fine.format(ms)} ms`;
  if (ms < 10_000) return `${whole.format(ms)} ms`;
  return ms < 120_000 ? `${fine.format(ms / 1_000)} s` : `${whole.format(ms / 60_000)} min`;
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

export function bytes(value: number | null | undefined): string {
  if (value == null) return NONE;
  const power = value < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(value) / 10));
  const scaled = value / 1024 ** power;
  return `${(scaled < 10 && power > 0 ? fine : whole).format(scaled)} ${UNITS[power]!}`;
}

export function time(moment: string | null | undefined): string {
  return moment == null ? NONE : new Date(moment).toLocaleString('en-GB', { dateStyle: 'short', timeStyle: 'short' });
}
