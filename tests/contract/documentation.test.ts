/** The documentation: written by several at once over real sockets and on several nodes, kept, and refused where it is none. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { io } from 'socket.io-client';
import { Sheet } from '../../server/documentation/sheet.ts';
import { UpdateStore } from '../../server/documentation/update-store.ts';
import { createLog } from '../../server/log.ts';
import { FRAGMENT } from '../../src/lib/domain/documentation/content.ts';
import type { ContentNode } from '../../src/lib/domain/documentation/content.ts';
import { SharedDocument } from '../../src/lib/client/shared-document.svelte.ts';
import { DOCUMENTATION_PROTOCOL, LARGEST_UPDATE } from '../../src/lib/protocol/documentation.ts';
import { wordingFor } from '../../src/lib/review/wording.ts';
import { SlowNet } from '../fixtures/slow-net.ts';
import { ask, LEADER, BERIT, until } from '../fixtures/nodes.ts';
import { signedIn, startLiveServer } from '../fixtures/live-server.ts';
import type { Leader, LiveServer } from '../fixtures/live-server.ts';

let server: LiveServer;
let other: LiveServer;
let project: string;
let meeting: string;
const pages: SharedDocument[] = [];

beforeAll(async () => {
  server = await startLiveServer();
  other = await startLiveServer({ DATABASE_URL: server.app.config.databaseUrl! });
});
beforeEach(async () => {
  ({ projectId: project, id: meeting } = await server.makeMeeting());
});
afterEach(() => {
  for (const page of pages.splice(0)) page.stop();
});
afterAll(async () => {
  await other.close();
  await server.close();
});

async function open(by: Leader = server.leader, at = server): Promise<SharedDocument> {
  const page = new SharedDocument(project, {
    origin: at.origin,
    headers: { origin: at.origin, cookie: by.cookie }
  });
  pages.push(page);
  page.start();
  await until(() => page.loaded || page.gone !== undefined, 'the page has loaded');
  return page;
}

async function member(part: string): Promise<Leader> {
  const made = await signedIn(server.app);
  await server.app.database
    .sql`insert into project_members (project_id, user_id, part) values (${project}, ${made.user.id}, ${part})`;
  return made;
}

/** A paragraph at the end. */
function write({ doc }: { doc: Y.Doc }, text: string): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph');
  const written = new Y.XmlText(text);
  doc.transact(() => {
    paragraph.insert(0, [written]);
    const fragment = doc.getXmlFragment(FRAGMENT);
    fragment.insert(fragment.length, [paragraph]);
  });
  return written;
}

const lastOf = ({ doc }: { doc: Y.Doc }) => doc.getXmlFragment(FRAGMENT).toArray().at(-1) as Y.XmlElement;
const textInLast = (page: { doc: Y.Doc }) => lastOf(page).get(0) as Y.XmlText;

/** The last paragraph becomes a heading, as the editor does it: another element that says the same. */
function remakeLast({ doc }: { doc: Y.Doc }): void {
  const fragment = doc.getXmlFragment(FRAGMENT);
  const heading = new Y.XmlElement('heading');
  heading.insert(0, [new Y.XmlText(textInLast({ doc }).toString())]);
  doc.transact(() => {
    fragment.delete(fragment.length - 1, 1);
    fragment.insert(fragment.length, [heading]);
  });
}

const shown = ({ doc }: { doc: Y.Doc }) => doc.getXmlFragment(FRAGMENT).toString();
const saved = (page: SharedDocument) => until(() => !page.unsent, 'all is saved');
const textIn = (node: ContentNode): string => (node.text ?? '') + (node.content ?? []).map(textIn).join('\n');
const kept = async (at = server) => textIn(await at.app.documentation.content(project));
const rows = () =>
  server.app.database.sql<{ seq: number; made_by: string | null }[]>`
    select seq, made_by from documentation_updates where project_id = ${project} order by seq`;

