/** What files may call a kind's fields and the values in them: as the forms do, in both languages. */
import type { ImportWords } from '../domain/import/cards.js';
import { wordsFor } from './kind-words.js';

/** What sheets call a field in a word, where its form asks a question. */
const SHORT: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  actor: { role: ['Roll', 'Role'], responsibility: ['Ansvar', 'Responsibility'] }
};
const LANGUAGES = ['sv', 'en'] as const;

export function importWords(kind: string): ImportWords {
  const fields = Object.entries(wordsFor(kind).fields ?? {});
  return {
    titles: Object.fromEntries(
      fields.map(([field, { label }]) => [
        field,
        [...LANGUAGES.map((locale) => label({}, { locale })), ...(SHORT[kind]?.[field] ?? [])]
      ])
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
