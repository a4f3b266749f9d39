/** What files may call a kind's fields and the values in them: as the forms do, in both languages. */
import type { ImportWords } from '../domain/import/cards.js';
import { wordsFor } from './kind-words.js';

const LANGUAGES = ['sv', 'en'] as const;

export function importWords(kind: string): ImportWords {
  const fields = Object.entries(wordsFor(kind).fields ?? {});
  return {
    titles: Object.fromEntries(
      fields.map(([field, { label }]) => [field, LANGUAGES.map((locale) => label({}, { locale }))])
    ),
    choices: Object.fromEntries(
      fields.flatMap(([field, { options }]) =>
        options
          ? [[field, new Map(options.map(({ value, names, text }) => [value, names?.() ?? [text()]]))]]
          : []
      )
    )
  };
}
