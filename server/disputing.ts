/** What the room is of two minds about, as counts: who answered what is told to nobody. */
import { disputes } from '../src/lib/domain/finding/disputes.ts';
import type { Dispute } from '../src/lib/domain/finding/disputes.ts';
import { groundOf } from '../src/lib/domain/meeting/finding.ts';
import { movesNotes } from './leader-list.ts';
import type { ListSource } from './leader-list.ts';
import type { Room } from './room.ts';

/** A leader decides them one by one, and then hears of more. */
const MOST = 12;

export function disputesIn(room: Room): ListSource<Dispute> {
  return {
    changedBy: (event, state) =>
      event.name === 'AnswerGiven' ? [event.data.prompt] : movesNotes(event, state),
    listOf: async (prompt) =>
      prompt.answers.length > 0 ? disputes(groundOf(room.state, prompt)).slice(0, MOST) : []
  };
}
