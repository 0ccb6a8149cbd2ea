// What other tools may measure with: invented people, and the scorer.
export { inventPerson } from './people/invent.js';
export {
  LANGUAGES,
  type Language,
  type Month,
  type Period,
  type Person,
  type SpokenLanguage,
} from './people/person.js';
export { Random } from './people/random.js';
export { FIELDS, MACRO_FIELDS, macroF1, scoreResume, total, type Field, type Score } from './scorer/score.js';
