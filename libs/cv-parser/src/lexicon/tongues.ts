import { fold, LEXICONS } from './index.js';

const CODES =
  'en de fr it es pt nl sv no nb nn da fi is pl cs sk sl hr sr bs mk bg ro hu el tr ru uk be lt lv et ga cy gd mt sq hy ka az kk uz fa ps ur hi bn pa gu mr ta te ml kn si ne my th lo km vi id ms tl zh yue ja ko mn ar he am sw so ha ig yo zu xh af eo la eu ca gl lb rm ku gsw wo hns br oc co sc fur nds fy tk ky tg tt yi su jv ceb ti om rw sn st tn ts ny mg ln ks sd as or sa bo ug dv mi sm to fj gn qu ay ht pap vec scn nap ak ee ff bm ber kab tzm zgh ckb ku az uz'.split(
    ' ',
  );

/** Names of languages in the languages that are read, and in the language itself. */
const NAMES = new Set<string>();
for (const { language, tongues } of LEXICONS) {
  for (const name of tongues ?? []) NAMES.add(fold(name));
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  for (const code of CODES) {
    const name = names.of(code);
    if (name) NAMES.add(fold(name));
  }
}
for (const code of CODES) {
  const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code);
  if (own) NAMES.add(fold(own));
}
for (const name of [
  'mandarin',
  'mandarin chinese',
  'cantonese',
  'farsi',
  'flemish',
  'schweizerdeutsch',
  'swiss german',
  'castellano',
  'castilian',
  'gujrati',
  'hindustani',
  'valenciano',
  'euskera',
  'latein',
  'latin',
  'altgriechisch',
  'gebärdensprache',
  'sign language',
  'american sign language',
  'hochdeutsch',
  'chinese',
  'chinesisch',
  'neerlandés',
  'portoghese',
  'brazilian portuguese',
  'filipino',
  'esperanto',
  'suisse allemand',
  'suisse-allemand',
  'tamazight',
  'berber',
])
  NAMES.add(name);

export function isLanguageName(text: string): boolean {
  return NAMES.has(fold(text));
}
