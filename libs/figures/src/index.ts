export { FigureBoard } from './board.js';
export type { FamilyName } from './families.js';
export type { ProcessFigures } from './figures.js';
export { FigurePublisher } from './publisher.js';
export { quantileOf, together, totalsOf, type Total } from './totals.js';
export { RollingWindow, type Families, type Family, type Labels, type Series } from './window.js';
