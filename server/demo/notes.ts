/** What the people of the demo answer to a prompt: one line of content each, in the order in which they come. */
import type { Fields } from '../../src/lib/domain/kinds/kind.ts';
import { Chance } from './chance.ts';
import { HISTORY, OTHERS, QUOTES, ROLES, STEPS } from './content.ts';

/** Answers to a kind of prompt in that meeting (counted from 0). */
export function answersTo(kind: string, meeting: number): Fields[] {
  const chance = new Chance(meeting * 7 + kind.length);
  if (kind === 'role-card') return chance.shuffled(cards(meeting === 1 ? ROLES : OTHERS, chance));
  if (kind === 'quote') return (meeting % 2 ? QUOTES.slice(0, 10) : QUOTES.slice(6)).map(quote);
  return (meeting === 0 ? HISTORY : STEPS).map((text) => ({ text }));
}

/** Some write in capitals, some in small letters. */
function cards(
  roles: readonly (readonly [text: string, people: number, explanation?: string])[],
  chance: Chance
): Fields[] {
  return roles.flatMap(([text, people, explanation]) =>
    Array.from({ length: people }, (_, index): Fields => {
      const written = chance.next() < 0.2 ? text.toLowerCase() : text;
      return index === 0 && explanation ? { text: written, explanation } : { text: written };
    })
  );
}

function quote([text, speaker, title]: readonly [text: string, speaker: string, title?: string]): Fields {
  if (['me', 'organisation', 'anonymous'].includes(speaker)) return { text, speaker };
  return { text, speaker: 'other', speakerName: speaker, ...(title ? { speakerTitle: title } : {}) };
}
