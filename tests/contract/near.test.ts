/** What an embedding server adds to suggestions and questions, with the real worker; and that nothing waits for one. */
import { NO_OWN_PACK } from '../../src/lib/domain/clustering/own-pack.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Clustering } from '../../server/clustering/clustering.ts';
import { Embeddings } from '../../server/clustering/embeddings.ts';
import { Machine } from '../../server/clustering/machine.ts';
import type { Room } from '../../server/room.ts';
import type { Suggestion } from '../../src/lib/domain/clustering/placer.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { EmbeddingServer } from '../fixtures/embedding-server.ts';
import { newId } from '../fixtures/ids.ts';
import { Line } from '../fixtures/line.ts';
import { startLiveServer } from '../fixtures/live-server.ts';
import type { LiveServer } from '../fixtures/live-server.ts';
import { ask, BERIT, card, LEADER, openPrompt, silent, startNode, until } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { anyMeeting } from '../fixtures/project.ts';

/** Language finds nothing in common among these. */
const UNLIKE = ['Spindel', 'Motor', 'Karta', 'Gitarr', 'Moln', 'Finansiär', 'Nyckel'];
let embedder: EmbeddingServer;

beforeAll(async () => {
  embedder = await EmbeddingServer.start();
});
beforeEach(() => embedder.reset());
afterAll(() => embedder.stop());