/** A step with a card, so that there is something to place. */
async function answered(): Promise<void> {
  const room = (await server.app.meetings.room(meeting))!;
  const data = { prompt: 'prompt-1', kind: 'role-card', title: 'Vem är du?' };
  await ask(room, LEADER, { name: 'AddPrompt', data });
  await ask(room, LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  await ask(room, BERIT, {
    name: 'SubmitNote',
    data: { note: 'note-0001', prompt: 'prompt-1', fields: { text: 'Dörröppnare' } }
  });
}

describe('what is laid in first', () => {
  test('are the chapters with what meetings have left, once, whoever opens it at once', async () => {
    await answered();
    const [here, there] = await Promise.all([open(), open(server.leader, other), kept(), kept(other)]);
    expect(shown(here)).toBe(shown(there));
    const content = await server.app.documentation.content(project);
    const headings = content.content!.filter(({ attrs }) => attrs?.level === 1).map(textIn);
    expect(headings).toHaveLength(8);
    const placed = content.content!.filter(({ type }) => type === 'output');
    expect(placed.map(({ attrs }) => attrs)).toMatchObject([
      { meeting, prompt: 'prompt-1', notes: '1', hash: expect.stringMatching(/./) as string }
    ]);
    // No text of a card is held.
    expect(JSON.stringify(content)).not.toContain('Dörröppnare');
    expect(await rows()).toMatchObject([{ seq: 1 }]);
  });

  test('is a report with what the cards say now', async () => {
    await answered();
    const view = (await server.app.projects.read(server.leader.user.id, project))!;
    const at = Date.UTC(2027, 3, 15, 23);
    const report = await server.app.documentation.report(view, wordingFor, { at });
    expect(report).toMatchObject({
      title: 'Vem gör vad?',
      subtitle: 'Integration i regionen',
      cover: { host: 'Region Älvmark', day: '16 april 2027' },
      language: 'sv'
    });
    expect(JSON.stringify(report)).toContain('Dörröppnare');
    const room = (await server.app.meetings.room(meeting))!;
    await ask(room, BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } });
    expect(JSON.stringify(await server.app.documentation.report(view, wordingFor))).not.toContain(
      'Dörröppnare'
    );
  });
});

