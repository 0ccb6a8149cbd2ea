import { AppError } from '@discover/contracts';
import {
  escapePointer,
  placeTranslation,
  resumeProblems,
  translated,
  valueAt,
  type FieldProblem,
  type PlacedText,
  type Resume,
  type TranslatedText,
  type Translation,
} from '@discover/cv-model';

type Values = Readonly<Record<string, string | null>>;

/** Says which language a document is in; a translation says so by itself. */
const LANGUAGE = '/x-discover/language';

/**
 * These texts with what they translate.
 * @throws AppError `validation_failed` that names each that translates nothing, or would make the document invalid
 */
export function sourcesOf(source: Resume, language: string, values: Values): Record<string, TranslatedText> {
  if (source['x-discover']?.language === language) {
    throw new AppError('validation_failed', `The document itself is in this language (${language}): change it there.`);
  }
  const placed: PlacedText[] = [];
  const problems: FieldProblem[] = [];
  for (const [pointer, text] of Object.entries(values)) {
    const current = valueAt(source, pointer);
    if (typeof current !== 'string' || pointer === LANGUAGE)
      problems.push(problemAt(pointer, 'The document has no text at this pointer that could be translated.'));
    else if (text !== null) placed.push({ pointer, text, source: current, current, outdated: false });
  }
  // The document is valid, so whatever is wrong with it now came with the texts.
  problems.push(
    ...resumeProblems(translated(source, placed, language)).map(({ pointer, message }) => problemAt(pointer, message)),
  );
  if (problems.length > 0) {
    const count = problems.length === 1 ? '1 field is' : `${problems.length} fields are`;
    throw new AppError('validation_failed', `${count} not valid: see \`errors\`.`, { problems });
  }
  return Object.fromEntries(placed.map(({ pointer, text, source }) => [pointer, { text, source }]));
}

/**
 * What stays of a translation when the texts at some pointers of the document as it is now get others: the texts at other
 * pointers by where they belong now, and those that have no place any more by where they belonged.
 */
export function merged(document: Resume, translation: Translation, values: Values): Translation {
  const { placed, lost } = placeTranslation(document, translation);
  const kept = placed.filter(({ pointer }) => !Object.hasOwn(values, pointer));
  return Object.fromEntries([
    ...lost.map((pointer) => [pointer, translation[pointer]!] as const),
    ...kept.map(({ pointer, text, source }) => [pointer, { text, source }] as const),
  ]);
}

function problemAt(pointer: string, message: string): FieldProblem {
  return { pointer: `/values/${escapePointer(pointer)}`, code: 'invalid_value', message };
}
