import type { Language } from '../../people/person.js';
import { DE } from './de.js';
import { EN } from './en.js';
import { ES } from './es.js';
import { FR } from './fr.js';
import { IT } from './it.js';
import type { Wording } from './types.js';

export const WORDINGS: Readonly<Record<Language, Wording>> = { en: EN, de: DE, fr: FR, it: IT, es: ES };