describe('together', () => {
  test('two who write in the same paragraph at once lose nothing, on one node or two', async () => {
    const [one, two, far] = [await open(), await open(), await open(server.leader, other)];
    const text = write(one, 'Vi går');
    await saved(one);
    await until(() => shown(two).includes('Vi går') && shown(far).includes('Vi går'), 'all have it');
    const theirs = (page: SharedDocument) => {
      const fragment = page.doc.getXmlFragment(FRAGMENT);
      return (fragment.get(fragment.length - 1) as Y.XmlElement).get(0) as Y.XmlText;
    };
    text.insert(text.length, ' hem');
    theirs(two).insert(0, 'Nu: ');
    theirs(far).insert(3, 'alla ');
    await Promise.all([one, two, far].map(saved));
    await until(() => shown(one) === shown(two) && shown(two) === shown(far), 'all are the same');
    expect(shown(one)).toContain('Nu: Vi alla går hem');
    expect(await kept()).toContain('Nu: Vi alla går hem');
    expect(await kept(other)).toContain('Nu: Vi alla går hem');
  });

  test('words in a paragraph that another makes anew meanwhile are in the new one, with a net or without, on one node or two', async () => {
    const net = await SlowNet.start(server.origin);
    const [one, far] = [await open(), await open(server.leader, other)];
    const away = await open(server.leader, { ...server, origin: net.origin });
    write(one, 'Vi går hem.');
    await saved(one);
    for (const page of [far, away]) await until(() => shown(page).includes('Vi går hem.'), 'all have it');
    net.set({ gone: true });
    net.cut();
    textInLast(away).insert(6, ' inte');
    await until(() => away.keeping === 'waiting', 'it waits');
    textInLast(far).insert(2, ' alla');
    remakeLast(one);
    await Promise.all([one, far].map(saved));
    net.set({});
    await saved(away);
    const all = [one, far, away];
    await until(() => all.every((page) => shown(page).includes('Vi alla går inte hem.')), 'it is there');
    await until(() => new Set(all.map(shown)).size === 1, 'all are the same');
    expect(await kept()).toContain('Vi alla går inte hem.');
    expect(await kept(other)).toContain('Vi alla går inte hem.');
    expect(all.flatMap(({ strays }) => strays)).toEqual([]);
    await net.close();
  });

  test('words in a paragraph that is removed meanwhile lie beside the text until somebody lays them in', async () => {
    const net = await SlowNet.start(server.origin);
    const one = await open();
    write(one, 'Före.');
    write(one, 'Vi går hem.');
    await saved(one);
    const away = await open(server.leader, { ...server, origin: net.origin });
    net.set({ gone: true });
    net.cut();
    textInLast(away).insert(6, ' inte');
    await until(() => away.keeping === 'waiting', 'it waits');
    const fragment = one.doc.getXmlFragment(FRAGMENT);
    fragment.delete(fragment.length - 1, 1);
    write(one, 'Efter.');
    await saved(one);
    net.set({});
    await saved(away);
    for (const page of [one, away]) {
      await until(() => page.strays.length > 0, 'it is told');
      expect(page.strays).toMatchObject([{ words: ' inte', stood: 'Vi går hem.' }]);
    }
    const again = await open();
    expect(again.strays).toHaveLength(1);
    again.layIn(again.strays[0]!.id);
    await saved(again);
    await until(() => one.strays.length === 0, 'it is laid in');
    const said = (await kept()).split('\n').filter(Boolean);
    expect(said.slice(-3)).toEqual(['Före.', 'Efter.', 'inte']);
    await net.close();
  });

  test('nothing is lost where the connection breaks between what is learnt and what is sent', async () => {
    const net = await SlowNet.start(server.origin);
    const one = await open();
    write(one, 'Vi går hem.');
    await saved(one);
    const away = await open(server.leader, { ...server, origin: net.origin });
    net.set({ gone: true });
    net.cut();
    remakeLast(away);
    await until(() => away.keeping === 'waiting', 'it waits');
    textInLast(one).insert(2, ' alla');
    await saved(one);
    // It learns what was written; what it sends does not come through the first time.
    const apply = server.app.documentation.apply.bind(server.app.documentation);
    const broken = vi.spyOn(server.app.documentation, 'apply').mockImplementationOnce(async () => {
      await until(() => shown(away).includes('heading'), 'it has learnt');
      net.cut();
      throw new Error('gone');
    });
    broken.mockImplementation(apply);
    net.set({});
    await saved(away);
    await until(() => shown(one) === shown(away), 'both are the same');
    expect(broken.mock.calls.length).toBeGreaterThan(1);
    broken.mockRestore();
    expect(await kept()).toContain('Vi alla går hem.');
    await net.close();
  });

  test('several nodes that write the next number in the same instant all keep theirs', async () => {
    await kept();
    const docs = Array.from({ length: 12 }, (_, at) => {
      const doc = new Y.Doc();
      write({ doc }, `Mening ${at}.`);
      return Y.encodeStateAsUpdate(doc);
    });
    const { id } = server.leader.user;
    const written = await Promise.all(
      docs.map((update, at) => (at % 2 ? server : other).app.documentation.apply(project, id, update))
    );
    expect(written.every(({ ok }) => ok)).toBe(true);
    for (const at of docs.keys()) expect(await kept(at % 2 ? other : server)).toContain(`Mening ${at}.`);
    expect((await rows()).map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
  });

  test('who is here is told by name, once a person', async () => {
    const reviewer = await member('reviewer');
    const [one, two] = [await open(), await open(reviewer)];
    await open();
    const ids = (page: SharedDocument) => page.here.map(({ id }) => id).sort();
    const both = [server.leader.user.id, reviewer.user.id].sort();
    await until(
      () => String(ids(one)) === String(both) && String(ids(two)) === String(both),
      'both are here'
    );
    pages.splice(pages.indexOf(two), 1)[0]!.stop();
    await until(() => one.here.length === 1, 'one has left');
  });

  test('what was written while the net was gone comes when it is back, and so does what others wrote', async () => {
    const net = await SlowNet.start(server.origin);
    const page = await open(server.leader, { ...server, origin: net.origin });
    net.set({ gone: true });
    net.cut();
    write(page, 'Utan nät.');
    await until(() => page.keeping === 'waiting', 'the page says that it waits');
    await server.app.documentation.apply(project, server.leader.user.id, updateWith('Under tiden.'));
    expect(await kept()).not.toContain('Utan nät.');
    net.set({});
    await until(() => page.keeping === 'saved', 'all is saved');
    expect(page.savedAt).toBeGreaterThan(0);
    expect(await kept()).toContain('Utan nät.');
    expect(shown(page)).toContain('Under tiden.');
    await net.close();
  });

  test('what was deleted is no longer kept once many updates have become one; who was away reads on', async () => {
    const away = await open();
    const page = await open();
    const text = write(page, 'Hemligt.');
    await saved(page);
    await until(() => shown(away).includes('Hemligt.'), 'it has come');
    const sheet = server.app.documentation.sheet(project);
    for (let at = 0; at < 205; at++) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, (await sheet.missing(new Uint8Array([0]))).update);
      if (at === 0) (doc.getXmlFragment(FRAGMENT).toArray().at(-1) as Y.XmlElement).delete(0, 1);
      else write({ doc }, `${at}.`);
      await sheet.write(Y.encodeStateAsUpdate(doc), null);
    }
    expect(text.parent).toBeDefined();
    expect((await rows()).length).toBeLessThan(20);
    const stored = await server.app.database.sql<{ update: Buffer }[]>`
      select update from documentation_updates where project_id = ${project}`;
    expect(stored.some(({ update }) => update.includes('Hemligt'))).toBe(false);
    expect(await kept(other)).toContain('204.');
    expect(await kept(other)).toBe(await kept());
    await until(() => shown(away).includes('204.'), 'the page has read on');
  });
});

