/** Search over a project: what is found, and what is not, by whoever may read its reviews. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import type { Actor } from '../../src/lib/domain/meeting/ids.ts';
import type { Found } from '../../src/lib/domain/search/found.ts';
import type { Meeting, ProjectView } from '../../server/projects.ts';
import type { Room } from '../../server/room.ts';
import { newId } from '../fixtures/ids.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';

let server: LiveServer;
let meeting: Meeting;
let room: Room;
let view: ProjectView;
let berit: Guest;
let mans: Guest;

beforeAll(async () => {
  server = await startLiveServer();
});
beforeEach(async () => {
  meeting = await server.makeMeeting();
  view = (await server.app.projects.meeting(server.leader.user.id, meeting.id))!;
  room = (await server.app.meetings.room(meeting.id))!;
  await led({
    name: 'AddPrompt',
    data: { prompt: 'cards-01', kind: 'role-card', title: 'Vilka roller har vi?' }
  });
  await led({ name: 'OpenPrompt', data: { prompt: 'cards-01' } });
  berit = await server.join(meeting, 'Berit Hallonqvist', 'Hällby kommun');
  mans = await server.join(meeting, 'Måns', 'Region Älvmark');
  await card(berit, 'note-0001', 'Samordnare', 'Håller ihop dem som annars inte möts');
  await card(mans, 'note-0002', 'Åtgärdssamordning');
});
afterAll(() => server.close());

async function ask(by: Actor, request: Request) {
  const outcome = await room.submit({ ...request, id: newId() }, by);
  if (!outcome.ok) throw new Error(`${request.name}: ${outcome.refusal.code}`);
}
const led = (request: Request) => ask({ role: 'leader', id: server.leader.user.id }, request);
const wrote = (who: Guest, request: Request) => ask({ role: 'participant', id: who.id }, request);

async function card(who: Guest, note: string, text: string, explanation = '') {
  await wrote(who, { name: 'SubmitNote', data: { note, prompt: 'cards-01', fields: { text, explanation } } });
}

function hits(found: Found): string[] {
  if (found.state !== 'found') throw new Error(found.state);
  return found.steps.flatMap((step) => step.hits.map(({ note }) => note)).sort();
}
const search = async (text: string) => hits(await server.app.search.find(view, text));

test('a stem, a beginning, the explanation, the organisation and the step are found, in any case', async () => {
  expect(await search('samordnarna')).toEqual(['note-0001']);
  expect(await search('SAMORD')).toEqual(['note-0001']);
  expect(await search('åtgärdss')).toEqual(['note-0002']);
  expect(await search('Åtgärdssamordningen')).toEqual(['note-0002']);
  expect(await search('atgardss')).toEqual([]);
  expect(await search('möter annars')).toEqual(['note-0001']);
  expect(await search('hällby')).toEqual(['note-0001']);
  expect(await search('vilka roller')).toEqual(['']);
  expect(await search('samordnare -möts')).toEqual([]);
  expect(await search('"ihop dem"')).toEqual(['note-0001']);
  expect(await search("'; drop table found_texts; --")).toEqual([]);
  const found = await server.app.search.find(view, 'samordnarna');
  expect(found).toMatchObject({
    total: 1,
    pages: 1,
    steps: [
      {
        meeting: { id: meeting.id },
        step: { id: 'cards-01', title: 'Vilka roller har vi?' },
        hits: [
          {
            from: 'Hällby kommun',
            cards: 1,
            place: '?note=note-0001#word-cards-01-1',
            lines: [[{ text: 'Samordnare', found: true }]]
          }
        ]
      }
    ]
  });
});

test('what says a word itself comes before what is from somebody of that name', async () => {
  await card(berit, 'note-0003', 'Samlare');
  await card(mans, 'note-0004', 'Hällbyfrämjare', 'I Hällby händer det');
  const found = await server.app.search.find(view, 'hällby');
  const order =
    found.state === 'found' ? found.steps.flatMap((step) => step.hits.map(({ note }) => note)) : [];
  expect(order[0]).toBe('note-0004');
  expect(order.slice(1).sort()).toEqual(['note-0001', 'note-0003']);
});

test('a phrase holds its small words too, quotation marks are those of any keyboard, a minus takes away and nothing more', async () => {
  await card(mans, 'note-0003', 'Tar upp en gång till');
  await card(mans, 'note-0004', 'Till nästa gång');
  expect(await search('"upp en gång"')).toEqual(['note-0003']);
  expect(await search('gång')).toEqual(['note-0003', 'note-0004']);
  expect(await search('"nästa gång" or "upp en gång"')).toEqual(['note-0003', 'note-0004']);
  expect(await search('gång -"upp en gång"')).toEqual(['note-0004']);
  for (const phrase of ['”ihop dem”', '“ihop dem“', '„ihop dem“', '»ihop dem»', '«ihop dem»'])
    expect(await search(phrase), phrase).toEqual(['note-0001']);
  expect(await search('samord -finnsinte')).toEqual(['note-0001']);
  expect(await search('samord −möts')).toEqual([]);
  expect(await search('samord -"ihop dem" -finnsinte')).toEqual([]);
});

test('where nothing is found, the nearest word that would be is told', async () => {
  const meant = async (text: string) => {
    const found = await server.app.search.find(view, text);
    return found.state === 'found' ? found.meant : undefined;
  };
  expect(await meant('samornare')).toBe('samordnare');
  expect(await meant('ihop samornare')).toBe('ihop samordnare');
  expect(await meant('berit samornare')).toBeUndefined();
  expect(await meant('samordnare')).toBeUndefined();
  expect(await meant('zebra')).toBeUndefined();
  // Nobody's name is guessed from what must not be found.
  expect(await meant('halonqvist')).toBeUndefined();
});

test('too little, too much and nothing but small words is said so', async () => {
  const state = async (text: string) => (await server.app.search.find(view, text)).state;
  expect(await state('  ')).toBe('empty');
  expect(await state('s')).toBe('too-short');
  expect(await state('?!*')).toBe('too-short');
  expect(await state('å'.repeat(201))).toBe('too-long');
  expect(await state('och')).toBe('too-common');
  expect(await search('finnsinte')).toEqual([]);
});

test('what is taken back, hidden, held or not shown yet is not found, and what comes again is', async () => {
  expect(await search('samordnare')).toEqual(['note-0001']);
  await led({ name: 'HideNote', data: { note: 'note-0001' } });
  expect(await search('samordnare')).toEqual([]);
  await led({ name: 'RestoreNote', data: { note: 'note-0001' } });
  expect(await search('samordnare')).toEqual(['note-0001']);
  await wrote(berit, { name: 'ChangeNote', data: { note: 'note-0001', fields: { text: 'Visionär' } } });
  expect([await search('samordnare'), await search('visionärer')]).toEqual([[], ['note-0001']]);
  await wrote(berit, { name: 'WithdrawNote', data: { note: 'note-0001' } });
  expect(await search('visionär')).toEqual([]);
  await led({ name: 'EraseNote', data: { note: 'note-0002' } });
  expect(await search('åtgärdssamordning')).toEqual([]);
  await led({
    name: 'AddPrompt',
    data: { prompt: 'hidden-1', kind: 'sticky-note', title: 'Vad hindrar oss?', hidden: true }
  });
  await led({ name: 'OpenPrompt', data: { prompt: 'hidden-1' } });
  await wrote(mans, {
    name: 'SubmitNote',
    data: { note: 'note-0003', prompt: 'hidden-1', fields: { text: 'Tystnaden' } }
  });
  expect(await search('tystnad')).toEqual([]);
  await led({ name: 'ClosePrompt', data: { prompt: 'hidden-1' } });
  expect(await search('tystnad')).toEqual(['note-0003']);
});

test('a name is found under a quote that bears it, nowhere else, and no longer once its person is erased', async () => {
  expect(await search('hallonqvist')).toEqual([]);
  await led({ name: 'AddPrompt', data: { prompt: 'quotes-1', kind: 'quote', title: 'Vad sades?' } });
  await led({ name: 'OpenPrompt', data: { prompt: 'quotes-1' } });
  const quote = (note: string, speaker: string) =>
    wrote(berit, {
      name: 'SubmitNote',
      data: { note, prompt: 'quotes-1', fields: { text: `Sagt som ${speaker}`, speaker } }
    });
  await quote('note-0004', 'me');
  await quote('note-0005', 'anonymous');
  await led({ name: 'ClosePrompt', data: { prompt: 'quotes-1' } });
  expect(await search('hallonqvist')).toEqual(['note-0004']);
  await server.app.participants.remove(view.project.id, berit.id);
  const { sql } = server.app.database;
  const kept = await sql`select text, whose from found_texts where project_id = ${view.project.id}`;
  expect(JSON.stringify(kept)).not.toMatch(/hallonqvist/i);
  expect(await search('hallonqvist')).toEqual([]);
  expect(await search('"sagt som"')).toEqual(['note-0004', 'note-0005']);
});

test('another project is not searched', async () => {
  const other = await server.makeMeeting();
  const theirs = (await server.app.projects.meeting(server.leader.user.id, other.id))!;
  await search('samordnare');
  expect(hits(await server.app.search.find(theirs, 'samordnare'))).toEqual([]);
});
