export { EN as FR } from './en.js';
