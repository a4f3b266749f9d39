/** Cards find each other, on the real app: worker, room, database and sockets. */
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Clustering, startClustering } from '../../server/clustering/clustering.ts';
import { Machine } from '../../server/clustering/machine.ts';
import type { Meeting } from '../../server/projects.ts';
import type { Room } from '../../server/room.ts';
import { NO_OWN_PACK } from '../../src/lib/domain/clustering/own-pack.ts';
import type { MeetingView } from '../../src/lib/domain/meeting/view.ts';
import { viewOf } from '../../src/lib/domain/meeting/visibility.ts';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { readCookies } from '../../server/cookies.ts';
import { newId } from '../fixtures/ids.ts';
import { Line } from '../fixtures/line.ts';
import type { LineOptions } from '../fixtures/line.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { Guest, LiveServer } from '../fixtures/live-server.ts';
import { ask, BERIT, card as asCard, openPrompt, silent, startNode, until } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { anyMeeting } from '../fixtures/project.ts';

const card = (text: string, note = newId()) => ({
  name: 'SubmitNote',
  data: { note, prompt: 'prompt-1', fields: { text } }
});

describe('with phones and a leader', () => {
  let server: LiveServer;
  let meeting: Meeting;
  let room: Room;
  let leader: Line;
  let guests: Guest[];
  const lines: Line[] = [];

  beforeAll(async () => {
    server = await startLiveServer();
  });
  beforeEach(async () => {
    meeting = await server.makeMeeting();
    room = (await server.app.meetings.room(meeting.id))!;
    leader = await line({ view: 'leader', cookie: server.leader.cookie });
    await leader.send({
      name: 'AddPrompt',
      data: { prompt: 'prompt-1', kind: 'role-card', title: 'Vem är du?' }
    });
    await leader.send({ name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
    guests = [];
    for (const name of ['Berit', 'Måns', 'Siv']) guests.push(await server.join(meeting, name));
  });
  afterEach(() => {
    for (const one of lines.splice(0)) one.close();
  });
  afterAll(() => server.close());

  async function line(options: Partial<LineOptions>): Promise<Line> {
    const made = new Line(server.origin, { meeting: meeting.id, view: 'participant', ...options });
    lines.push(made);
    await made.first();
    return made;
  }
  const phone = (guest: Guest) => line({ view: 'participant', cookie: guest.cookie });
  const see = (): MeetingView =>
    viewOf(room.state, { view: 'leader', id: server.leader.user.id }, () => undefined);
  const lies = (note: string) => room.state.notes[note]?.place?.cluster;
  const placed = (...notes: string[]) => until(() => notes.every(lies), 'the machine has placed them');
  const heard = <N extends 'question' | 'suggestions' | 'disputes'>(who: Line, name: N) =>
    who.heard.flatMap((one) =>
      one.name === name ? [one.message as Extract<typeof one, { name: N }>['message']] : []
    );

  /** Writes these cards, one each in turn, and closes the question. */
  async function written(...texts: string[]): Promise<{ notes: string[]; phones: Line[] }> {
    const phones = await Promise.all(guests.map(phone));
    const notes: string[] = [];
    for (const [index, text] of texts.entries()) {
      const note = newId();
      notes.push(note);
      await phones[index % phones.length]!.send(card(text, note));
    }
    await placed(...notes);
    await leader.send({ name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
    return { notes, phones };
  }

  test('R70 a card is placed beside the one that it is like, and the leader reads why', async () => {
    const { notes } = await written('Samordnare', 'samordning', 'Finansiär');
    expect(lies(notes[0]!)).toBe(lies(notes[1]!));
    expect(lies(notes[2]!)).not.toBe(lies(notes[0]!));
    await leader.reached(room.state.seq);
    const seen = leader.heard.flatMap(({ name, message }) =>
      name === 'events' ? message.events.flatMap(({ data }) => data.notes?.[notes[1]!] ?? []) : []
    );
    expect(seen.at(-1)).toMatchObject({
      cluster: lies(notes[0]!),
      placed: { by: 'machine', why: { other: notes[0] } }
    });
    await until(() => see().clusters[lies(notes[0]!)!]?.label === 'Samordnare', 'the cluster has its label');
  });

  test('R70 nobody places over the wire', async () => {
    const berit = await phone(guests[0]!);
    const data = {
      prompt: 'prompt-1',
      placements: [{ note: newId(), cluster: newId(), why: { kind: 'alone' } }],
      labels: []
    };
    for (const who of [leader, berit])
      expect(await who.send({ name: 'PlaceNotes', data })).toMatchObject({ ok: false, code: 'malformed' });
    const move = { name: 'MoveNotes', data: { notes: [newId()], cluster: newId() } };
    expect(await berit.send(move)).toMatchObject({ ok: false, code: 'not-allowed' });
  });

  test('R77 no phone is told of clusters, nor of anybody else’s card', async () => {
    const { notes, phones } = await written('Samordnare', 'samordning', 'Finansiär');
    await leader.send({ name: 'MoveNotes', data: { notes: [notes[2]], cluster: lies(notes[0]!) } });
    for (const one of phones) await one.reached(room.state.seq);
    for (const one of phones) expect(one.bytes).not.toContain(lies(notes[0]!)!);
    expect(phones[2]!.bytes).not.toMatch(/amordn/);
    expect(phones[0]!.bytes).not.toMatch(/suggestions|Finansi/);
  });

  test('suggestions reach leaders alone, also one who comes later, and go when they are dismissed', async () => {
    const { notes, phones } = await written('Samordnare', 'samordning', 'Finansiär');
    // Onto another cluster that is there: which of the two cards is wrong there, nobody has said.
    const [theirs, here] = [lies(notes[0]!)!, lies(notes[2]!)!];
    await leader.send({ name: 'MoveNotes', data: { notes: [notes[1]], cluster: here } });
    const listed = (who: Line) => heard(who, 'suggestions').at(-1)?.list ?? [];
    await leader.until(() => listed(leader).length > 0);
    expect(listed(leader)).toMatchObject([{ kind: 'merge' }]);
    const late = await line({ view: 'leader', cookie: server.leader.cookie });
    await late.until(() => listed(late).length > 0);
    await leader.send({ name: 'KeepApart', data: { cluster: theirs, other: here } });
    await leader.until(() => listed(leader).length === 0);
    for (const one of phones) expect(one.bytes).not.toContain('suggestions');
  });

  test('R86 what the room is of two minds about reaches leaders alone, as counts; it goes when they decide, and undo brings it back', async () => {
    const { notes, phones } = await written('Spindel', 'Motor', 'Karta');
    const [spindel, motor] = [lies(notes[0]!)!, lies(notes[1]!)!];
    await leader.send({ name: 'StartFinding', data: { prompt: 'prompt-1' } });
    const says = (who: number, said: 'same' | 'apart') =>
      phones[who]!.send({
        name: 'GiveAnswer',
        data: { prompt: 'prompt-1', cluster: spindel, other: motor, says: said }
      });
    await says(0, 'same');
    await says(1, 'apart');
    const listed = (who: Line) => heard(who, 'disputes').at(-1)?.list ?? [];
    await leader.until(() => listed(leader).length > 0);
    expect(heard(leader, 'disputes').at(-1)).toEqual({
      prompt: 'prompt-1',
      list: [{ cluster: motor, other: spindel, yes: 1, no: 1 }]
    });
    await says(2, 'apart');
    await leader.until(() => listed(leader)[0]?.no === 2);
    await leader.send({ name: 'KeepApart', data: { cluster: motor, other: spindel } });
    await leader.until(() => listed(leader).length === 0);
    await leader.send({ name: 'Undo', data: {} });
    await leader.until(() => listed(leader).length === 1);
    await leader.send({ name: 'MergeClusters', data: { cluster: motor, into: spindel } });
    await leader.until(() => listed(leader).length === 0);
    await leader.send({ name: 'Undo', data: {} });
    await leader.until(() => listed(leader).length === 1);
    // Also once the room has been asked: the leader decides afterwards.
    await leader.send({ name: 'EndFinding', data: { prompt: 'prompt-1' } });
    const late = await line({ view: 'leader', cookie: server.leader.cookie });
    await late.until(() => listed(late).length === 1);
    for (const one of phones) expect(one.bytes).not.toContain('disputes');
    for (const guest of guests) expect(JSON.stringify(heard(leader, 'disputes'))).not.toContain(guest.id);
  });

  test('R80 R82 phones are asked while the room finds together, each anew when it has answered', async () => {
    const { notes, phones } = await written('Spindel', 'Motor', 'Karta');
    expect(phones.flatMap((one) => heard(one, 'question'))).toEqual([]);
    await leader.send({ name: 'StartFinding', data: { prompt: 'prompt-1' } });
    const [berit] = phones as [Line];
    await berit.until(() => heard(berit, 'question').length > 0);
    const first = heard(berit, 'question')[0]!;
    expect(first).toMatchObject({ prompt: 'prompt-1', asked: 0, question: { kind: 'own' } });
    if (first.question?.kind !== 'own') throw new Error('not asked');
    expect(first.question.all.map(({ label }) => label)).toHaveLength(2);
    await berit.send({
      name: 'GiveAnswer',
      data: { prompt: 'prompt-1', cluster: first.question.cluster, says: 'own' }
    });
    await berit.until(() => heard(berit, 'question').length > 1);
    expect(heard(berit, 'question')[1]?.asked).toBe(1);
    // Ids of people are in no message about it.
    for (const one of phones)
      for (const guest of guests) expect(JSON.stringify(heard(one, 'question'))).not.toContain(guest.id);
    const late = await phone(guests[1]!);
    await late.until(() => heard(late, 'question').length > 0);
    await leader.send({ name: 'EndFinding', data: { prompt: 'prompt-1' } });
    await late.until(() => heard(late, 'question').at(-1)?.question === null);
    expect(notes).toHaveLength(3);
  });

  test('R82 an answer over HTTPS that changes nothing brings the next question too', async () => {
    const { notes, phones } = await written('Spindel', 'Motor', 'Karta');
    await leader.send({ name: 'StartFinding', data: { prompt: 'prompt-1' } });
    const [berit] = phones as [Line];
    const name = 'GiveAnswer';
    const data = {
      prompt: 'prompt-1',
      cluster: lies(notes[0]!)!,
      other: lies(notes[1]!)!,
      says: 'apart' as const
    };
    await berit.until(() => heard(berit, 'question').length > 0);
    await berit.send({ name, data });
    await berit.until(() => heard(berit, 'question').length > 1);
    const { seq } = room.state;
    const sender = {
      meeting: meeting.id,
      view: 'participant' as const,
      credentials: { cookie: readCookies(guests[0]!.cookie) },
      language: 'sv' as const
    };
    const answer = await server.app.takeCommand(sender, { id: newId(), name, data });
    expect(answer).toEqual({ ok: true, seq });
    await berit.until(() => heard(berit, 'question').length > 2);
    expect(heard(berit, 'question').at(-1)).toMatchObject({ asked: 1 });
  });

  test('R77 what a leader hides is taken back from the phones that are asked about it', async () => {
    const { notes, phones } = await written('Spindel', 'Motor', 'Karta');
    await leader.send({ name: 'StartFinding', data: { prompt: 'prompt-1' } });
    for (const one of phones) await one.until(() => heard(one, 'question').length > 0);
    await leader.send({ name: 'HideNote', data: { note: notes[1] } });
    for (const one of phones)
      await one.until(() => !JSON.stringify(heard(one, 'question').at(-1)).includes('Motor'));
    const late = await phone(guests[2]!);
    await late.until(() => heard(late, 'question').length > 0);
    expect(JSON.stringify(late.heard.filter(({ name }) => name === 'question'))).not.toContain('Motor');
    const wall = await line({ view: 'wall', key: meeting.wallKey, cookie: undefined });
    expect(wall.bytes).toContain('Spindel');
    expect(wall.bytes).not.toContain('Motor');
  });

  test('R85 an author is asked where the own note belongs, once there are themes', async () => {
    await leader.send({
      name: 'AddPrompt',
      data: { prompt: 'prompt-2', kind: 'sticky-note', title: 'Vad har vi lärt oss?' }
    });
    await leader.send({ name: 'OpenPrompt', data: { prompt: 'prompt-2' } });
    const [berit, mans] = (await Promise.all(guests.map(phone))) as [Line, Line];
    const [mine, other] = [newId(), newId()];
    await berit.send({
      name: 'SubmitNote',
      data: { note: mine, prompt: 'prompt-2', fields: { text: 'Skapa fler möten' } }
    });
    await mans.send({
      name: 'SubmitNote',
      data: { note: other, prompt: 'prompt-2', fields: { text: 'Karta över allt' } }
    });
    await placed(mine, other);
    await leader.send({ name: 'ClosePrompt', data: { prompt: 'prompt-2' } });
    await leader.send({
      name: 'AddCluster',
      data: { prompt: 'prompt-2', cluster: 'theme-meet', name: 'Mötas' }
    });
    await leader.send({ name: 'StartFinding', data: { prompt: 'prompt-2' } });
    await berit.until(() => heard(berit, 'question').length > 0);
    expect(heard(berit, 'question')[0]).toMatchObject({
      asked: 0,
      of: 1,
      question: {
        kind: 'theme',
        note: mine,
        text: 'Skapa fler möten',
        themes: [{ cluster: 'theme-meet', label: 'Mötas', count: 0 }]
      }
    });
    expect(
      await berit.send({ name: 'PlaceOwnNote', data: { note: mine, cluster: 'theme-meet' } })
    ).toMatchObject({ ok: true });
    await berit.until(() => heard(berit, 'question').at(-1)?.question === null);
    expect(heard(berit, 'question').at(-1)).toMatchObject({ asked: 1, of: 1 });
    expect(lies(mine)).toBe('theme-meet');
  });

  test('R76 a leader asks where the rest would go; nobody else may, and nothing is moved', async () => {
    await leader.send({
      name: 'AddPrompt',
      data: { prompt: 'prompt-2', kind: 'sticky-note', title: 'Vad har vi lärt oss?' }
    });
    await leader.send({ name: 'OpenPrompt', data: { prompt: 'prompt-2' } });
    const berit = await phone(guests[0]!);
    const notes = [newId(), newId(), newId()] as const;
    for (const [index, text] of ['Samordnare', 'Karta', 'Samordna mera'].entries())
      await berit.send({
        name: 'SubmitNote',
        data: { note: notes[index], prompt: 'prompt-2', fields: { text } }
      });
    await placed(...notes);
    await leader.send({
      name: 'AddCluster',
      data: { prompt: 'prompt-2', cluster: 'theme-one', name: 'Samordning' }
    });
    await leader.send({ name: 'MoveNotes', data: { notes: [notes[0]], cluster: 'theme-one' } });
    const before = notes.map(lies);
    expect(await leader.socket.emitWithAck('sort', 'prompt-2')).toMatchObject({
      ok: true,
      placements: [{ note: notes[2], cluster: 'theme-one' }]
    });
    expect(await leader.socket.emitWithAck('sort', 'prompt-9')).toMatchObject({ code: 'prompt-unknown' });
    expect(await leader.socket.emitWithAck('sort', { prompt: 1 })).toMatchObject({ code: 'malformed' });
    expect(await berit.socket.emitWithAck('sort', 'prompt-2')).toMatchObject({ code: 'not-allowed' });
    expect(notes.map(lies)).toEqual(before);
  });
});

describe('when something fails', () => {
  let fresh: FreshDatabase;
  let node: Node;
  let room: Room;
  const machines: Machine[] = [];
  const others: Node[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  beforeEach(async () => {
    node = await startNode(fresh.url);
  });
  afterEach(async () => {
    for (const machine of machines.splice(0)) await machine.close();
    for (const one of [node, ...others.splice(0)]) await one.close();
  });
  afterAll(() => fresh.drop());

  function machineOn({ meetings }: Node, start = () => startClustering(ROOT)): Machine {
    const clustering = new Clustering(ROOT, silent, { start, restMs: 1 });
    const reading = { language: 'sv', pack: NO_OWN_PACK } as const;
    const machine = new Machine(meetings, clustering, silent, { of: async () => reading });
    machines.push(machine);
    return machine;
  }
  const allPlaced = (which = room) =>
    until(() => Object.values(which.state.notes).every(({ place }) => place), 'all lie somewhere');
  async function open(on = node): Promise<Room> {
    const { id } = await anyMeeting(on.database);
    const made = (await on.meetings.room(id))!;
    await openPrompt(made);
    return made;
  }
  const placings = async (of: Room) =>
    (await node.meetings.log.readAfter(of.meeting, 0, 10_000)).flatMap((event) =>
      event.name === 'NotesPlaced' ? event.data.placements.map(({ note }) => note) : []
    );

  test('R70 the worker dies, and the next one knows what lies where', async () => {
    const workers: Worker[] = [];
    const start = () => {
      const worker = startClustering(ROOT);
      workers.push(worker);
      return worker;
    };
    machineOn(node, start);
    room = await open();
    await ask(room, BERIT, asCard('Samordnare'));
    await allPlaced();
    await workers[0]!.terminate();
    await ask(room, BERIT, asCard('samordning'));
    await ask(room, BERIT, asCard('Karta'));
    await allPlaced();
    expect(workers.length).toBeGreaterThan(1);
    expect(new Set(Object.values(room.state.notes).map(({ place }) => place?.cluster)).size).toBe(2);
  });

  test('R70 a card that kills the worker is left to its letters, the others are placed', async () => {
    const kill = `
      const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ id, task }) => {
        if (!task) return;
        const { loose } = task.ask;
        if (loose.some(({ text }) => text === 'Gift')) process.exit(1);
        const placements = loose.map(({ note, own }) => ({ note, cluster: own, why: { kind: 'alone' } }));
        parentPort.postMessage({ id, answer: { placements, labels: [] } });
      });
      parentPort.postMessage({ ready: true });`;
    room = await open();
    for (const text of ['Karta', 'Gift', 'Motor']) await ask(room, BERIT, asCard(text));
    const late = await startNode(fresh.url);
    others.push(late);
    machineOn(late, () => new Worker(kill, { eval: true }));
    const there = (await late.meetings.room(room.meeting))!;
    const loose = () => Object.values(there.state.notes).filter(({ place }) => !place);
    await until(() => loose().length === 1, 'all but one are placed');
    expect(loose()[0]?.fields.text).toBe('Gift');
    await ask(there, BERIT, asCard('Spindel'));
    await until(() => loose().length === 1, 'what comes later is placed too');
  });

  test('R70 what came while no machine was there is placed when the room is opened', async () => {
    const without = await startNode(fresh.url);
    others.push(without);
    const early = await open(without);
    for (const text of ['Samordnare', 'samordning', 'Karta']) await ask(early, BERIT, asCard(text));
    machineOn(node);
    room = (await node.meetings.room(early.meeting))!;
    await allPlaced();
  });

  test('R70 two nodes place each card once, in the same clusters', async () => {
    const another = await startNode(fresh.url);
    others.push(another);
    machineOn(node);
    machineOn(another);
    room = await open();
    const there = (await another.meetings.room(room.meeting))!;
    const words = ['Samordnare', 'samordning', 'Karta', 'Motor', 'karta', 'Spindel'];
    await Promise.all(words.map((text, index) => ask(index % 2 ? room : there, BERIT, asCard(text))));
    await allPlaced();
    await until(() => there.state.seq === room.state.seq, 'the nodes are in step');
    expect(there.state.notes).toEqual(room.state.notes);
    const once = await placings(room);
    expect(once.length).toBe(new Set(once).size);
    expect(new Set(Object.values(room.state.notes).map(({ place }) => place?.cluster)).size).toBe(4);
  });
});
