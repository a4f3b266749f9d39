/** An answer is erased for good: on the node that was asked, on another one, in the database, and after a restart. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '../../src/lib/domain/meeting/evolve.ts';
import { EMPTY } from '../../src/lib/domain/meeting/state.ts';
import type { Meeting } from '../../server/projects.ts';
import { markdownOf } from '../../src/lib/domain/document/markdown.ts';
import { meetingReport } from '../../src/lib/domain/document/of-meeting.ts';
import { toCsv } from '../../src/lib/domain/outputs/csv.ts';
import { toJson } from '../../src/lib/domain/outputs/json.ts';
import { meetingWorkbook } from '../../src/lib/domain/outputs/sheets/workbook.ts';
import { sheetWordingFor } from '../../src/lib/review/sheet-wording.ts';
import { textsIn } from '../fixtures/texts-in.ts';
import { Line } from '../fixtures/line.ts';
import type { LineOptions } from '../fixtures/line.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { LiveServer } from '../fixtures/live-server.ts';
import { freshDatabase } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { newId } from '../fixtures/ids.ts';
import { until } from '../fixtures/nodes.ts';
import { makeMeetings } from '../fixtures/project.ts';

const WORD = 'Hemlighetsbevarare';
const NOTE = 'note-erased-1';
const PROMPT = 'prompt-1';

let fresh: FreshDatabase;
let server: LiveServer;
let other: LiveServer;
const lines: Line[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  server = await startLiveServer({ DATABASE_URL: fresh.url });
  other = await startLiveServer({ DATABASE_URL: fresh.url });
});
afterAll(async () => {
  for (const line of lines) line.close();
  await server.close();
  await other.close();
  await fresh.drop();
});

async function line(on: LiveServer, options: Omit<LineOptions, 'meeting'> & { meeting: string }) {
  const made = new Line(on.origin, options);
  lines.push(made);
  await made.first();
  return made;
}

/** Two meetings of a project; in the first one an answer from which much has been made, the second builds on it. */
async function prepared() {
  const [first, second] = (await makeMeetings(server.app.projects, server.leader.user, ['Ett', 'Två'])) as [
    Meeting,
    Meeting
  ];
  const leader = await line(server, { meeting: first.id, view: 'leader', cookie: server.leader.cookie });
  const later = await line(server, { meeting: second.id, view: 'leader', cookie: server.leader.cookie });
  const send = async (to: Line, name: string, data: unknown) => {
    const ack = await to.send({ name, data });
    if (!ack.ok) throw new Error(`${name}: ${ack.code}`);
    return ack.seq;
  };
  await send(leader, 'AddPrompt', { prompt: PROMPT, kind: 'role-card', title: 'Vem är du?' });
  await send(leader, 'OpenPrompt', { prompt: PROMPT });
  const berit = await server.join(first, 'Berit', 'Hällby kommun');
  const mans = await server.join(first, 'Måns', 'Hällby kommun');
  const phone = await line(other, { meeting: first.id, view: 'participant', cookie: berit.cookie });
  const wall = await line(other, { meeting: first.id, view: 'wall', key: first.wallKey });
  await send(phone, 'SubmitNote', { note: NOTE, prompt: PROMPT, fields: { text: WORD } });
  const second_ = await line(server, { meeting: first.id, view: 'participant', cookie: mans.cookie });
  await send(second_, 'SubmitNote', {
    note: 'note-kept-001',
    prompt: PROMPT,
    fields: { text: 'Samordnare' }
  });
  await send(leader, 'MoveNotes', { notes: [NOTE], cluster: 'cluster-01', name: WORD });
  await send(leader, 'ClosePrompt', { prompt: PROMPT });
  const items = [{ id: NOTE, text: WORD, count: 1 }];
  const brought = { meeting: first.id, number: 1, prompt: PROMPT, title: 'Vem är du?', items };
  await send(later, 'AddPrompt', { prompt: 'prompt-2', kind: 'sticky-note', title: 'Och nu?', brought });
  return { first, second, leader, later, phone, wall, berit, send };
}

