/** What the people of the demo answer to a prompt: one line of content each, in the order in which they come. */
import type { Fields } from '../../src/lib/domain/kinds/kind.ts';
import { Chance } from '../../src/lib/domain/chance.ts';
import { cards, quote } from '../crowd/written.ts';
import { HISTORY, OTHERS, QUOTES, ROLES, STEPS } from './content.ts';

/** Answers to a kind of prompt in that meeting (counted from 0). */
export function answersTo(kind: string, meeting: number): Fields[] {
  const chance = new Chance(meeting * 7 + kind.length);
  if (kind === 'role-card') return chance.shuffled(cards(meeting === 1 ? ROLES : OTHERS, chance));
  if (kind === 'quote' || kind === 'talk')
    return (meeting % 2 ? QUOTES.slice(0, 10) : QUOTES.slice(6)).map(quote);
  return (meeting === 0 ? HISTORY : STEPS).map((text) => ({ text }));
}
