/** The log and the snapshots in PostgreSQL. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../server/db/connect.ts';
import type { Database } from '../../server/db/connect.ts';
import { CHANNEL, EventLog } from '../../server/event-log.ts';
import { Snapshots } from '../../server/snapshots.ts';
import { EMPTY } from '../../src/lib/domain/meeting/state.ts';
import { freshDatabase, PLACES, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { cards } from '../fixtures/events.ts';
import { anyMeeting } from '../fixtures/project.ts';

describe.each(PLACES)('%s database', (place) => {
  let fresh: FreshDatabase;
  let database: Database;
  let log: EventLog;
  let meeting: string;

  beforeAll(async () => {
    fresh = await freshDatabase(place);
    database = await connect(fresh.url, ROOT);
    log = new EventLog(database.sql, 'node-a');
  });
  beforeEach(async () => {
    meeting = (await anyMeeting(database)).id;
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  describe('appending', () => {
    test('R1 what was written is read back, in order, letter for letter', async () => {
      const written = cards(1, 3, 'Räksmörgås 👩‍🚒 "citat" \\ {}');
      expect(await log.append(meeting, written)).toEqual({ ok: true });
      expect(await log.readAfter(meeting, 0)).toEqual(written);
      expect(await log.readAfter(meeting, 1)).toEqual(written.slice(1));
      expect(await log.readAfter(meeting, 3)).toEqual([]);
    });

    test('R1 a number that is taken is a conflict, and nothing of the batch is stored', async () => {
      await log.append(meeting, cards(1, 2));
      expect(await log.append(meeting, cards(2, 3, 'Annan'))).toEqual({ ok: false, conflict: 'seq' });
      expect(await log.readAfter(meeting, 0)).toEqual(cards(1, 2));
    });

    test('a command that is stored already is a conflict of its own, and nothing of the batch is stored', async () => {
      const [first] = cards(1, 1);
      await log.append(meeting, [first!]);
      const again = [...cards(2, 1), { ...first!, seq: 3 }];
      expect(await log.append(meeting, again)).toEqual({ ok: false, conflict: 'command' });
      expect(await log.readAfter(meeting, 0)).toEqual([first]);
    });

    test('the events of one command are stored as one', async () => {
      const [one, two] = cards(1, 2);
      await log.append(meeting, [one!, { ...two!, command: one!.command }]);
      const found = await log.findCommands(meeting, [one!.command, 'not-there']);
      expect(found).toEqual([{ command: one!.command, seq: 2, by: one!.by }]);
    });

    test('of two writers at the same number exactly one wins', async () => {
      const other = new EventLog(database.sql, 'node-b');
      const answers = await Promise.all([
        log.append(meeting, cards(1, 2, 'Ena')),
        other.append(meeting, cards(1, 2, 'Andra'))
      ]);
      expect(answers).toContainEqual({ ok: true });
      expect(answers).toContainEqual({ ok: false, conflict: 'seq' });
      expect((await log.readAfter(meeting, 0)).map((event) => event.seq)).toEqual([1, 2]);
    });

    test('other nodes are told after the commit, with the latest number', async () => {
      let tell: (notice: string) => void;
      const told = new Promise<string>((resolve) => (tell = resolve));
      const { unlisten } = await database.sql.listen(CHANNEL, (notice) => tell(notice));
      await log.append(meeting, cards(1, 4));
      expect(JSON.parse(await told)).toEqual({ meeting, head: 4, node: 'node-a' });
      await unlisten();
      expect(await log.readAfter(meeting, 0)).toHaveLength(4);
    });
  });

  describe('reading', () => {
    test('2,500 events are read page by page, all of them, in order', async () => {
      await log.append(meeting, cards(1, 2_500));
      const seen: number[] = [];
      for await (const page of log.allAfter(meeting, 10)) seen.push(...page.map((event) => event.seq));
      expect(seen).toEqual(Array.from({ length: 2_490 }, (_, index) => index + 11));
      expect(await log.readAfter(meeting, 100, 5)).toHaveLength(5);
    });

    test('the latest numbers of several meetings are asked at once', async () => {
      const other = (await anyMeeting(database)).id;
      await log.append(meeting, cards(1, 3));
      await log.append(other, cards(1, 1));
      const heads = await log.heads([meeting, other, 'no-such-meeting']);
      expect(heads).toEqual(
        new Map([
          [meeting, 3],
          [other, 1]
        ])
      );
    });

    test('a meeting without events is known, one that was never made is not', async () => {
      expect(await log.knows(meeting)).toBe(true);
      expect(await log.knows('no-such-meeting')).toBe(false);
    });
  });

  describe('snapshots', () => {
    test('the newer one is kept, whichever is written last', async () => {
      const snapshots = new Snapshots(database.sql);
      expect(await snapshots.read(meeting)).toBeUndefined();
      await snapshots.write(meeting, { ...EMPTY, seq: 400, phase: 'open' });
      await snapshots.write(meeting, { ...EMPTY, seq: 200 });
      expect(await snapshots.read(meeting)).toEqual({ ...EMPTY, seq: 400, phase: 'open' });
    });

    test('one of another version is passed over, then replaced', async () => {
      const snapshots = new Snapshots(database.sql);
      await snapshots.write(meeting, { ...EMPTY, seq: 400 });
      await database.sql`update meeting_snapshots set version = 0 where meeting_id = ${meeting}`;
      expect(await snapshots.read(meeting)).toBeUndefined();
      await snapshots.write(meeting, { ...EMPTY, seq: 200 });
      expect(await snapshots.read(meeting)).toEqual({ ...EMPTY, seq: 200 });
    });
  });
});
