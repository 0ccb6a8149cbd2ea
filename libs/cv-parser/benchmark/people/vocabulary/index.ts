import type { Language } from '../person.js';
import { DE } from './de.js';
import { EN } from './en.js';
import { ES } from './es.js';
import { FR } from './fr.js';
import { IT } from './it.js';
import type { Vocabulary } from './types.js';

export const VOCABULARIES: Readonly<Record<Language, Vocabulary>> = { en: EN, de: DE, fr: FR, it: IT, es: ES };
