import { WORDS } from '../locales.js';
import type { Levels, Rank } from './view.js';

const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

/**
 * Words for how well a language is spoken, in the order of the scale of the Common European Framework, A1 first: those
 * of our languages (as beginnings of words in those that inflect), and the ones that LinkedIn and the Interagency Language
 * Roundtable use. The first that is found counts, from the best down, so «near-native» must not be caught by «basic».
 */
const FLUENCY: readonly RegExp[] = [
  /beginner|anfänger|débutant|principiante|rudimentary|notions?\b|nozioni|nociones|начальн|нулев|αρχάρι|مبتدئ|מתחיל|入门|初级|初級|초급|입문|आरंभिक|शुरुआती/,
  /elementary|basic|grundkenntnis|grundlegend|scolaire|schulkenntnis|élémentaire|elementare|elemental|básico|base\b|scolastic|basis|elementair|базов|элементарн|словар|βασικ|στοιχειώδ|أساسي|בסיסי|基础|基本|基礎|기초|बुनियादी|प्राथमिक/,
  /intermediate|conversational|limited working|konversations|mittelstufe|intermédiaire|intermedio|gut(?:e|en)?\b|good|bon(?:ne|nes|s)?\b|buon[oa]?\b|buen[oa]?\b|intermédi[oa]|intermediári[oa]|bo[am]\b|gemiddeld|goed|средн|разговорн|хорош|μέτρι|καλ[άήό]|متوسط|جيد|בינוני|טוב|中级|中等|良好|中級|日常会話|중급|회화|मध्य/,
  /upper.intermediate|professional working|sehr gut|very good|très bon|ottim[oa]|muy buen[oa]|muito bo[am]|zeer goed|выше среднего|очень хорош|πολύ καλ|جيد جد|טוב[הא]? מאוד|中高级|中上級|ビジネス|비즈니스|बहुत अच्छ/,
  /fluent|advanced|full professional|verhandlungssicher|fließend|fliessend|courant|avancé|fluente|fluido|avanzat[oa]|avanzad[oa]|proficient|avançad[oa]|vloeiend|gevorderd|свободн|продвинут|άριστ|ευχέρ|προχωρημέν|بطلاقة|طليق|متقدم|ممتاز|שוט[פף]|מתקדם|流利|熟练|精通|(?<!中)高级|流暢|(?<!中)上級|고급|유창|능통|धाराप्रवाह|उन्नत|निपुण/,
  /native|mother tongue|bilingual|first language|muttersprach|erstsprache|maternell?e?|bilingue|madrelingua|materna|nativ[oa]|bilingüe|zweisprachig|moedertaal|родн|носител|μητρικ|لغة أم|اللغة الأم|שפת אם|母语|母語|母国語|ネイティブ|모국어|원어민|मातृभाषा/,
];

/** Words for how well a skill is mastered, from the least. */
const MASTERY: readonly RegExp[] = [
  /beginner|novice|anfänger|débutant|principiante|notions|awareness|начальн|αρχάρι|مبتدئ|מתחיל|入门|初级|初級|초급|शुरुआती/,
  /basic|elementary|grundkenntnis|élémentaire|base\b|básico|basis|базов|βασικ|أساسي|בסיסי|基础|了解|基礎|기초|बुनियादी/,
  /intermediate|working|competent|fortgeschritten|mittel|intermédiaire|intermedio|gut\b|good|buon|buen|intermédi[oa]|intermediári[oa]|gemiddeld|средн|уверенн|μέτρι|متوسط|בינוני|中级|熟悉|中級|중급|मध्य/,
  /advanced|proficient|sehr gut|very good|avancé|avanzat|avanzad|erfahren|experienced|avançad|gevorderd|продвинут|хорош|προχωρημέν|متقدم|מתקדם|熟练|高级|上級|고급|उन्नत/,
  /expert|master|experte|experto|esperto|native|excellent|ausgezeichnet|especialista|эксперт|εξειδικ|خبير|מומחה|精通|专家|エキスパート|전문가|विशेषज्ञ/,
];

/** What the columns of a grid of languages are called by those who fill one in. */
const SKILLS: Record<keyof Levels, RegExp> = {
  listening: /listening|h[öo]ren|hörverst\p{L}*|écouter|compréhension orale|ascolto|escuchar|comprensión auditiva/u,
  reading: /reading|lesen|leseverst\p{L}*|lire|lecture|compréhension écrite|lettura|leer|comprensión lectora/u,
  interaction:
    /spoken interaction|(?:an )?gespräche?n?\b(?: teilnehmen)?|prendre part à une conversation|converser|conversar|interazione(?: orale)?|interacción(?: oral)?|interaction/u,
  production:
    /spoken production|speaking|sprechen|s'exprimer oralement(?: en continu)?|parler|produzione(?: orale)?|parlato|expresión oral|hablar|production/u,
  writing:
    /writing|schreiben|schriftlich\p{L}*|écrire|écriture|scrittura|scritto|escribir|escritura|expresión escrita/u,
};

/** What we call the columns, by language. */
const HEADS = Object.fromEntries(
  Object.keys(SKILLS).map((column) => [
    column,
    Object.values(WORDS).map((words) => words.levels[column as keyof Levels].toLowerCase()),
  ]),
) as Record<keyof Levels, string[]>;

/** A language's level as a step of the six of the CEFR; undefined if the words say none. */
export function fluencyRank(text: string): Rank | undefined {
  const word = text.toLowerCase();
  const named = /\b([abc][12])\b/.exec(word)?.[1];
  const step =
    named === undefined ? lastMatch(FLUENCY, word) : CEFR.findIndex((level) => level.toLowerCase() === named) + 1;
  return step === 0 ? undefined : { step, of: CEFR.length };
}

/** A skill's level as a step of five. A number is taken as it stands: «4/5», «80 %». */
export function masteryRank(text: string): Rank | undefined {
  const word = text.toLowerCase();
  const [, part, whole] = /^(\d{1,3})\s*(?:\/|of|von|sur|su|de)\s*(\d{1,3})$/.exec(word) ?? [];
  const [, percent] = /^(\d{1,3})\s*%$/.exec(word) ?? [];
  const share = percent === undefined ? Number(part) / Number(whole) : Number(percent) / 100;
  const step = share > 0 && share <= 1 ? Math.max(1, Math.round(share * MASTERY.length)) : lastMatch(MASTERY, word);
  return step === 0 ? undefined : { step, of: MASTERY.length };
}

/** «Listening C1, Reading C2 …» by column; undefined unless at least two columns are named. */
export function levelsOf(text: string): Levels | undefined {
  const levels: Levels = {};
  for (const part of text.split(/[,;·|/()]/)) {
    const level = /\b([ABC][12])\b/i.exec(part)?.[1]?.toUpperCase();
    const column = level === undefined ? undefined : columnOf(part.toLowerCase());
    if (level !== undefined && column !== undefined) levels[column] = level;
  }
  return Object.keys(levels).length >= 2 ? levels : undefined;
}

/** The column that is named so: by one of its words, or as we name it ourselves in any language. */
function columnOf(words: string): keyof Levels | undefined {
  const columns = Object.keys(SKILLS) as (keyof Levels)[];
  return (
    columns.find((column) => SKILLS[column].test(words)) ??
    columns.find((column) => HEADS[column].some((head) => words.includes(head)))
  );
}

/** Number of the last pattern that matches, counted from one; 0 if none does. */
function lastMatch(patterns: readonly RegExp[], text: string): number {
  return patterns.findLastIndex((pattern) => pattern.test(text)) + 1;
}