test('some time after the last change, what was deleted is no longer in the database', async () => {
  const { sql } = server.app.database;
  const sheet = new Sheet(
    project,
    new UpdateStore(sql),
    createLog('silent'),
    async () => updateWith(''),
    200
  );
  const doc = new Y.Doc();
  const text = write({ doc }, 'Hemligt.');
  await sheet.write(Y.encodeStateAsUpdate(doc), null);
  text.delete(0, text.length);
  await sheet.write(Y.encodeStateAsUpdate(doc), null);
  const stored = async () =>
    (await sql<{ update: Buffer }[]>`select update from documentation_updates where project_id = ${project}`)
      .map(({ update }) => update.toString('latin1'))
      .join();
  expect(await stored()).toContain('Hemligt');
  for (let at = 0; at < 100 && (await rows()).length > 1; at++) await new Promise((go) => setTimeout(go, 50));
  expect(await rows()).toHaveLength(1);
  expect(await stored()).not.toContain('Hemligt');
});

describe('refused without harm', () => {
  const bad: [string, () => Uint8Array, string][] = [
    ['what is no update', () => new Uint8Array([1, 2, 3, 250]), 'refused'],
    ['a cut one', () => updateWith('Hej').slice(0, -4), 'refused'],
    ['one that is too large', () => new Uint8Array(LARGEST_UPDATE + 1), 'too-large'],
    ['one that lacks what came before it', () => lateUpdate(), 'gap'],
    [
      'a list where texts belong',
      () => updateOf((doc) => doc.getXmlFragment(FRAGMENT).insert(0, [new Y.Array() as never])),
      'refused'
    ],
    [
      'a thing within a text',
      () =>
        updateOf((doc) => {
          const text = new Y.XmlText();
          doc.getXmlFragment(FRAGMENT).insert(0, [text]);
          text.insertEmbed(0, { a: 1 });
        }),
      'refused'
    ],
    [
      'what the editor has no name for: every page would delete it',
      () => updateOf((doc) => doc.getXmlFragment(FRAGMENT).insert(0, [new Y.XmlElement('iframe')])),
      'refused'
    ],
    [
      'a table within a cell',
      () =>
        updateOf((doc) => {
          let parent: Y.XmlFragment = doc.getXmlFragment(FRAGMENT);
          for (const name of ['table', 'tableRow', 'tableCell', 'table']) {
            const child = new Y.XmlElement(name);
            parent.insert(0, [child]);
            parent = child;
          }
        }),
      'refused'
    ],
    [
      'a mark that nobody knows',
      () =>
        updateOf((doc) => {
          const text = new Y.XmlText();
          doc.getXmlFragment(FRAGMENT).insert(0, [new Y.XmlElement('paragraph')]);
          (doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).insert(0, [text]);
          text.insert(0, 'Hej', { script: {} });
        }),
      'refused'
    ],
    [
      'an attribute that says itself what it says',
      () => updateOf((doc) => placeBlock(doc, { caption: { toString: 1, valueOf: 1 } })),
      'refused'
    ],
    ['something beside the text', () => updateOf((doc) => void doc.getMap('other').set('a', 'b')), 'refused'],
    [
      'what is nested without end',
      () =>
        updateOf((doc) => {
          let parent: Y.XmlFragment = doc.getXmlFragment(FRAGMENT);
          for (let depth = 0; depth < 60; depth++) {
            const child = new Y.XmlElement('blockquote');
            parent.insert(0, [child]);
            parent = child;
          }
        }),
      'refused'
    ]
  ];

  test.each(bad)('%s', async (_, make, code) => {
    const page = await open();
    write(page, 'Före.');
    await saved(page);
    const before = await kept();
    expect(await server.app.documentation.apply(project, server.leader.user.id, make())).toEqual({
      ok: false,
      code
    });
    expect(await kept()).toBe(before);
    write(page, 'Efter.');
    await saved(page);
    expect(await kept()).toContain('Efter.');
    expect(await kept(other)).toContain('Efter.');
  });

  test('over the socket too, and what is no bytes', async () => {
    const socket = await bare({});
    for (const sent of [new Uint8Array([9, 9, 9, 200]), 'text', { a: 1 }, null])
      expect(await socket.emitWithAck('update', sent)).toEqual({ ok: false, code: 'refused' });
    expect(await socket.emitWithAck('sync', 'text')).toEqual({ ok: false, code: 'refused' });
    socket.emit('update');
    socket.emit('sync', new Uint8Array([1]), 'no function');
    expect(await socket.emitWithAck('sync', new Uint8Array([0]))).toMatchObject({ ok: true });
    socket.close();
  });
});

