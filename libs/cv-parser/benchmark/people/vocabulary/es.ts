export { EN as ES } from './en.js';
