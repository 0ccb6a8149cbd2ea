export { EN as IT } from './en.js';