/** Rows in which the word stands, as text with what is around it. */
async function stored(): Promise<string[]> {
  const tables = [
    'meeting_events',
    'meeting_snapshots',
    'walls',
    'found_texts',
    'documentation_versions',
    'role_packs',
    'templates'
  ];
  const found: string[] = [];
  for (const table of tables) {
    const rows = await server.app.database
      .sql`select t::text as row from ${server.app.database.sql(table)} t where t::text ilike ${`%${WORD}%`}`;
    found.push(...rows.map(({ row }) => `${table}: ${(row as string).slice(0, 400)}`));
  }
  return found;
}

function viewOf(guest: LiveServer, meeting: Meeting) {
  return async () => {
    const found = await guest.app.projects.meeting(server.leader.user.id, meeting.id);
    return (await guest.app.reviews.of(found!.meeting, found!))!;
  };
}

/** All texts of what can be taken home: the meeting, the documentation with all of it placed, the project. */
async function filesOf({ id, projectId }: Meeting): Promise<Record<string, string>> {
  const { app, leader } = server;
  const view = (await app.projects.read(leader.user.id, projectId))!;
  const { outputs, walls } = await viewOf(
    server,
    view.meetings.find((one) => one.id === id)!
  )();
  const wording = sheetWordingFor(outputs);
  const placed = ['all', 'picture', 'list'].map((part) => ({
    type: 'output',
    attrs: { id: part, meeting: id, prompt: PROMPT, part, only: '', caption: '', hash: '', notes: '' }
  }));
  const report = meetingReport({ outputs, walls }, wording, 0);
  const documentation = await app.documentation.report(view, sheetWordingFor, {
    content: { type: 'doc', content: placed }
  });
  const read = (file: Uint8Array | string) =>
    typeof file === 'string' ? file : new TextDecoder().decode(file);
  return {
    'meeting.csv': toCsv(outputs, wording, 'Europe/Stockholm'),
    'meeting.json': toJson(outputs),
    'meeting.md': markdownOf(report),
    'meeting.pdf': await textsIn(await app.reportFile('pdf', report), 'pdf'),
    'meeting.docx': await textsIn(await app.reportFile('docx', report), 'docx'),
    'meeting.xlsx': await textsIn(await app.workbook(meetingWorkbook(outputs, wording)), 'xlsx'),
    'documentation.html': read(await app.file({ format: 'html', report: documentation })),
    'project.json': read(await app.projectFiles.write(view))
  };
}

test('R110 R111 R112 an erased answer is gone from the log, walls, snapshots, every view and every node', async () => {
  const { first, second, leader, phone, wall, berit, send } = await prepared();
  const room = (await server.app.meetings.room(first.id))!;
  const there = (await other.app.meetings.room(first.id))!;
  const review = viewOf(server, first);
  // The wall has been laid with it, and a snapshot is kept.
  await until(async () => JSON.stringify((await review()).walls).includes(WORD), 'the word on the wall');
  await server.app.database.sql`
    insert into meeting_snapshots (meeting_id, seq, version, state)
    values (${first.id}, ${room.state.seq - 1}, 6, ${JSON.stringify(room.state)}::text::jsonb)`;
  expect(await stored()).not.toEqual([]);
  for (const [file, texts] of Object.entries(await filesOf(first))) expect(texts, file).toContain(WORD);

  const seq = await send(leader, 'EraseNote', { note: NOTE });
  expect(await stored()).toEqual([]);
  await until(() => there.state.seq >= seq, 'the other node has heard');
  for (const one of [room, there]) expect(JSON.stringify(one.state)).not.toContain(WORD);
  expect(there.state).toEqual(room.state);

  await phone.reached(seq);
  await wall.reached(seq);
  const last = (of: Line) => of.heard.flatMap((one) => (one.name === 'events' ? one.message.events : []));
  expect(last(phone).find((event) => event.seq === seq)?.data.notes).toMatchObject({
    [NOTE]: { fields: {}, erased: true }
  });
  expect(last(wall).find((event) => event.seq === seq)?.data.notes).toEqual({ [NOTE]: null });
  await until(() => {
    const picture = wall.heard.findLast(({ name }) => name === 'wall')?.message;
    return picture !== undefined && !JSON.stringify(picture).includes(WORD);
  }, 'the projector has another picture');

  for (const node of [server, other]) {
    const { outputs, walls } = await viewOf(node, first)();
    const [prompt] = outputs.prompts;
    expect(prompt!.notes.map(({ text }) => text)).toEqual(['Samordnare']);
    expect(prompt!.people).toBe(1);
    expect(JSON.stringify([outputs, walls])).not.toContain(WORD);
    expect(JSON.stringify((await viewOf(node, second)()).outputs)).not.toContain(WORD);
  }

  // Blocks that were placed before name their source, and show what it is now.
  for (const [file, texts] of Object.entries(await filesOf(first))) {
    expect(texts, file).not.toContain(WORD);
    expect(texts, file).toContain('Samordnare');
  }

  // Numbers have no gap, and a replay gives the state that the rooms have.
  const events = await server.app.meetings.log.readAfter(first.id, 0, 1_000);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at + 1));
  expect(fold(EMPTY, events)).toEqual(room.state);
  const restarted = await startLiveServer({ DATABASE_URL: fresh.url });
  try {
    const anew = (await restarted.app.meetings.room(first.id))!;
    expect(anew.state).toEqual(room.state);
    expect(JSON.stringify((await viewOf(restarted, first)()).walls)).not.toContain(WORD);
    const back = new Line(restarted.origin, { meeting: first.id, view: 'participant', cookie: berit.cookie });
    lines.push(back);
    expect(JSON.stringify(await back.first())).toContain('"erased":true');
  } finally {
    await restarted.close();
  }
  // Every kind of file is made three times over: fifteen seconds, and more beside other work.
}, 120_000);

