/**
 * Joins as each audience, before and after everything has happened, and searches all that came over the wire for what it may not
 * know. Each secret is a word that occurs nowhere else.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Meeting } from '../../server/projects.ts';
import type { NoteView } from '../../src/lib/domain/meeting/view.ts';
import { Line } from '../fixtures/line.ts';
import type { LineOptions } from '../fixtures/line.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';

const AUDIENCES = ['leader', 'wall', 'review', 'anna', 'bo', 'cia'] as const;
type Who = (typeof AUDIENCES)[number];

/** Who may know it. Anna writes everything; Cia is in her group; Bo has written nothing. */
const SECRETS: Record<string, readonly Who[]> = {
  'TEXT-concealed': ['leader', 'anna'],
  'TEXT-shown-alone': ['leader', 'wall', 'review', 'anna'],
  'TEXT-waiting': ['leader', 'anna'],
  'TEXT-taken-off': ['leader', 'anna'],
  'TEXT-withdrawn': ['leader', 'anna'],
  'TEXT-nameless': ['leader', 'wall', 'review', 'anna'],
  // A closed question is read by reviewers, shown or not (R63).
  'TEXT-of-the-group': ['leader', 'review', 'anna', 'cia'],
  // What came through a partner's link: counted alone, or quoted without a name.
  'TEXT-counted-only': ['leader'],
  'TEXT-of-a-partner': ['leader', 'wall', 'review'],
  'ORG-partner': [],
  'TEXT-parked': ['leader', 'review'],
  'TEXT-not-asked-yet': ['leader'],
  'SPEAKER-unprinted': ['leader', 'wall', 'anna'],
  // Who wrote, where nobody but leaders learns names.
  'NAME-anna': ['leader'],
  'NAME-bo': ['leader'],
  // Her own organisation stands in nothing that a phone gets; on a wall among those who are here.
  'ORG-alfa': ['leader', 'wall']
};

let server: LiveServer;
let meeting: Meeting;
const guests: Record<string, Guest> = {};
/** Those who were there all the time, and those who came when all was over. */
const early: Record<string, Line> = {};
const late: Record<string, Line> = {};
/** What had come when the vote was still open. */
const before: Record<string, string> = {};

beforeAll(async () => {
  server = await startLiveServer();
  meeting = await server.makeMeeting();
  early.leader = line('leader');
  await early.leader.first();
  await led('OpenMeeting', {});
  for (const [who, organisation] of [
    ['anna', 'ORG-alfa'],
    ['bo', 'ORG-beta'],
    ['cia', 'ORG-gamma']
  ] as const)
    guests[who] = await server.join(meeting, `NAME-${who}`, organisation);
  for (const who of AUDIENCES.slice(1)) await (early[who] = line(who)).first();
  await happen();
  for (const who of AUDIENCES) await (late[who] = line(who)).first();
  const seq = (await server.app.meetings.room(meeting.id))!.state.seq;
  await Promise.all(Object.values(early).map((one) => one.reached(seq)));
  // Presence and walls come a moment after what they tell of.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
}, 60_000);

afterAll(async () => {
  for (const one of [...Object.values(early), ...Object.values(late)]) one.close();
  await server.close();
});

function line(who: Who): Line {
  const shown: Record<string, Partial<LineOptions>> = {
    leader: { view: 'leader', cookie: server.leader.cookie },
    review: { view: 'review', cookie: server.leader.cookie },
    wall: { view: 'wall', key: meeting.wallKey }
  };
  const options = shown[who] ?? { view: 'participant', cookie: guests[who]!.cookie };
  return new Line(server.origin, { meeting: meeting.id, view: 'participant', ...options });
}

async function led(name: string, data: object): Promise<void> {
  expect(await early.leader!.send({ name, data }), name).toMatchObject({ ok: true });
}

async function sent(who: Who, name: string, data: object): Promise<void> {
  expect(await early[who]!.send({ name, data }), name).toMatchObject({ ok: true });
}

const add = (prompt: string, kind: string, more: object = {}) =>
  led('AddPrompt', { prompt, kind, title: 'Vem är du?', ...more });
const open = (prompt: string) => led('OpenPrompt', { prompt });
const write = (prompt: string, note: string, text: string, more: object = {}) =>
  sent('anna', 'SubmitNote', { note, prompt, fields: { text, ...more } });

