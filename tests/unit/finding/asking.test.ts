/** Whom the server asks again, without a net and without a machine. */
import { describe, expect, test, vi } from 'vitest';
import { Asking } from '../../../server/asking.ts';
import type { Machine } from '../../../server/clustering/machine.ts';
import type { Room } from '../../../server/room.ts';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import type { Actor, PersonId } from '../../../src/lib/domain/meeting/ids.ts';
import type { QuestionMessage } from '../../../src/lib/protocol/protocol.ts';
import { BERIT, CO_LEADER, LEADER, MANS, openLog, place, submit } from '../meeting/log.ts';
import type { Log } from '../meeting/log.ts';

/** A log whose events are told to Asking, as the server does; and what each phone was told last. */
class Asked {
  readonly told = new Map<PersonId, QuestionMessage>();
  readonly #log: Log;
  readonly #asking: Asking;

  constructor(log: Log) {
    this.#log = log;
    const machine = { priors: () => Promise.resolve([]) } as unknown as Machine;
    const people = () => [BERIT.id, MANS.id];
    const tell = (person: PersonId, message: QuestionMessage) => void this.told.set(person, message);
    this.#asking = new Asking(machine, log as unknown as Room, people, tell);
  }

  do(by: Actor, request: Request): void {
    const before = this.#log.events.length;
    this.#log.do(by, request);
    this.#asking.happened(this.#log.events.slice(before));
  }

  question(who: Actor) {
    const message = this.told.get(who.id);
    return message && (message.question?.kind ?? 'none');
  }
}

function written(kind: string): Log {
  const log = openLog(kind);
  log.do(BERIT, submit('note-0001', 'Nav'));
  log.do(MANS, submit('note-0002', 'Motor'));
  log.do(MACHINE, place(log, 'note-0001', 'cluster-nav'));
  log.do(MACHINE, place(log, 'note-0002', 'cluster-motor'));
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
  return log;
}
const start: Request = { name: 'StartFinding', data: { prompt: 'prompt-1' } };
const theme = (cluster: string): Request => ({
  name: 'AddCluster',
  data: { prompt: 'prompt-1', cluster, name: cluster }
});

test('role cards with themes are asked about as words: where a note belongs is a question of sticky notes', async () => {
  const log = written('role-card');
  log.do(LEADER, theme('theme-meet'));
  log.do(LEADER, start);
  const asked = new Asked(log);
  await vi.waitFor(() => expect(asked.question(BERIT)).toMatch(/own|pair/));
});

describe('who has run out of questions is asked again', () => {
  test('when there is another theme', async () => {
    const log = written('sticky-note');
    log.do(LEADER, theme('theme-meet'));
    log.do(LEADER, start);
    const asked = new Asked(log);
    await vi.waitFor(() => expect(asked.question(BERIT)).toBe('theme'));
    asked.do(BERIT, { name: 'PassOwnNote', data: { note: 'note-0001' } });
    await vi.waitFor(() => expect(asked.question(BERIT)).toBe('none'));
    asked.do(LEADER, theme('theme-dare'));
    await vi.waitFor(() => expect(asked.question(BERIT)).toBe('theme'));
  });

  test('when a leader takes back what had left one word alone', async () => {
    const log = written('role-card');
    log.do(CO_LEADER, { name: 'MergeClusters', data: { cluster: 'cluster-nav', into: 'cluster-motor' } });
    log.do(LEADER, start);
    const asked = new Asked(log);
    await vi.waitFor(() => expect(asked.question(BERIT)).toBe('none'));
    asked.do(CO_LEADER, { name: 'Undo', data: {} });
    await vi.waitFor(() => expect(asked.question(BERIT)).toMatch(/own|pair/));
  });

  test('when a leader lets two together again', async () => {
    const log = written('role-card');
    log.do(LEADER, start);
    log.do(LEADER, { name: 'KeepApart', data: { cluster: 'cluster-nav', other: 'cluster-motor' } });
    const asked = new Asked(log);
    await vi.waitFor(() => expect(asked.question(MANS)).toBe('none'));
    asked.do(LEADER, { name: 'Undo', data: {} });
    await vi.waitFor(() => expect(asked.question(MANS)).toMatch(/own|pair/));
  });

  test('but not for what somebody else has answered', async () => {
    const log = written('role-card');
    log.do(LEADER, start);
    const asked = new Asked(log);
    await vi.waitFor(() => expect(asked.question(BERIT)).toBe('own'));
    for (const cluster of ['cluster-nav', 'cluster-motor'])
      log.do(BERIT, { name: 'GiveAnswer', data: { prompt: 'prompt-1', cluster, says: 'own' } });
    asked.do(BERIT, {
      name: 'GiveAnswer',
      data: { prompt: 'prompt-1', cluster: 'cluster-nav', other: 'cluster-motor', says: 'apart' }
    });
    await vi.waitFor(() => expect(asked.question(BERIT)).toBe('none'));
    asked.told.delete(BERIT.id);
    asked.do(MANS, {
      name: 'GiveAnswer',
      data: { prompt: 'prompt-1', cluster: 'cluster-motor', other: 'cluster-nav', says: 'same' }
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked.told.has(BERIT.id)).toBe(false);
  });
});
