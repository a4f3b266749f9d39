/** What was begun before an answer was erased, and is stored after it, brings none of its words back. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Room } from '../../server/room.ts';
import type { Thread } from '../../server/thread/thread.ts';
import { WallStore } from '../../server/walls/wall-store.ts';
import { Walls } from '../../server/walls/walls.ts';
import type { KeptWall } from '../../src/lib/domain/wall/kept-wall.ts';
import { layoutWall } from '../../src/lib/domain/wall/layout/layout-wall.ts';
import type { WallInput, WallLayout } from '../../src/lib/domain/wall/layout/wall-layout.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, BERIT, card, LEADER, MANS, openPrompt, silent, startNode, until } from '../fixtures/nodes.ts';
import type { Node, NodeOptions } from '../fixtures/nodes.ts';
import { anyMeeting } from '../fixtures/project.ts';

const WORD = 'Hemlighetsbevarare';
const NOTE = 'note-erased-1';

let fresh: FreshDatabase;
let here: Node;
let meeting: string;
let room: Room;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  here = await startNode(fresh.url);
});
beforeEach(async () => {
  meeting = (await anyMeeting(here.database)).id;
  room = (await here.meetings.room(meeting))!;
  await openPrompt(room);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(async () => {
  await here.close();
  await fresh.drop();
});

/** Another node with its walls, of which each is handed over when `gate` resolves. */
async function wallsOn(options: NodeOptions = {}) {
  const node = await startNode(fresh.url, options);
  const made = { asked: 0, gate: Promise.resolve(), answers: [] as boolean[] };
  const worker: Pick<Thread<WallInput, WallLayout>, 'ask' | 'close'> = {
    ask: async (prepare) => {
      made.asked++;
      const layout = layoutWall(prepare(0));
      await made.gate;
      return layout;
    },
    close: () => Promise.resolve()
  };
  class Watched extends WallStore {
    override async write(...wall: Parameters<WallStore['write']>): Promise<boolean> {
      const answer = await super.write(...wall);
      made.answers.push(answer);
      return answer;
    }
  }
  const walls = new Walls(node.meetings, {
    store: new Watched(node.database.sql, node.meetings.node),
    worker: worker as Thread<WallInput, WallLayout>,
    likenesses: () => Promise.resolve([]),
    log: silent
  });
  await walls.follow();
  ends.push(async () => {
    await walls.close();
    await node.close();
  });
  const there = (await node.meetings.room(meeting))!;
  return Object.assign(made, { room: there, walls: walls.of(there) });
}

function gate(): { closed: Promise<void>; open: () => void } {
  let open = () => {};
  const closed = new Promise<void>((resolve) => (open = resolve));
  return { closed, open };
}

const erase = () => ask(room, LEADER, { name: 'EraseNote', data: { note: NOTE } });
const texts = (one: Partial<KeptWall> | undefined) => one?.picture?.words.map(({ text }) => text).sort();
async function rows(): Promise<string[]> {
  const found = await here.database.sql`select t::text as row from walls t where meeting_id = ${meeting}`;
  return found.map(({ row }) => row as string);
}
const holding = async () => (await rows()).filter((row) => row.toLowerCase().includes(WORD.toLowerCase()));

test('R110 the first wall of a step, which was in the making', async () => {
  const node = await wallsOn();
  const { closed, open } = gate();
  node.gate = closed;
  await ask(room, BERIT, card(WORD, NOTE));
  await until(() => node.asked === 1, 'it is being laid');
  await erase();
  open();
  await until(() => node.answers.length > 0, 'it is to be stored');
  expect(node.answers).toEqual([false]);
  expect(await holding()).toEqual([]);
  await ask(room, MANS, card('Samordnare'));
  await until(() => node.walls.laid.length > 0, 'it is laid with what there is');
  expect(texts(node.walls.laid[0])).toEqual(['Samordnare']);
});

test('R110 a wall to which the word was just to be added', async () => {
  const node = await wallsOn();
  await ask(room, MANS, card('Samordnare'));
  await until(() => node.answers.length === 1, 'without it');
  const { closed, open } = gate();
  node.gate = closed;
  await ask(room, BERIT, card(WORD, NOTE));
  await until(() => node.asked === 2, 'it is being added');
  await erase();
  open();
  await until(() => node.answers.length > 1, 'it is to be stored');
  expect(node.answers).toEqual([true, false]);
  expect(await holding()).toEqual([]);
  await ask(room, BERIT, card('Motor'));
  await until(() => texts(node.walls.laid[0])?.includes('Motor') ?? false, 'the next one is laid');
  expect(texts(node.walls.laid[0])).toEqual(['Motor', 'Samordnare']);
});

test('R110 a wall by a node that has heard of the cleared one, and not yet why', async () => {
  await ask(room, MANS, card('Samordnare'));
  await ask(room, BERIT, card(WORD, NOTE));
  const node = await wallsOn({ deaf: true, incurious: true });
  await until(() => node.answers.length === 1, 'a wall is kept');
  await erase();
  await until(() => texts(node.walls.laid[0])?.length === 1, 'it is cleared');
  expect(JSON.stringify(node.room.state)).toContain(WORD);
  // As after a lost connection: what is kept is read, and laid beside what this node knows.
  await node.walls.load();
  await until(() => node.answers.length > 1, 'another one is to be stored');
  expect(node.answers[1]).toBe(false);
  expect(await holding()).toEqual([]);
  await node.room.refresh();
  await ask(room, MANS, card('Motor'));
  await node.room.refresh();
  await until(() => texts(node.walls.laid[0])?.includes('Motor') ?? false, 'the next one is laid');
  expect(texts(node.walls.laid[0])).toEqual(['Motor', 'Samordnare']);
});
