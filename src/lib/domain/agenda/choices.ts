/** Alternatives of a vote as lines of a text. */
import type { Choice } from '../meeting/step-settings.ts';
import { cleanLine } from '../text.ts';

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
    return at < 0 ? undefined : left.splice(at, 1)[0]!.id;
  });
  const renamed = lines.length === before.length;
  return lines.map((line, place) => {
    const there = renamed && left.some(({ id }) => id === before[place]?.id) ? before[place]?.id : undefined;
    return { id: kept[place] ?? there ?? newId(), text: line };
  });
}
