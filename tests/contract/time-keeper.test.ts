/** Steps that close by themselves, on a real log: in time, once, after a restart, and also when nobody is there. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Room } from '../../server/room.ts';
import { TimeKeeper } from '../../server/time-keeper.ts';
import type { Recorded } from '../../src/lib/domain/meeting/events.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, LEADER, silent, startNode, until } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { anyMeeting } from '../fixtures/project.ts';

interface KeptNode extends Node {
  keeper: TimeKeeper;
}

let fresh: FreshDatabase;
let node: KeptNode;
let meeting: string;
let room: Room;
const nodes: KeptNode[] = [];
const STEP = { prompt: 'prompt-1' };

beforeAll(async () => {
  fresh = await freshDatabase();
});
beforeEach(async () => {
  node = await keptNode();
  meeting = (await anyMeeting(node.database)).id;
  room = (await node.meetings.room(meeting))!;
});
afterEach(async () => {
  for (const one of nodes.splice(0)) await stop(one);
});
afterAll(() => fresh.drop());

async function keptNode(): Promise<KeptNode> {
  const started = await startNode(fresh.url);
  const made = { ...started, keeper: new TimeKeeper(started.meetings, silent) };
  nodes.push(made);
  return made;
}

async function stop(one: KeptNode): Promise<void> {
  one.keeper.close();
  await one.close();
}

async function open(closes = true): Promise<void> {
  await ask(room, LEADER, {
    name: 'AddPrompt',
    data: { ...STEP, kind: 'role-card', title: 'Vem är du?', closes }
  });
  await ask(room, LEADER, { name: 'OpenPrompt', data: STEP });
}

const start = (seconds: number) => ask(room, LEADER, { name: 'StartTimer', data: { ...STEP, seconds } });
const stage = () => room.state.prompts['prompt-1']?.stage;
const closings = async (): Promise<Recorded[]> =>
  (await node.meetings.log.readAfter(meeting, 0, 1_000)).filter(({ name }) => name === 'PromptClosed');
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('R28 a step whose time is out closes, by the machine, and not before', async () => {
  await open();
  await start(1);
  const { timer } = room.state.prompts['prompt-1']!;
  await until(() => stage() === 'closed', 'the end of the step');
  const [closed] = await closings();
  expect(closed).toMatchObject({ by: { role: 'machine' } });
  expect(closed!.at).toBeGreaterThanOrEqual((timer as { endsAt: number }).endsAt);
});

test('R28 nothing ends where the step does not close by itself, nor while its time stands', async () => {
  await open(false);
  await start(1);
  await wait(1_300);
  expect(stage()).toBe('open');
  await ask(room, LEADER, { name: 'EditPrompt', data: { ...STEP, closes: true } });
  await until(() => stage() === 'closed', 'the end, once it was to close');

  await ask(room, LEADER, { name: 'OpenPrompt', data: STEP });
  await start(1);
  await ask(room, LEADER, { name: 'PauseTimer', data: STEP });
  await wait(1_300);
  expect(stage()).toBe('open');
  await ask(room, LEADER, { name: 'ResumeTimer', data: STEP });
  await until(() => stage() === 'closed', 'the end, once it went on');
});

test('a minute more is a minute later', async () => {
  await open();
  await start(1);
  await ask(room, LEADER, { name: 'ExtendTimer', data: { ...STEP, seconds: 60 } });
  await wait(1_400);
  expect(stage()).toBe('open');
});

test('two nodes watch one step, and it closes once', async () => {
  await open();
  const other = await keptNode();
  const there = (await other.meetings.room(meeting))!;
  await start(1);
  await until(() => there.state.prompts['prompt-1']?.stage === 'closed', 'the end on the other node');
  await until(() => stage() === 'closed', 'the end here');
  await wait(300);
  expect(await closings()).toHaveLength(1);
});

test('after a restart it closes in time, though nobody has come back to the meeting', async () => {
  await open();
  await start(1);
  await stop(nodes.splice(nodes.indexOf(node), 1)[0]!);
  await wait(1_200);
  node = await keptNode();
  expect(await closings()).toEqual([]);
  await node.keeper.start();
  await until(async () => (await closings()).length === 1, 'the end after the restart');
});

test('the room stays in memory until its step has closed, also without anybody', async () => {
  await open();
  await until(() => !room.busy, 'that all is stored');
  await start(2);
  await wait(500);
  expect(room.busy).toBe(true);
  await until(() => stage() === 'closed', 'the end of the step');
  await until(() => !room.busy, 'that it is let go');
});