test('R111 late, double and unknown: one sentence, or nothing to do', async () => {
  const { first, second, leader, later, phone, send } = await prepared();
  await send(leader, 'EraseNote', { note: NOTE });
  // The machine may well lay the other card meanwhile.
  const erasings = async () =>
    (await server.app.meetings.log.readAfter(first.id, 0)).filter(({ name }) => name === 'NoteErased').length;
  expect(await leader.send({ name: 'EraseNote', data: { note: NOTE } })).toMatchObject({ ok: true });
  expect(await erasings()).toBe(1);
  expect(await leader.send({ name: 'EraseNote', data: { note: 'note-nobodys' } })).toMatchObject({
    ok: false,
    code: 'note-unknown',
    message: expect.stringMatching(/\.$/)
  });
  expect(await phone.send({ name: 'WithdrawNote', data: { note: NOTE } })).toMatchObject({
    ok: false,
    code: 'note-erased',
    message: expect.stringMatching(/raderat/)
  });
  // Nor does a plan that read the words before, or the very letter once more, bring anything back.
  const kept = { id: 'note-kept-001', text: 'Samordnare' };
  const items = [{ id: NOTE, text: WORD }, kept];
  const brought = { meeting: first.id, number: 1, prompt: PROMPT, title: 'Vem är du?', items };
  await send(later, 'EditPrompt', { prompt: 'prompt-2', brought });
  const step = (await server.app.meetings.room(second.id))!.state.prompts['prompt-2'];
  expect(step?.brought?.items).toEqual([kept]);
  await phone.send({ name: 'SubmitNote', data: { note: NOTE, prompt: PROMPT, fields: { text: WORD } } });
  expect(await stored()).toEqual([]);
  expect(await phone.send({ name: 'EraseNote', data: { note: 'note-kept-001' } })).toMatchObject({
    ok: false,
    code: 'not-allowed'
  });
});

test('a snapshot, and a wall, of before come too late once it is erased', async () => {
  const { first, leader, send } = await prepared();
  const room = (await server.app.meetings.room(first.id))!;
  const before = room.state;
  await until(async () => {
    const [row] = await server.app.database.sql`select 1 from walls where meeting_id = ${first.id}`;
    return row !== undefined;
  }, 'a wall is kept');
  const [kept] = await server.app.database.sql`
    select version, wall from walls where meeting_id = ${first.id}`;
  await send(leader, 'EraseNote', { note: NOTE });
  const { Snapshots } = await import('../../server/snapshots.ts');
  const { WallStore } = await import('../../server/walls/wall-store.ts');
  await new Snapshots(server.app.database.sql).write(first.id, before);
  const late = kept!.wall as import('../../src/lib/domain/wall/kept-wall.ts').KeptWall;
  const next = { ...late, picture: { ...late.picture, version: (kept!.version as number) + 1 } };
  expect(await new WallStore(server.app.database.sql, newId()).write(first.id, PROMPT, next)).toBe(false);
  expect(await stored()).toEqual([]);
});
