/** What the machine would do otherwise with the notes of a question. */
import type { Suggestion } from '../src/lib/domain/clustering/placer.ts';
import type { Machine } from './clustering/machine.ts';
import { movesNotes } from './leader-list.ts';
import type { ListSource } from './leader-list.ts';
import type { Room } from './room.ts';

export function suggestionsIn(machine: Machine, room: Room): ListSource<Suggestion> {
  return {
    changedBy: movesNotes,
    listOf: ({ id }) => machine.suggestions(room, id)
  };
}