describe('the machine of a node', () => {
  let fresh: FreshDatabase;
  let node: Node;
  let machine: Machine;
  let room: Room;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  beforeEach(async () => {
    node = await startNode(fresh.url);
  });
  afterEach(async () => {
    await machine.close();
    await node.close();
  });
  afterAll(() => fresh.drop());

  /** A room where these cards lie somewhere. */
  async function laid(texts: readonly string[], url = embedder.origin): Promise<Map<string, string>> {
    const embeddings = new Embeddings({ url: `${url}/v1/embeddings`, model: 'bge-m3' }, silent);
    const packs = { of: async () => ({ language: 'sv' as const, pack: NO_OWN_PACK }) };
    machine = new Machine(node.meetings, new Clustering(ROOT, silent), silent, packs, embeddings);
    const { id } = await anyMeeting(node.database);
    room = (await node.meetings.room(id))!;
    await openPrompt(room);
    for (const text of texts) await ask(room, BERIT, card(text));
    await allPlaced();
    return new Map(Object.values(room.state.notes).map(({ id, fields }) => [fields.text!, id]));
  }
  const allPlaced = () =>
    until(() => Object.values(room.state.notes).every(({ place }) => place), 'all lie somewhere');
  const clusterOf = (note: string | undefined) => room.state.notes[note!]!.place!.cluster;
  const suggestions = () => machine.suggestions(room, 'prompt-1');
  const priors = () => machine.priors(room, 'prompt-1');
  const isAbout = (one: Suggestion, ...clusters: string[]) =>
    one.kind === 'merge' && clusters.includes(one.cluster) && clusters.includes(one.into);
  /** Lays a form of a word beside another: language sees that they belong elsewhere. */
  async function misplaced(notes: Map<string, string>): Promise<void> {
    const data = { notes: [notes.get('samordning')!], cluster: clusterOf(notes.get('Karta')) };
    await ask(room, LEADER, { name: 'MoveNotes', data });
  }

  test('what means the same is suggested, with the card that it is near; by itself nothing comes of it', async () => {
    embedder.meanings.set('spindel', 'motor');
    const notes = await laid(UNLIKE);
    const pair = [clusterOf(notes.get('Spindel')), clusterOf(notes.get('Motor'))] as const;
    expect(pair[0]).not.toBe(pair[1]);
    const one = (await suggestions()).find((one) => isAbout(one, ...pair))!;
    expect(one.kind === 'merge' && one.why).toEqual({
      kind: 'near',
      other: one.kind === 'merge' && room.state.clusters[one.into]!.label!.from
    });
    const [a, b] = [...pair].sort();
    expect((await priors())[0]).toMatchObject({ a, b });
    expect((await priors())[0]!.likeness).toBeGreaterThan(0.9);
    await ask(room, LEADER, { name: 'KeepApart', data: { cluster: pair[0], other: pair[1] } });
    expect((await suggestions()).filter((one) => isAbout(one, ...pair))).toEqual([]);
    expect(clusterOf(notes.get('Spindel'))).toBe(pair[0]);
  });

  test('what language finds comes first, and is said once', async () => {
    embedder.meanings.set('spindel', 'motor').set('samordning', 'samordnare');
    const notes = await laid([...UNLIKE, 'Samordnare', 'samordning']);
    await misplaced(notes);
    const kinds = (await suggestions()).map(({ why }) => why.kind);
    expect(kinds[0]).not.toBe('near');
    expect(kinds.lastIndexOf('near')).toBe(kinds.length - 1);
    expect(kinds.slice(kinds.indexOf('near')).every((kind) => kind === 'near')).toBe(true);
    const coordinating = [clusterOf(notes.get('Samordnare')), clusterOf(notes.get('samordning'))];
    expect((await suggestions()).filter((one) => isAbout(one, ...coordinating))).toHaveLength(1);
  });

  test('compounds with the same first part and different heads are not brought together by a cosine', async () => {
    const compounds = [
      ['Projektägare', 'Projektutvecklare'],
      ['Samhällsbyggare', 'Samhällsdebattör']
    ] as const;
    embedder.meanings.set('spindel', 'motor');
    for (const [one, other] of compounds) embedder.meanings.set(one.toLowerCase(), other.toLowerCase());
    const notes = await laid([...UNLIKE, ...compounds.flat()]);
    const near = (await suggestions()).filter(({ why }) => why.kind === 'near');
    expect(near.length).toBeGreaterThan(0);
    for (const pair of compounds) {
      const [a, b] = pair.map((text) => clusterOf(notes.get(text))).sort() as [string, string];
      expect(near.filter((one) => isAbout(one, a, b))).toEqual([]);
      // Language sees half of it.
      const prior = (await priors()).find((one) => one.a === a && one.b === b);
      expect(prior?.likeness ?? 0).toBeLessThan(0.6);
    }
  });

  test('only cards and notes that stand are sent, and each text once; no quote ever', async () => {
    const notes = await laid([...UNLIKE, 'karta', 'Hemlig']);
    await ask(room, LEADER, { name: 'HideNote', data: { note: notes.get('Hemlig')! } });
    const quotes = { prompt: 'prompt-2', kind: 'quote', title: 'Vad sa de?' } as const;
    await ask(room, LEADER, { name: 'AddPrompt', data: quotes });
    await ask(room, LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-2' } });
    const data = { note: newId(), prompt: 'prompt-2', fields: { text: 'Det gick bra' } };
    const said: Request = { name: 'SubmitNote', data };
    await ask(room, BERIT, said);
    await suggestions();
    await priors();
    await machine.priors(room, 'prompt-2');
    expect(embedder.texts.sort()).toEqual(UNLIKE.map((text) => text.toLowerCase()).sort());
  });

  test('another model: what the one before said is not mixed with it', async () => {
    embedder.meanings.set('spindel', 'motor');
    await laid(UNLIKE);
    const before = await suggestions();
    embedder.dimensions = 32;
    await ask(room, BERIT, card('Lykta'));
    await allPlaced();
    // Found out now; until it is asked anew, what is known holds.
    expect(await suggestions()).toEqual(before);
    for (const { likeness } of (await priors()).slice(0, 1)) expect(likeness).toBeGreaterThan(0.9);
  });

  const FORMS = [...UNLIKE, 'Samordnare', 'samordning'];

  test.each(['gone', 'slow', 'wrong'] as const)('a server that is %s: language alone', async (how) => {
    const gone = await EmbeddingServer.start();
    const { origin } = gone;
    await gone.stop();
    const notes = await laid(FORMS, how === 'gone' ? origin : embedder.origin);
    await misplaced(notes);
    if (how === 'slow') embedder.delay = 5_000;
    if (how === 'wrong') embedder.mode = () => ({ data: [] });
    const start = performance.now();
    const [list, pairs] = await Promise.all([suggestions(), priors()]);
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(list.length).toBeGreaterThan(0);
    expect(pairs.length).toBeGreaterThan(0);
    expect(list.filter(({ why }) => why.kind === 'near')).toEqual([]);
  });

  test('R70 cards are placed while a server is waited for', async () => {
    await laid(UNLIKE);
    embedder.mode = 'silent';
    let waiting = true;
    const suggested = suggestions().finally(() => (waiting = false));
    await until(() => embedder.asked.length > 0, 'it is asked');
    await ask(room, BERIT, card('Samordnare'));
    await allPlaced();
    expect(waiting).toBe(true);
    await suggested;
  });
});

describe('with phones and a leader', () => {
  let server: LiveServer;
  const lines: Line[] = [];

  beforeAll(async () => {
    server = await startLiveServer({ EMBEDDINGS_URL: embedder.origin });
  });
  afterEach(() => {
    for (const one of lines.splice(0)) one.close();
  });
  afterAll(() => server.close());

  test('the leader is told what is near, and a phone is asked about it', async () => {
    embedder.meanings.set('spindel', 'motor');
    const meeting = await server.makeMeeting();
    const room = (await server.app.meetings.room(meeting.id))!;
    const line = async (view: string, cookie: string) => {
      const made = new Line(server.origin, { meeting: meeting.id, view, cookie });
      lines.push(made);
      await made.first();
      return made;
    };
    const leader = await line('leader', server.leader.cookie);
    const prompt = { prompt: 'prompt-1' };
    await leader.send({ name: 'AddPrompt', data: { ...prompt, kind: 'role-card', title: 'Vem är du?' } });
    await leader.send({ name: 'OpenPrompt', data: prompt });
    const berit = await line('participant', (await server.join(meeting, 'Berit')).cookie);
    const mans = await line('participant', (await server.join(meeting, 'Måns')).cookie);
    const notes = UNLIKE.map(() => newId());
    for (const [index, text] of UNLIKE.entries()) {
      const data = { ...prompt, note: notes[index], fields: { text } };
      await (text === 'Spindel' ? berit : mans).send({ name: 'SubmitNote', data });
    }
    const clusterOf = (note: string | undefined) => room.state.notes[note!]?.place?.cluster;
    await until(() => notes.every(clusterOf), 'the machine has placed them');
    const pair = [clusterOf(notes[0])!, clusterOf(notes[1])!];
    const [spider, engine] = pair;

    const listed = () =>
      leader.heard.flatMap(({ name, message }) => (name === 'suggestions' ? [message.list] : [])).at(-1) ??
      [];
    const isIt = (one: Suggestion) =>
      one.kind === 'merge' &&
      one.why.kind === 'near' &&
      [one.cluster, one.into].every((id) => pair.includes(id));
    await leader.until(() => listed().some(isIt));

    await leader.send({ name: 'ClosePrompt', data: prompt });
    await leader.send({ name: 'StartFinding', data: prompt });
    const questions = () =>
      berit.heard.flatMap(({ name, message }) => (name === 'question' ? [message.question] : []));
    // Which card a person is asked about first is spread over the room.
    for (let turn = 1; ; turn++) {
      await berit.until(() => questions().length >= turn);
      const question = questions()[turn - 1];
      if (question?.kind !== 'own') throw new Error('never asked about it');
      const { cluster } = question;
      if (cluster === spider || cluster === engine) {
        const [label, other] = cluster === spider ? ['Motor', engine] : ['Spindel', spider];
        expect(question.likely[0]).toMatchObject({ cluster: other, label });
        break;
      }
      await berit.send({ name: 'GiveAnswer', data: { ...prompt, cluster, says: 'unsure' } });
    }
  });
});
