/** Writes a meeting's log as if it had happened: the same decide and evolve as in a live one, at past instants. */
import { decide } from '../../src/lib/domain/meeting/decide.ts';
import { evolve } from '../../src/lib/domain/meeting/evolve.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import type { Recorded } from '../../src/lib/domain/meeting/events.ts';
import type { Actor } from '../../src/lib/domain/meeting/ids.ts';
import { EMPTY } from '../../src/lib/domain/meeting/state.ts';
import type { MeetingState } from '../../src/lib/domain/meeting/state.ts';
import { newId } from '../secrets.ts';

export class Script {
  readonly events: Recorded[] = [];
  #state = EMPTY;

  /** As it stands. */
  get state(): MeetingState {
    return this.#state;
  }

  /** Throws where the meeting refuses: the demo's own content is then wrong. */
  do(request: Request, by: Actor, at: number): void {
    const command = { ...request, id: newId(), by, at };
    const decision = decide(this.#state, command);
    if (!decision.ok) throw new Error(`the demo's ${request.name} was refused: ${decision.refusal.code}`);
    for (const event of decision.events) {
      const recorded: Recorded = { ...event, seq: this.#state.seq + 1, at, by, command: command.id };
      this.events.push(recorded);
      this.#state = evolve(this.#state, recorded);
    }
  }
}
