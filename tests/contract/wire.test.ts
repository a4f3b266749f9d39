/** The sockets of the real app: who gets in, what they are told, what they may say. */
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Meeting } from '../../server/projects.ts';
import { patched } from '../../src/lib/domain/meeting/view.ts';
import { viewOf } from '../../src/lib/domain/meeting/visibility.ts';
import { MAX_MESSAGE_BYTES, PROTOCOL_VERSION } from '../../src/lib/protocol/protocol.ts';
import type { StateMessage } from '../../src/lib/protocol/protocol.ts';
import { newId } from '../fixtures/ids.ts';
import { Line } from '../fixtures/line.ts';
import type { LineOptions } from '../fixtures/line.ts';
import { signedIn, startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';
import { until } from '../fixtures/nodes.ts';
import { makeMeetings } from '../fixtures/project.ts';

let server: LiveServer;
let meeting: Meeting;
let leader: Line;
let berit: Guest;
const lines: Line[] = [];

beforeAll(async () => {
  server = await startLiveServer();
});
beforeEach(async () => {
  meeting = await server.makeMeeting();
  leader = line({ view: 'leader', cookie: server.leader.cookie });
  await leader.first();
  await addPrompt('prompt-1');
  await leader.send({ name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  berit = await server.join(meeting, 'Berit', 'Hällby kommun');
});
afterEach(() => {
  for (const one of lines.splice(0)) one.close();
});
afterAll(() => server.close());

function line(options: Partial<LineOptions>): Line {
  const made = new Line(server.origin, { meeting: meeting.id, view: 'participant', ...options });
  lines.push(made);
  return made;
}

async function phone(guest: Guest, options: Partial<LineOptions> = {}): Promise<Line> {
  const made = line({ view: 'participant', cookie: guest.cookie, ...options });
  await made.first();
  return made;
}

const addPrompt = (prompt: string, more = {}) =>
  leader.send({ name: 'AddPrompt', data: { prompt, kind: 'role-card', title: 'Vem är du?', ...more } });
const card = (text: string, note = newId(), prompt = 'prompt-1') => ({
  name: 'SubmitNote',
  data: { note, prompt, fields: { text } }
});

describe('connecting', () => {
  test.each([
    ['of another site', 'https://annan.exempel.se'],
    ['of another port', 'http://127.0.0.1:1'],
    ['that is none', 'null'],
    ['that is missing', null]
  ])('an origin %s is refused at the handshake', async (_, origin) => {
    for (const transport of ['websocket', 'polling'] as const) {
      const stranger = line({ cookie: berit.cookie, origin, transports: [transport] });
      expect(await stranger.first()).toBe('refused');
    }
  });

  test('every view opens to its own credentials', async () => {
    const { cookie } = server.leader;
    const { wallKey } = meeting;
    for (const shown of [
      { view: 'leader', cookie },
      { view: 'review', cookie },
      { view: 'wall', cookie },
      { view: 'wall', key: wallKey },
      { view: 'participant', cookie: berit.cookie }
    ])
      expect(await line(shown).first(), JSON.stringify(shown)).toMatchObject({ name: 'state' });
  });

  test('no view opens to anything else', async () => {
    const other = await signedIn(server.app);
    const elsewhere = await server.makeMeeting();
    const guest = berit.cookie;
    const refused = async (shown: Partial<LineOptions>, reason: string) => {
      const answer = await line(shown).first();
      expect(answer, JSON.stringify(shown)).toEqual({ name: 'reload', message: { reason } });
    };
    for (const view of ['leader', 'review', 'wall']) {
      await refused({ view }, 'signed-out');
      await refused({ view, cookie: guest }, 'signed-out');
      await refused({ view, cookie: `${server.leader.cookie}x` }, 'signed-out');
      await refused({ view, cookie: other.cookie }, 'not-allowed');
    }
    const reviewer = await signedIn(server.app);
    await server.app.database
      .sql`insert into project_members (project_id, user_id, part) values (${meeting.projectId}, ${reviewer.user.id}, 'reviewer')`;
    for (const view of ['leader', 'wall']) await refused({ view, cookie: reviewer.cookie }, 'not-allowed');
    expect(await line({ view: 'review', cookie: reviewer.cookie }).first()).toMatchObject({ name: 'state' });
    await refused({ view: 'wall', key: 'x'.repeat(43) }, 'not-allowed');
    await refused({ view: 'wall', key: elsewhere.wallKey }, 'not-allowed');
    // Beside a key that opens nothing whoever leads this meeting is let in, and nobody else who is signed in.
    await makeMeetings(server.app.projects, other.user);
    for (const key of ['x'.repeat(43), elsewhere.wallKey]) {
      await refused({ view: 'wall', key, cookie: reviewer.cookie }, 'not-allowed');
      await refused({ view: 'wall', key, cookie: other.cookie }, 'not-allowed');
      await refused({ view: 'wall', key, cookie: guest }, 'not-allowed');
      const { cookie } = server.leader;
      expect(await line({ view: 'wall', key, cookie }).first()).toMatchObject({ name: 'state' });
    }
    await refused({ view: 'leader', key: meeting.wallKey }, 'signed-out');
    await refused({ view: 'participant' }, 'signed-out');
    await refused({ view: 'participant', cookie: server.leader.cookie }, 'signed-out');
    await refused({ view: 'participant', cookie: `${guest}x` }, 'not-allowed');
    await refused({ view: 'participant', cookie: guest, meeting: elsewhere.id }, 'signed-out');
    await refused({ view: 'participant', cookie: guest, meeting: 'no-such-meeting' }, 'unknown-meeting');
  });

  test.each([
    ['an old page', { protocol: PROTOCOL_VERSION - 1 }],
    ['a page of a newer server', { protocol: PROTOCOL_VERSION + 1 }],
    ['an unknown view', { view: 'director' }],
    ['an unknown field', { more: { admin: true } }],
    ['a number that is none', { more: { since: 'all' } }],
    ['a meeting that is no id', { meeting: '../../etc' }]
  ])('%s is told to reload, and cut off', async (_, shown) => {
    const old = line({ cookie: berit.cookie, ...shown });
    expect(await old.first()).toEqual({ name: 'reload', message: { reason: 'protocol' } });
    await old.until(() => !old.socket.connected);
  });

  test('45 phones join at once from one address, with no failure', async () => {
    const phones = await Promise.all(
      Array.from({ length: 45 }, async (_, index) => {
        const guest = await server.join(meeting, `Namn ${index % 7}`, `Organisation ${index % 5}`);
        const joined = line({ cookie: guest.cookie, transports: ['polling', 'websocket'] });
        return { first: await joined.first(), joined };
      })
    );
    expect(phones.filter(({ first }) => first === 'refused' || first.name !== 'state')).toEqual([]);
    await until(
      () => leader.heard.some(({ name, message }) => name === 'presence' && message.here === 45),
      'the leader sees 45'
    );
    const last = leader.heard.findLast(({ name }) => name === 'presence');
    const people = last?.name === 'presence' ? last.message.people! : [];
    // Nobody is called like somebody else of the same organisation.
    expect(new Set(people.map(({ name, organisation }) => `${name}, ${organisation}`)).size).toBe(46);
  });

  test('who came and left at once is not counted as here', async () => {
    const guests = await Promise.all(
      Array.from({ length: 10 }, (_, index) => server.join(meeting, `Flyktig ${index}`))
    );
    for (const guest of guests) {
      const flighty = line({ cookie: guest.cookie });
      flighty.socket.connect();
      // Cut while the server looks the cookie up.
      flighty.socket.io.engine.once('packet', () => setImmediate(() => flighty.socket.io.engine.close()));
      flighty.socket.on('connect', () => flighty.socket.io.engine.close());
      await new Promise((resolve) => flighty.socket.io.once('close', resolve));
    }
    await phone(berit);
    await until(
      () =>
        leader.heard.some(
          ({ name, message }) => name === 'presence' && message.joined === 11 && message.here === 1
        ),
      'only Berit is here'
    );
    const counts = leader.heard.flatMap(({ name, message }) => (name === 'presence' ? [message.here] : []));
    expect(counts.at(-1)).toBe(1);
  });
});

describe('catching up has three outcomes', () => {
  test('current: nothing is sent, and what happens next comes', async () => {
    const head = (await server.app.meetings.room(meeting.id))!.state.seq;
    const back = line({ cookie: berit.cookie, since: head });
    expect(await back.first()).toMatchObject({ name: 'events', message: { events: [], head } });
    await leader.send({ name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
    await back.reached(head + 1);
  });

  test('R66 a contiguous tail: every number once, and it folds to what may be seen now', async () => {
    const one = await phone(berit);
    const [first] = one.heard;
    if (first?.name !== 'state') throw new Error('no state');
    const { seq, state } = first.message;
    one.close();
    const note = newId();
    const other = await phone(berit);
    await other.send(card('Brobyggare', note));
    await leader.send({ name: 'HideNote', data: { note } });
    await leader.send({ name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
    const back = line({ cookie: berit.cookie, since: seq });
    const answer = await back.first();
    if (answer === 'refused' || answer.name !== 'events') throw new Error('no tail');
    const { events, head } = answer.message;
    expect(events.map((event) => event.seq)).toEqual([seq + 1, seq + 2, seq + 3]);
    expect(head).toBe(seq + 3);
    const room = (await server.app.meetings.room(meeting.id))!;
    const now = viewOf(room.state, { view: 'participant', id: berit.id }, () => undefined);
    const data = events.map((event) => event.data);
    expect(patched(state, data)).toEqual(JSON.parse(JSON.stringify(now)));
  });

  test('the whole state: for who is new, too far behind, or ahead of the log', async () => {
    const room = (await server.app.meetings.room(meeting.id))!;
    const by = { role: 'participant', id: berit.id } as const;
    await Promise.all(
      Array.from({ length: 501 }, (_, index) =>
        room.submit({ id: newId(), ...card(`Roll ${index}`) } as Parameters<typeof room.submit>[0], by)
      )
    );
    const { seq } = room.state;
    for (const since of [undefined, seq - 501, seq + 1]) {
      const answer = await line({ cookie: berit.cookie, since }).first();
      expect(answer, String(since)).toMatchObject({ name: 'state', message: { seq } });
    }
    const near = await line({ cookie: berit.cookie, since: seq - 500 }).first();
    expect(near).toMatchObject({ name: 'events', message: { head: seq } });
  });
});

describe('a newcomer to thousands of notes', () => {
  test('R66 gets a whole view made in slices, and as events what happened meanwhile: no number is missing', async () => {
    const room = (await server.app.meetings.room(meeting.id))!;
    const by = { role: 'participant', id: berit.id } as const;
    const write = (text: string) =>
      room.submit(
        {
          name: 'SubmitNote',
          data: { note: newId(), prompt: 'prompt-2', fields: { text, speaker: 'me' } },
          id: newId()
        },
        by
      );
    await addPrompt('prompt-2', { kind: 'quote' });
    await leader.send({ name: 'OpenPrompt', data: { prompt: 'prompt-2' } });
    await Promise.all(Array.from({ length: 4_000 }, (_, index) => write(`Citat ${index}`)));
    const [from, late] = [room.state.seq, line({ view: 'review', cookie: server.leader.cookie })];
    let here = false;
    const arriving = late.first().then(() => (here = true));
    while (!here) {
      void write('Mitt i');
      await new Promise((resolve) => setImmediate(resolve));
    }
    await arriving;
    await write('Sist');
    await late.reached(room.state.seq);
    const first = late.heard.find(({ name }) => name === 'state')!.message as StateMessage;
    const events = late.heard.flatMap((one) => (one.name === 'events' ? one.message.events : []));
    expect(first.seq).toBeGreaterThanOrEqual(from);
    const seqs = [...new Set(events.map(({ seq }) => seq))];
    expect(seqs).toEqual(seqs.map((_, index) => first.seq + 1 + index));
    const directory = await server.app.participants.directory(meeting.projectId);
    expect(
      patched(
        first.state,
        events.map(({ data }) => data)
      )
    ).toEqual(JSON.parse(JSON.stringify(viewOf(room.state, { view: 'review' }, directory))));
  });
});

describe('commands', () => {
  test('a participant submits a role card: the ack means stored, the leader sees it', async () => {
    const one = await phone(berit);
    const note = newId();
    const ack = await one.send(card('Språkvän', note));
    const room = (await server.app.meetings.room(meeting.id))!;
    expect(ack).toEqual({ ok: true, seq: room.state.seq });
    await leader.reached(room.state.seq);
    const last = leader.heard.findLast(({ name }) => name === 'events');
    expect(last).toMatchObject({
      message: {
        events: [
          {
            name: 'NoteSubmitted',
            data: {
              notes: {
                [note]: {
                  fields: { text: 'Språkvän' },
                  by: { name: 'Berit', organisation: 'Hällby kommun' }
                }
              },
              prompts: { 'prompt-1': { count: 1, people: 1 } }
            }
          }
        ]
      }
    });
  });

  test('R20 participants do not lead, leaders do not answer, walls and reviewers only look', async () => {
    const one = await phone(berit);
    const wall = line({ view: 'wall', key: meeting.wallKey });
    const reviewer = line({ view: 'review', cookie: server.leader.cookie });
    await Promise.all([wall.first(), reviewer.first()]);
    const close = { name: 'ClosePrompt', data: { prompt: 'prompt-1' } };
    for (const [who, request] of [
      [one, close],
      [leader, card('Tolk')],
      [wall, close],
      [wall, card('Tolk')],
      [reviewer, close]
    ] as const)
      expect(await who.send(request)).toMatchObject({ ok: false, code: 'not-allowed' });
  });

  test.each([
    ['an unknown name', { name: 'ServeTea', data: {} }],
    ['a name of every object', { name: 'constructor', data: {} }],
    ['an unknown field', { name: 'ClosePrompt', data: { prompt: 'prompt-1', force: true } }],
    ['an unknown field beside the data', { name: 'OpenMeeting', data: {}, by: { role: 'leader', id: 'x' } }],
    ['a missing field', { name: 'ClosePrompt', data: {} }],
    ['a wrong type', { name: 'ClosePrompt', data: { prompt: 7 } }],
    ['no id', { id: undefined, name: 'OpenMeeting', data: {} }],
    ['an id with signs', { id: 'x'.repeat(8) + "'; --", name: 'OpenMeeting', data: {} }],
    ['no object', 'OpenMeeting'],
    ['nothing', null]
  ])('%s is malformed, and changes nothing', async (_, input) => {
    const room = (await server.app.meetings.room(meeting.id))!;
    const { seq } = room.state;
    const sent = typeof input === 'object' && input && !('id' in input) ? { id: newId(), ...input } : input;
    const ack = await leader.socket.emitWithAck('command', sent);
    expect(ack).toMatchObject({ ok: false, code: 'malformed' });
    expect(room.state.seq).toBe(seq);
  });

  test('a command without an acknowledgement does no harm', async () => {
    leader.socket.emit('command', { id: newId() } as never, 'no function' as never);
    leader.socket.emit('ping', 'no function' as never);
    expect(await leader.send({ name: 'OpenMeeting', data: {} })).toMatchObject({ ok: true });
  });

  test('a message beyond the limit ends the connection, not the server', async () => {
    const one = await phone(berit);
    one.socket.emit('command', { text: 'x'.repeat(MAX_MESSAGE_BYTES) }, () => {});
    await one.until(() => !one.socket.connected);
    const again = await phone(berit);
    expect(await again.send(card('Kort'))).toMatchObject({ ok: true });
  });

  test('a phone that sends faster than anybody writes is told so, and nothing is lost that was acknowledged', async () => {
    const one = await phone(berit);
    const acks = await Promise.all(Array.from({ length: 40 }, (_, index) => one.send(card(`Roll ${index}`))));
    const stored = acks.filter((ack) => ack.ok);
    const refused = acks.filter((ack) => !ack.ok);
    expect(stored.length).toBeGreaterThanOrEqual(20);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map((ack) => !ack.ok && ack.code))).toEqual(new Set(['too-fast']));
    const { notes } = (await server.app.meetings.room(meeting.id))!.state;
    expect(Object.keys(notes)).toHaveLength(stored.length);
  });

  test('a removed participant is turned away at the next command', async () => {
    const one = await phone(berit);
    expect(await one.send(card('Först'))).toMatchObject({ ok: true });
    await server.app.participants.remove(meeting.projectId, berit.id);
    expect(await one.send(card('Sedan'))).toMatchObject({ ok: false, code: 'signed-out' });
    await one.until(() => one.heard.some(({ name }) => name === 'reload') && !one.socket.connected);
    const { notes } = (await server.app.meetings.room(meeting.id))!.state;
    expect(Object.values(notes).map((note) => note.fields.text)).toEqual(['Först']);
  });

  test('a stranger who asks for another upgrade is cut off, so that the server can stop', async () => {
    const { port } = new URL(server.origin);
    const socket = connect(Number(port), '127.0.0.1');
    const over = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => {});
    socket.write('GET /foo HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await over;
  });

  test('a removed participant who does nothing is told nothing more either', async () => {
    const one = await phone(berit);
    await server.app.participants.remove(meeting.projectId, berit.id);
    await one.until(() => one.heard.some(({ name }) => name === 'reload') && !one.socket.connected);
  });

  test('an open wall ends when its key is replaced, a console when its leader signs out', async () => {
    const other = await signedIn(server.app);
    const made = await server.app.projects.create(
      other.user.id,
      { name: 'Vatten', question: 'Vems är det?', host: '' },
      ['Ett']
    );
    const own = made.ok ? (await server.app.projects.read(other.user.id, made.id))!.meetings[0]! : undefined;
    const wall = line({ view: 'wall', key: own!.wallKey, meeting: own!.id });
    const console = line({ view: 'leader', cookie: other.cookie, meeting: own!.id });
    expect(await wall.first()).toMatchObject({ name: 'state' });
    expect(await console.first()).toMatchObject({ name: 'state' });
    await server.app.projects.newWallKey(other.user.id, own!.id);
    await server.app.accounts.signOut(other.cookie.split('=')[1]!);
    for (const one of [wall, console]) {
      await one.until(() => one.heard.some(({ name }) => name === 'reload') && !one.socket.connected);
    }
  });

  test('a leader who signed out leads no more, also over the open connection', async () => {
    const other = await signedIn(server.app);
    const [own] = await server.app.projects
      .create(other.user.id, { name: 'Klimat', question: 'Vad gör vi?', host: '' }, ['Ett'])
      .then((made) => (made.ok ? server.app.projects.read(other.user.id, made.id) : undefined))
      .then((view) => view!.meetings);
    const console = line({ view: 'leader', cookie: other.cookie, meeting: own!.id });
    await console.first();
    expect(await console.send({ name: 'OpenMeeting', data: {} })).toMatchObject({ ok: true });
    await server.app.accounts.signOut(other.cookie.split('=')[1]!);
    const ack = await console.send({ name: 'FinishMeeting', data: {} });
    expect(ack).toMatchObject({ ok: false, code: 'signed-out' });
  });

  test('a wall whose key was replaced opens no more', async () => {
    await server.app.projects.newWallKey(server.leader.user.id, meeting.id);
    const answer = await line({ view: 'wall', key: meeting.wallKey }).first();
    expect(answer).toMatchObject({ name: 'reload', message: { reason: 'not-allowed' } });
  });

  test('refusals come in the language of the browser', async () => {
    await leader.send({ name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
    const swedish = await phone(berit);
    const english = await phone(berit, { cookie: `${berit.cookie}; PARAGLIDE_LOCALE=en` });
    const [sv, en] = [await swedish.send(card('Sen')), await english.send(card('Sen'))];
    if (sv.ok || en.ok) throw new Error('not refused');
    expect([sv.code, en.code]).toEqual(['prompt-closed', 'prompt-closed']);
    expect(sv.message).not.toBe(en.message);
    expect(sv.message).toMatch(/[åäö]/);
  });
});

describe('canaries: not one byte of what may not be seen', () => {
  let wall: Line;
  let reviewer: Line;
  let mans: Guest;
  let anna: Guest;
  let ofMans: Line;

  beforeEach(async () => {
    mans = await server.join(meeting, 'Måns', 'Region Älvmark');
    anna = await server.join(meeting, 'NAMN-kanarie', 'ORG-kanarie');
    wall = line({ view: 'wall', key: meeting.wallKey });
    reviewer = line({ view: 'review', cookie: server.leader.cookie });
    await Promise.all([wall.first(), reviewer.first()]);
    ofMans = await phone(mans);
  });

  const open = (prompt: string) => leader.send({ name: 'OpenPrompt', data: { prompt } });
  const caughtUp = async () => {
    const { seq } = (await server.app.meetings.room(meeting.id))!.state;
    await Promise.all([wall, reviewer, ofMans].map((one) => one.reached(seq)));
    return seq;
  };
  /** Those who come later: with nothing, and from the beginning of the log. */
  const latecomers = async () => {
    const seq = await caughtUp();
    const late = [0, undefined].flatMap((since) => [
      line({ view: 'wall', key: meeting.wallKey, since }),
      line({ view: 'review', cookie: server.leader.cookie, since }),
      line({ cookie: mans.cookie, since })
    ]);
    await Promise.all(late.map((one) => one.first().then(() => one.reached(seq))));
    return late;
  };

  test('R61 R62 a question that has not been opened', async () => {
    await addPrompt('utkast-1', { title: 'TITEL-kanarie', instruction: 'HJÄLP-kanarie' });
    await leader.send({ name: 'EditPrompt', data: { prompt: 'utkast-1', title: 'TITEL-kanarie två' } });
    await leader.send({ name: 'MovePrompt', data: { prompt: 'utkast-1', index: 0 } });
    for (const one of [wall, reviewer, ofMans, ...(await latecomers())])
      expect(one.bytes).not.toMatch(/(TITEL|HJÄLP)-kanarie/);
    await open('utkast-1');
    await caughtUp();
    for (const one of [wall, reviewer, ofMans]) expect(one.bytes).toContain('TITEL-kanarie två');
  });

  test('R61 R62 R63 notes of a concealed question, until they are revealed', async () => {
    await addPrompt('dold-0001', { hidden: true });
    await open('dold-0001');
    const own = await phone(anna);
    const note = newId();
    await own.send(card('TEXT-kanarie', note, 'dold-0001'));
    for (const one of [wall, reviewer, ofMans, ...(await latecomers())])
      expect(one.bytes).not.toContain('TEXT-kanarie');
    for (const one of [ofMans]) expect(one.bytes).not.toContain(note);
    await own.until(() => own.bytes.includes('TEXT-kanarie'));
    await leader.send({ name: 'RevealNotes', data: { prompt: 'dold-0001' } });
    await caughtUp();
    expect(wall.bytes).toContain('TEXT-kanarie');
    expect(ofMans.bytes).not.toContain('TEXT-kanarie');
  });

  test('R64 R65 who wrote under a pledge, or said a quote anonymously', async () => {
    const own = await phone(anna);
    await addPrompt('anonym-01', { pledge: 'anonymous' });
    await open('anonym-01');
    await own.send(card('Utan namn', newId(), 'anonym-01'));
    await addPrompt('citat-001', { kind: 'quote' });
    await open('citat-001');
    const fields = { text: 'Så är det.', speaker: 'anonymous' };
    await own.send({ name: 'SubmitNote', data: { note: newId(), prompt: 'citat-001', fields } });
    for (const one of [wall, reviewer, ofMans, ...(await latecomers())])
      expect(one.bytes).not.toMatch(new RegExp(`NAMN-kanarie|${anna.id}`));
    for (const one of [reviewer, ofMans]) expect(one.bytes).not.toContain('ORG-kanarie');
    // The leader's list of people names her; what she wrote does not.
    const told = leader.heard.filter(({ name }) => name === 'events' || name === 'state');
    expect(JSON.stringify(told)).toContain('Utan namn');
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`NAMN-kanarie|ORG-kanarie|${anna.id}`));
  });

  test('R39 which organisation a note was brought in from', async () => {
    const { projectId } = meeting;
    await server.app.projects.addOrganisations(server.leader.user.id, projectId, 'FRÅN-kanarie', 'region');
    await server.app.participants.changed(projectId);
    const places = await server.app.projects.organisationsOf(projectId);
    const { id } = places.find(({ name }) => name === 'FRÅN-kanarie')!;
    const notes = [{ note: newId(), fields: { text: 'Från kalkylbladet' }, organisation: id }];
    await leader.send({ name: 'ImportNotes', data: { prompt: 'prompt-1', notes } });
    const [lateWall, lateReview, latePhone, ...tails] = await latecomers();
    for (const one of [wall, ofMans, lateWall!, latePhone!, tails[0]!, tails[2]!])
      expect(one.bytes).not.toMatch(new RegExp(`FRÅN-kanarie|${id}`));
    // The wall has heard that it came; whoever reads the review is told the name, and nobody there the id.
    for (const one of [wall, lateWall!, tails[0]!]) expect(one.bytes).toContain('Från kalkylbladet');
    for (const one of [reviewer, lateReview!, tails[1]!]) {
      expect(one.bytes).toContain('FRÅN-kanarie');
      expect(one.bytes).not.toContain(id);
    }
    const told = leader.heard.filter(({ name }) => name === 'events' || name === 'state');
    expect(JSON.stringify(told)).toContain('FRÅN-kanarie');
  });

  test('R41 a note that was withdrawn, hidden or changed, for everybody who comes later', async () => {
    const own = await phone(anna);
    const [withdrawn, hidden, changed] = [newId(), newId(), newId()];
    await own.send(card('TAGEN-kanarie', withdrawn));
    await own.send(card('DOLD-kanarie', hidden));
    await own.send(card('ÄNDRAD-kanarie', changed));
    await leader.send({ name: 'TurnProjector', data: { screen: { view: 'note', note: hidden } } });
    await own.send({ name: 'WithdrawNote', data: { note: withdrawn } });
    await leader.send({ name: 'HideNote', data: { note: hidden } });
    await own.send({ name: 'ChangeNote', data: { note: changed, fields: { text: 'Ny text' } } });
    for (const one of await latecomers()) expect(one.bytes).not.toMatch(/(TAGEN|DOLD|ÄNDRAD)-kanarie/);
    expect(wall.bytes).toContain('DOLD-kanarie');
    expect(ofMans.bytes).not.toMatch(/-kanarie/);
    const again = line({ view: 'leader', cookie: server.leader.cookie, since: 0 });
    await again.first();
    expect(JSON.stringify(again.heard.filter(({ name }) => name !== 'presence'))).not.toMatch(
      /TAGEN-kanarie|ÄNDRAD-kanarie/
    );
  });

  test('keys, tokens and codes of the meeting', async () => {
    await phone(anna);
    const cookie = server.leader.cookie.split('=')[1]!;
    for (const one of [wall, reviewer, ofMans, leader, ...(await latecomers())])
      for (const secret of [meeting.wallKey, anna.token, mans.token, cookie])
        expect(one.bytes).not.toContain(secret);
  });
});
