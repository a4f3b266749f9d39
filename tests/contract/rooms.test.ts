/** Rooms on a real log: group commit, each command exactly once, several nodes that write the same meeting. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EventLog } from '../../server/event-log.ts';
import type { Room } from '../../server/room.ts';
import { Snapshots } from '../../server/snapshots.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import { fold } from '../../src/lib/domain/meeting/evolve.ts';
import { EMPTY } from '../../src/lib/domain/meeting/state.ts';
import { freshDatabase, PLACES } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import {
  ask,
  BERIT,
  card,
  LEADER,
  LostAnswers,
  MANS,
  openPrompt,
  openRoom,
  startNode,
  until
} from '../fixtures/nodes.ts';
import { newId } from '../fixtures/ids.ts';
import type { Node, NodeOptions } from '../fixtures/nodes.ts';
import { anyMeeting } from '../fixtures/project.ts';

describe.each(PLACES)('%s database', (place) => {
  let fresh: FreshDatabase;
  let here: Node;
  let meeting: string;
  let room: Room;
  const others: Node[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase(place);
    here = await startNode(fresh.url);
  });
  beforeEach(async () => {
    meeting = (await anyMeeting(here.database)).id;
    room = (await here.meetings.room(meeting))!;
    await openPrompt(room);
  });
  afterEach(async () => {
    for (const other of others.splice(0)) await other.close();
  });
  afterAll(async () => {
    await here.close();
    await fresh.drop();
  });

  const anotherNode = async (options: NodeOptions = {}): Promise<Room> => {
    const node = await startNode(fresh.url, options);
    others.push(node);
    return (await node.meetings.room(meeting))!;
  };
  const stored = () => here.meetings.log.readAfter(meeting, 0, 10_000);
  const texts = async () =>
    (await stored()).flatMap((event) => (event.name === 'NoteSubmitted' ? [event.data.fields.text] : []));

  describe('one node', () => {
    test('R1 what comes while a commit is under way goes into the next one', async () => {
      const before = room.commits.length;
      const outcomes = await Promise.all(
        Array.from({ length: 45 }, (_, index) => ask(room, BERIT, card(`Roll ${index}`)))
      );
      const first = room.state.seq - 44;
      expect(outcomes).toEqual(outcomes.map((_, index) => ({ ok: true, seq: first + index })));
      expect(room.commits.length - before).toBe(2);
      expect((await stored()).map((event) => event.seq)).toEqual(
        Array.from({ length: room.state.seq }, (_, index) => index + 1)
      );
    });

    test('an ack means stored: nobody is told before', async () => {
      const checks: Promise<boolean>[] = [];
      room.listen((events) => {
        checks.push(stored().then((all) => all.some((one) => one.seq === events.at(-1)!.seq)));
      });
      const outcome = await ask(room, BERIT, card('Tolk'));
      expect(outcome.ok && (await stored()).at(-1)?.seq).toBe(room.state.seq);
      expect(await Promise.all(checks)).toEqual([true]);
    });

    test('R2 a room that opens later folds the same state, from a snapshot too', async () => {
      for (let round = 0; round < 3; round++) {
        await Promise.all(Array.from({ length: 90 }, (_, index) => ask(room, MANS, card(`R${index}`))));
      }
      const { sql } = here.database;
      await until(
        async () => (await sql`select 1 from meeting_snapshots where meeting_id = ${meeting}`).length > 0,
        'a snapshot'
      );
      const later = await anotherNode();
      expect(later.state).toEqual(room.state);
      expect(fold(EMPTY, await stored())).toEqual(room.state);
    });

    test('events after a number come from memory and from the log alike', async () => {
      for (let round = 0; round < 12; round++) {
        await Promise.all(Array.from({ length: 200 }, (_, index) => ask(room, MANS, card(`R${index}`))));
      }
      const all = await stored();
      for (const seq of [0, 3, 1_400, all.length - 900, all.length - 1, all.length]) {
        expect(await room.readAfter(seq, 500)).toEqual(all.slice(seq, seq + 500));
      }
    });
  });

  describe('a command arrives once', () => {
    test('however often it is sent, at once or later', async () => {
      const [id, note] = [newId(), card('Språkvän')];
      // The first is under way: the others wait together for the next commit.
      const first = ask(room, MANS, card('Först'));
      const burst = await Promise.all(Array.from({ length: 5 }, () => ask(room, BERIT, note, id)));
      const seq = room.state.seq;
      expect(burst).toEqual(burst.map(() => ({ ok: true, seq })));
      expect(await ask(room, BERIT, note, id)).toEqual({ ok: true, seq });
      await first;
      expect(await texts()).toEqual(['Först', 'Språkvän']);
    });

    test('when it was stored and the answer got lost', async () => {
      const log = new LostAnswers(here.database.sql, 'node-x');
      const shaky = await openRoom(meeting, log, here.database);
      const [id, note] = [newId(), card('Värd')];
      await expect(ask(shaky, BERIT, note, id)).rejects.toMatchObject({ code: 'unavailable' });
      log.losing = false;
      const seq = (await stored()).at(-1)!.seq;
      expect(await ask(shaky, BERIT, note, id)).toEqual({ ok: true, seq });
      expect(await texts()).toEqual(['Värd']);
    });

    test('when the second try goes to another node', async () => {
      const there = await anotherNode({ deaf: true });
      const [id, note] = [newId(), card('Lots')];
      const outcome = await ask(room, BERIT, note, id);
      expect(await ask(there, BERIT, note, id)).toEqual(outcome);
      expect(await texts()).toEqual(['Lots']);
    });

    test('when both tries go to two nodes in the same instant', async () => {
      const there = await anotherNode({ deaf: true });
      const [id, note] = [newId(), card('Nav')];
      const [one, two] = await Promise.all([ask(room, BERIT, note, id), ask(there, BERIT, note, id)]);
      expect(one).toEqual(two);
      expect(await texts()).toEqual(['Nav']);
    });

    test('when the room began at a snapshot and has not read it', async () => {
      const note = newId();
      await ask(room, BERIT, card('Kartlägare', note));
      const change: Request = { name: 'ChangeNote', data: { note, fields: { text: 'Kartläggare' } } };
      const add: Request = {
        name: 'AddPrompt',
        data: { prompt: 'prompt-2', kind: 'quote', title: 'Vad sägs?' }
      };
      const [changed, added] = [newId(), newId()];
      const askBoth = (one: Room) =>
        Promise.all([ask(one, BERIT, change, changed), ask(one, LEADER, add, added)]);
      const outcomes = await askBoth(room);
      await ask(room, LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
      await new Snapshots(here.database.sql).write(meeting, room.state);
      const later = await anotherNode();
      expect(await askBoth(later)).toEqual(outcomes);
      expect(await stored()).toHaveLength(room.state.seq);
    });

    test('a refusal is answered again as it was, whatever has happened since', async () => {
      await ask(room, LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
      const [id, note] = [newId(), card('Sen')];
      expect(await ask(room, BERIT, note, id)).toEqual({ ok: false, refusal: { code: 'prompt-closed' } });
      await ask(room, LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
      expect(await ask(room, BERIT, note, id)).toEqual({ ok: false, refusal: { code: 'prompt-closed' } });
    });

    test('the id of somebody else is not lent out, here or on another node', async () => {
      const id = newId();
      const there = await anotherNode({ deaf: true });
      await ask(room, BERIT, card('Min'), id);
      const taken = { ok: false, refusal: { code: 'id-taken' } };
      expect(await ask(room, MANS, card('Din'), id)).toEqual(taken);
      expect(await ask(there, MANS, card('Din'), id)).toEqual(taken);
      expect(await texts()).toEqual(['Min']);
    });

    test('a database that does not answer: unavailable, then stored once', async () => {
      const [id, note] = [newId(), card('Uthållig')];
      const lock = await here.database.sql.reserve();
      await lock`begin`;
      await lock`lock table meeting_events in exclusive mode`;
      await expect(ask(room, BERIT, note, id)).rejects.toMatchObject({ code: 'unavailable' });
      await lock`rollback`;
      lock.release();
      expect(await ask(room, BERIT, note, id)).toMatchObject({ ok: true });
      expect(await texts()).toEqual(['Uthållig']);
    });
  });

  describe('two nodes', () => {
    test.each([
      ['by notices alone', { incurious: true }],
      ['by asking alone, when no notice gets through', { deaf: true }]
    ])('R1 both write one gapless log and converge %s', async (_, options) => {
      const [one, two] = [await anotherNode(options), await anotherNode(options)];
      const heard: number[][] = [[], []];
      const from = one.state.seq + 1;
      [one, two].forEach((each, index) =>
        each.listen((events) => heard[index]!.push(...events.map((event) => event.seq)))
      );
      const asked = Array.from({ length: 60 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 2));
        return ask(index % 2 ? one : two, index % 2 ? BERIT : MANS, card(`Roll ${index}`));
      });
      const outcomes = await Promise.all(asked);
      expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
      const head = from + 59;
      await until(() => one.state.seq === head && two.state.seq === head, 'both rooms at the end of the log');
      const all = await stored();
      expect(all.map((event) => event.seq)).toEqual(all.map((_, index) => index + 1));
      expect((await texts()).sort()).toEqual(outcomes.map((_, index) => `Roll ${index}`).sort());
      expect(one.state).toEqual(fold(EMPTY, all));
      expect(two.state).toEqual(one.state);
      // Each room told its listeners every number once, in order, whoever wrote it.
      const numbers = Array.from({ length: 60 }, (_, index) => from + index);
      expect(heard).toEqual([numbers, numbers]);
    });

    test('R1 a node that writes without a pause does not shut the other out', async () => {
      const [busy, other] = [await anotherNode(), await anotherNode()];
      let goOn = true;
      let written = 0;
      // Two at a time: one is always waiting when the other is stored.
      const writers = [BERIT, BERIT].map(async (by) => {
        while (goOn) if ((await ask(busy, by, card('Roll'))).ok) written++;
      });
      try {
        for (let index = 0; index < 10; index++) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          expect(await ask(other, MANS, card(`Röst ${index}`))).toMatchObject({ ok: true });
        }
      } finally {
        goOn = false;
        await Promise.all(writers);
      }
      const all = await texts();
      expect(all.filter((text) => text?.startsWith('Röst'))).toHaveLength(10);
      expect(all).toHaveLength(10 + written);
    });

    test('nothing is refused on old news: the other node has just opened the question', async () => {
      const deaf = await anotherNode({ deaf: true });
      await ask(room, LEADER, {
        name: 'AddPrompt',
        data: { prompt: 'prompt-2', kind: 'role-card', title: 'Vem saknas?' }
      });
      await ask(room, LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-2' } });
      const outcome = await ask(deaf, BERIT, {
        name: 'SubmitNote',
        data: { note: newId(), prompt: 'prompt-2', fields: { text: 'Vårdcentralen' } }
      });
      expect(outcome).toMatchObject({ ok: true });
    });

    test('R30 nothing is taken on old news: the other node has just closed the question', async () => {
      const deaf = await anotherNode({ deaf: true });
      await ask(room, LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
      const outcome = await ask(deaf, BERIT, card('För sent'));
      expect(outcome).toEqual({ ok: false, refusal: { code: 'prompt-closed' } });
    });

    test('a notice that comes while the room reads is not forgotten', async () => {
      const log = new SlowReading(here.database.sql, 'node-y');
      const slow = await openRoom(meeting, log, here.database);
      const reading = log.pauseNextRead();
      const refreshed = slow.refresh();
      await reading.begun;
      await ask(room, BERIT, card('Mitt i läsningen'));
      const again = slow.refresh();
      reading.goOn();
      await Promise.all([refreshed, again]);
      expect(slow.state.seq).toBe(room.state.seq);
    });
  });
});

/** Reads, and hands over what was read only when told to. */
class SlowReading extends EventLog {
  #pause: { begin(): void; over: Promise<void> } | undefined;

  pauseNextRead(): { begun: Promise<void>; goOn(): void } {
    let goOn = () => {};
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const over = new Promise<void>((resolve) => (goOn = resolve));
    this.#pause = { begin, over };
    return { begun, goOn };
  }

  override async readAfter(meeting: string, seq: number, limit?: number) {
    const pause = this.#pause;
    this.#pause = undefined;
    const events = await super.readAfter(meeting, seq, limit);
    pause?.begin();
    await pause?.over;
    return events;
  }
}
