/** Alternatives of a vote as lines of a text. */
import type { Choice } from '../meeting/step-settings.ts';
import { cleanLine, foldKey } from '../text.ts';

export function linesOf(choices: readonly Choice[]): string {
  return choices.map(({ text }) => text).join('\n');
}

/**
 * The alternatives that the lines say. Whoever is still there keeps the id, so that votes stand; where only wordings have
 * changed, a line is the alternative that stood there.
 */
export function choicesFrom(text: string, before: readonly Choice[], newId: () => string): Choice[] {
  const lines = text.split('\n').map(cleanLine).filter(Boolean);
  const left = [...before];
  const kept = lines.map((line) => {
    const at = left.findIndex((choice) => choice.text === line);
    return at < 0 ? undefined : left.splice(at, 1)[0]!;
  });
  const renamed = lines.length === before.length;
  return lines.map((line, place) => {
    const there = renamed && left.some(({ id }) => id === before[place]?.id) ? before[place] : undefined;
    return { ...(kept[place] ?? there ?? { id: newId() }), text: line };
  });
}

/** The alternatives and behind them the words that somebody takes over: what stands there already does not come twice. */
export function withWords(
  choices: readonly Choice[],
  words: readonly string[],
  newId: () => string
): Choice[] {
  const there = new Set(choices.map(({ text }) => foldKey(text)));
  const fresh = words.filter((word) => !there.has(foldKey(word)));
  return [...choices, ...fresh.map((text) => ({ id: newId(), text, taken: true as const }))];
}
