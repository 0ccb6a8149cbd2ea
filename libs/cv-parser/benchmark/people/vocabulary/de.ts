export { EN as DE } from './en.js';
