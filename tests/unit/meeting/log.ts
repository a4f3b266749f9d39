/** Given / when / then for the core, over a log in memory that numbers events as the server does. */
import { expect } from 'vitest';
import type { MachineRequest, Request } from '../../../src/lib/domain/meeting/commands.ts';
import type { Why } from '../../../src/lib/domain/clustering/why.ts';
import { decide } from '../../../src/lib/domain/meeting/decide.ts';
import type { EventName, Recorded } from '../../../src/lib/domain/meeting/events.ts';
import { evolve } from '../../../src/lib/domain/meeting/evolve.ts';
import type { Actor } from '../../../src/lib/domain/meeting/ids.ts';
import type { Refusal } from '../../../src/lib/domain/meeting/refusal.ts';
import { EMPTY } from '../../../src/lib/domain/meeting/state.ts';
import type { MeetingState } from '../../../src/lib/domain/meeting/state.ts';

export const LEADER: Actor = { role: 'leader', id: 'leader-01' };
export const CO_LEADER: Actor = { role: 'leader', id: 'leader-02' };
export const BERIT: Actor = { role: 'participant', id: 'berit-01' };
export const MANS: Actor = { role: 'participant', id: 'mans-001' };

/** A meeting that takes commands and remembers its log. */
export class Log {
  state: MeetingState = EMPTY;
  readonly events: Recorded[] = [];
  #at = 1_800_000_000_000;
  #commands = 0;

  /** Asks; answers the refusal, or undefined when it happened. */
  ask(by: Actor, request: Request | MachineRequest): Refusal | undefined {
    this.#at += 1_000;
    const id = `command-${++this.#commands}`;
    const decision = decide(this.state, { ...request, id, by, at: this.#at });
    if (!decision.ok) return decision.refusal;
    for (const fact of decision.events) {
      const event = { ...fact, seq: this.state.seq + 1, at: this.#at, by, command: id } as Recorded;
      this.state = evolve(this.state, event);
      this.events.push(event);
    }
    return undefined;
  }

  /** Asks and expects it to happen; answers the names of the events. */
  do(by: Actor, request: Request | MachineRequest): EventName[] {
    const before = this.events.length;
    expect(this.ask(by, request), `${request.name} should happen`).toBeUndefined();
    return this.events.slice(before).map((event) => event.name);
  }
}

/** A meeting with one open prompt of that kind. */
export function openLog(kind = 'role-card', text: Partial<{ hidden: boolean; perPerson: number }> = {}): Log {
  const log = new Log();
  log.do(LEADER, { name: 'AddPrompt', data: { prompt: 'prompt-1', kind, title: 'Vem är du?', ...text } });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  return log;
}

/** As the machine lays a card: with the state of its text. */
export function place(
  log: Log,
  note: string,
  cluster: string,
  label?: string,
  why: Why = { kind: 'alone' }
): MachineRequest {
  const { prompt = 'prompt-1', changedAt } = log.state.notes[note] ?? {};
  const labels = label === undefined ? [] : [{ cluster, text: label, from: note, changedAt }];
  return { name: 'PlaceNotes', data: { prompt, placements: [{ note, cluster, why, changedAt }], labels } };
}

export function submit(note: string, text: string, prompt = 'prompt-1'): Request {
  return { name: 'SubmitNote', data: { note, prompt, fields: { text } } };
}