describe('what could stop all others', () => {
  test('a NUL in a text or an attribute is taken out when it is read, and a version of it can be kept', async () => {
    const { user } = server.leader;
    const update = updateOf((doc) => {
      write({ doc }, 'No\u0000ll');
      placeBlock(doc, { meeting: 'a', caption: 'No\u0000ll' });
    });
    expect(await server.app.documentation.apply(project, user.id, update)).toMatchObject({ ok: true });
    expect(JSON.stringify(await server.app.documentation.content(project))).not.toContain('\\u0000');
    const kept = await server.app.documentationVersions.keep(user.id, project, { name: 'Med noll' });
    expect(kept).toMatchObject({ ok: true });
  });

  test('an edit that leaves an item, a cell or a quote without its paragraph gets one; an empty list goes', async () => {
    const page = await open();
    const { doc } = page;
    const made = [
      ['bulletList', 'listItem', 'heading'],
      ['table', 'tableRow', 'tableCell'],
      ['blockquote'],
      ['orderedList']
    ];
    doc.transact(() => {
      for (const names of made) {
        let parent: Y.XmlFragment = doc.getXmlFragment(FRAGMENT);
        for (const name of names) {
          const child = new Y.XmlElement(name);
          parent.insert(0, [child]);
          parent = child;
        }
      }
    });
    await saved(page);
    const whole =
      '<blockquote><paragraph></paragraph></blockquote><table><tablerow><tablecell><paragraph></paragraph></tablecell></tablerow></table><bulletlist><listitem><paragraph></paragraph><heading>';
    await until(() => shown(page).startsWith(whole), 'the page has it');
    expect(shown(await open(server.leader, other)).startsWith(whole)).toBe(true);
  });

  test('a version as long as a documentation may be comes back', async () => {
    const { user } = server.leader;
    const long = Array.from({ length: 60 }, (_, at) => `${at} ${'ord och '.repeat(2_000)}`);
    const content = (about: string): ContentNode => ({
      type: 'doc',
      content: long.map((text) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: `${about} ${text}` }]
      }))
    });
    for (const about of ['Ett', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex', 'Sju', 'Åtta', 'Nio', 'Tio'])
      expect(await server.app.documentation.replace(project, user.id, content(about))).toMatchObject({
        ok: true
      });
    expect(await server.app.documentation.content(project)).toEqual(content('Tio'));
    expect(await rows()).toHaveLength(1);
  });
});