async function happen(): Promise<void> {
  await add('prompt-not-asked', 'sticky-note', { title: 'TEXT-not-asked-yet' });
  await led('ParkThought', { thought: 'thought-1', text: 'TEXT-parked' });

  // Notes that were taken away before the wall could show them: what is shown then is the rest.
  await add('prompt-revealed', 'sticky-note', { hidden: true });
  await open('prompt-revealed');
  await write('prompt-revealed', 'note-taken-off', 'TEXT-taken-off');
  await write('prompt-revealed', 'note-withdrawn', 'TEXT-withdrawn');
  await led('HideNote', { note: 'note-taken-off' });
  await sent('anna', 'WithdrawNote', { note: 'note-withdrawn' });
  await led('RevealNotes', { prompt: 'prompt-revealed' });

  await add('prompt-moderated', 'role-card', { moderation: 'before', suggests: true });
  await open('prompt-moderated');
  await write('prompt-moderated', 'note-waiting', 'TEXT-waiting');

  await add('prompt-nameless', 'role-card', { pledge: 'anonymous' });
  await open('prompt-nameless');
  await write('prompt-nameless', 'note-nameless', 'TEXT-nameless');

  await add('prompt-quotes', 'quote', { pledge: 'anonymous' });
  await open('prompt-quotes');
  await write('prompt-quotes', 'note-quoted', 'Så är det.', {
    speaker: 'other',
    speakerName: 'SPEAKER-unprinted',
    printed: 'none'
  });

  await answerThroughLink();

  await led('SplitRoom', {
    groups: [
      { id: 'group-one', name: 'Ett' },
      { id: 'group-two', name: 'Två' }
    ],
    members: {
      [guests.anna!.id]: 'group-one',
      [guests.cia!.id]: 'group-one',
      [guests.bo!.id]: 'group-two'
    }
  });
  await add('prompt-groups', 'sticky-note', { perGroup: true, hidden: true });
  await open('prompt-groups');
  await write('prompt-groups', 'note-of-group', 'TEXT-of-the-group');

  await add('prompt-vote', 'points', {
    hidden: true,
    vote: {
      about: null,
      choices: [
        { id: 'choice-1', text: 'Nav' },
        { id: 'choice-2', text: 'Motor' }
      ],
      votes: 100,
      stack: true,
      low: '',
      high: ''
    }
  });
  await open('prompt-vote');
  await sent('anna', 'CastBallot', { prompt: 'prompt-vote', ballot: { 'choice-1': 83 } });
  for (const who of AUDIENCES) before[who] = early[who]!.bytes;
  await led('ClosePrompt', { prompt: 'prompt-vote' });

  // Left open and concealed, with one note shown alone.
  await add('prompt-concealed', 'role-card', { hidden: true, pledge: 'anonymous', suggests: true });
  await open('prompt-concealed');
  await write('prompt-concealed', 'note-concealed', 'TEXT-concealed');
  await write('prompt-concealed', 'note-shown', 'TEXT-shown-alone');
  await led('RevealNote', { note: 'note-shown' });
}

async function answerThroughLink(): Promise<void> {
  const now = Date.now();
  await add('prompt-at-home', 'perspective', { homework: { from: now - 1_000, until: now + 3_600_000 } });
  const form = { organisation: 'ORG-partner', kind: 'municipality' };
  const { partnerLinks } = server.app;
  const made = await partnerLinks.make(meeting, 'prompt-at-home', guests.anna!.id, form);
  if (!made.ok) throw new Error(made.reason);
  for (const [consent, text] of [
    ['unquoted', 'TEXT-counted-only'],
    ['anonymous', 'TEXT-of-a-partner']
  ] as const) {
    const answer = { note: `note-${consent}`, consent, fields: { text, role: '4' } };
    expect(await partnerLinks.answer(made.link.token, answer, '10.0.0.1')).toEqual({ ok: true });
  }
}

/** A wall shows who is here by organisation, leaders see names: that is presence, and told to them. */
function heardBy(who: Who): string {
  return early[who]!.bytes + late[who]!.bytes;
}

test.each(Object.entries(SECRETS))('%s is known to nobody but %j', (secret, knowing) => {
  const known = AUDIENCES.filter((who) => heardBy(who).includes(secret));
  expect(known.sort()).toEqual([...knowing].sort());
});

test.each(['bo', 'cia'] as const)('%s learns not even that Anna has written something of her own', (who) => {
  const own = ['note-concealed', 'note-nameless', 'note-waiting', 'note-taken-off', 'note-withdrawn'];
  expect(own.filter((note) => heardBy(who).includes(note))).toEqual([]);
});

test('nothing that leaders get of a nameless note says whose it is', () => {
  const anna = guests.anna!.id;
  for (const note of notesHeard('leader', ['note-nameless', 'note-concealed', 'note-quoted'])) {
    expect(note.by, note.id).toBeUndefined();
    expect(JSON.stringify(note)).not.toContain(anna);
  }
});

test('the names of a group’s note are told to nobody', () => {
  for (const who of AUDIENCES)
    for (const note of notesHeard(who, ['note-of-group'])) expect(note.by, who).toBeUndefined();
});

test('while it is open nobody gets what a vote comes to, and nobody but the voter a ballot', () => {
  for (const who of AUDIENCES) expect(before[who], who).not.toContain('"result"');
  const knowing = AUDIENCES.filter((who) => heardBy(who).includes('"choice-1":83'));
  expect(knowing).toEqual(['anna']);
});

test('once it is closed leaders and reviewers get the result; walls and phones when it is shown', () => {
  const knowing = () => AUDIENCES.filter((who) => heardBy(who).includes('"score":83'));
  expect(knowing().sort()).toEqual(['leader', 'review']);
});

function notesHeard(who: Who, ids: readonly string[]): NoteView[] {
  const views = [early[who]!, late[who]!].flatMap(({ heard }) =>
    heard.flatMap((one) => {
      if (one.name === 'state') return Object.values(one.message.state.notes);
      return one.name === 'events'
        ? one.message.events.flatMap(({ data }) => Object.values(data.notes ?? {}))
        : [];
    })
  );
  const found = views.filter((note): note is NoteView => note !== null && ids.includes(note.id));
  if (who === 'leader') expect(found.length).toBeGreaterThanOrEqual(ids.length);
  return found;
}