describe('who may', () => {
  test('all members write, a reviewer too; nobody else reads', async () => {
    for (const part of ['owner', 'leader', 'co-leader', 'reviewer']) {
      const page = await open(await member(part));
      write(page, `Av en ${part}.`);
      await saved(page);
      expect(await kept()).toContain(`Av en ${part}.`);
    }
    const outside = await open(await signedIn(server.app));
    expect([outside.gone, outside.loaded, shown(outside)]).toEqual(['not-allowed', false, '']);
    const nobody = await open({ ...server.leader, cookie: 'x=1' });
    expect([nobody.gone, nobody.loaded]).toEqual(['signed-out', false]);
  });

  test('who was taken out is told nothing more, and what that page sends is not taken', async () => {
    const reviewer = await member('reviewer');
    const page = await open(reviewer);
    await server.app.database.sql`
      delete from project_members where project_id = ${project} and user_id = ${reviewer.user.id}`;
    write(page, 'För sent.');
    await until(() => page.gone === 'not-allowed', 'it is told');
    expect(page.unsent).toBe(true);
    expect(await kept()).not.toContain('För sent.');
  });

  test('a page of another site is not let in, nor one that asks for no project', async () => {
    await expect(bare({ origin: 'https://annan.exempel.se' })).rejects.toThrow();
    for (const asked of [undefined, '../etc', { a: 1 }, 'no-such-project']) {
      const socket = await bare({ asked });
      await until(() => socket.heard.length > 0, 'it is turned away');
      expect(socket.heard).toEqual([{ reason: 'not-allowed' }]);
      socket.close();
    }
  });
});

test('a page that is older or newer than the server is told to reload', async () => {
  for (const protocol of [0, DOCUMENTATION_PROTOCOL + 1, 'x']) {
    const socket = await bare({ protocol });
    await until(() => socket.heard.length > 0, 'it is turned away');
    expect(socket.heard).toEqual([{ reason: 'reload' }]);
    socket.close();
  }
});

interface Bare {
  origin?: string;
  asked?: unknown;
  protocol?: unknown;
}
async function bare(options: Bare) {
  const { origin = server.origin } = options;
  const socket = io(`${server.origin}/documentation`, {
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
    extraHeaders: { origin, cookie: server.leader.cookie },
    auth: {
      project: 'asked' in options ? options.asked : project,
      protocol: options.protocol ?? DOCUMENTATION_PROTOCOL
    }
  });
  const heard: unknown[] = [];
  socket.on('gone', (message: unknown) => heard.push(message));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return Object.assign(socket, { heard });
}

function updateOf(work: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  work(doc);
  return Y.encodeStateAsUpdate(doc);
}

function placeBlock(doc: Y.Doc, attrs: Record<string, unknown>): void {
  const block = new Y.XmlElement('output');
  for (const [name, value] of Object.entries(attrs)) block.setAttribute(name, value as string);
  doc.getXmlFragment(FRAGMENT).insert(0, [block]);
}

function updateWith(text: string): Uint8Array {
  return updateOf((doc) => write({ doc }, text));
}

/** The second of two updates. */
function lateUpdate(): Uint8Array {
  const doc = new Y.Doc();
  write({ doc }, 'Först.');
  const vector = Y.encodeStateVector(doc);
  write({ doc }, 'Sedan.');
  return Y.encodeStateAsUpdate(doc, vector);
}
