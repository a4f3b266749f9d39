/** Two who edit at once, with the page's own binding of ProseMirror and Yjs: no word that somebody wrote is lost without a sign. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { getSchema } from '@tiptap/core';
import { joinBackward, setBlockType, wrapIn } from '@tiptap/pm/commands';
import type { Node } from '@tiptap/pm/model';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import { lay, rewrite } from '../../../server/documentation/fragment.ts';
import { Heirs } from '../../../server/documentation/heirs.ts';
import { taken } from '../../../server/documentation/taken.ts';
import { FRAGMENT } from '../../../src/lib/domain/documentation/content.ts';
import type { ContentNode } from '../../../src/lib/domain/documentation/content.ts';
import { STRAYS } from '../../../src/lib/domain/documentation/stray.ts';
import type { Stray } from '../../../src/lib/domain/documentation/stray.ts';
import { extensions } from '../../../src/routes/projects/[id]/documentation/schema/extensions.ts';

const schema = getSchema(extensions(new Y.Doc(), undefined as never));
const paragraph = (text: string): ContentNode => ({
  type: 'paragraph',
  content: text ? [{ type: 'text', text }] : []
});

/** What the server has, and pages that take from it and send to it. */
class Server {
  readonly doc = new Y.Doc();
  readonly heirs = new Heirs(this.doc);

  constructor(...content: ContentNode[]) {
    lay(this.doc, { type: 'doc', content });
  }

  page(): Page {
    return new Page(this);
  }

  take(update: Uint8Array): void {
    expect(taken(this.doc, update, this.heirs)).not.toHaveProperty('code');
  }

  get text(): string {
    return this.doc.getXmlFragment(FRAGMENT).toJSON();
  }

  get strays(): Stray[] {
    return [...this.doc.getMap<Stray>(STRAYS).values()];
  }
}

class Page {
  readonly doc = new Y.Doc();
  readonly #server: Server;
  #unsent: Uint8Array[] = [];

  constructor(server: Server) {
    this.#server = server;
    this.receive();
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#unsent.push(update);
    });
  }

  receive(): void {
    const lacks = Y.encodeStateAsUpdate(this.#server.doc, Y.encodeStateVector(this.doc));
    Y.applyUpdate(this.doc, lacks, this);
  }

  send(): void {
    if (this.#unsent.length > 0) this.#server.take(Y.mergeUpdates(this.#unsent.splice(0)));
  }

  /** As the editor does it: the caret goes to the words, and then the command. */
  does(at: string, command: Command): this {
    this.#edit((state) => {
      const caret = state.apply(state.tr.setSelection(TextSelection.create(state.doc, after(state.doc, at))));
      let next: EditorState | undefined;
      expect(command(caret, (tr) => (next = caret.apply(tr)))).toBe(true);
      return next!;
    });
    return this;
  }

  types(at: string, words: string): this {
    this.#edit((state) => state.apply(state.tr.insertText(words, after(state.doc, at))));
    return this;
  }

  changes(work: (state: EditorState) => EditorState): this {
    this.#edit(work);
    return this;
  }

  #edit(work: (state: EditorState) => EditorState): void {
    const { doc, meta } = initProseMirrorDoc(this.doc.getXmlFragment(FRAGMENT), schema);
    const state = work(EditorState.create({ doc, schema }));
    updateYFragment(this.doc, this.doc.getXmlFragment(FRAGMENT), state.doc, meta as never);
  }
}

function after(doc: Node, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (at >= 0 && found < 0) found = pos + at + words.length;
  });
  if (found < 0) throw new Error(`no ${words}`);
  return found;
}

const heading = setBlockType(schema.nodes.heading!, { level: 1 });
const again: Command = (state, dispatch) =>
  setBlockType(schema.nodes.heading!, { level: 3 })(state, dispatch) ||
  liftListItem(schema.nodes.listItem!)(state, dispatch);
const start: Command = (state, dispatch) => {
  const at = state.selection.$from.start();
  const caret = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
  return joinBackward(caret, dispatch && ((tr) => dispatch(replay(state, tr.doc))));
};
const replay = (state: EditorState, doc: Node) =>
  state.tr.replaceWith(0, state.doc.content.size, doc.content);
const removed: Command = (state, dispatch) => {
  const { $from } = state.selection;
  dispatch?.(state.tr.delete($from.before(1), $from.after(1)));
  return true;
};

const REMADE: readonly [string, Command][] = [
  ['a heading', heading],
  ['a list', wrapInList(schema.nodes.bulletList!)],
  ['a quote', wrapIn(schema.nodes.blockquote!)],
  ['a part of the one before', start]
];

describe.each(REMADE)('a paragraph that becomes %s', (_, command) => {
  const given = () =>
    new Server(paragraph('Vi börjar här.'), paragraph('Alla gick hem.'), paragraph('Slut.'));

  test('keeps what another wrote in it before that came', () => {
    const server = given();
    const [one, two] = [server.page(), server.page()];
    two.types('Alla', ' NYTT').send();
    one.does('Alla', command).send();
    expect(server.text).toContain('Alla NYTT gick hem.');
    expect(server.text.match(/Alla/g)).toHaveLength(1);
    expect(server.strays).toEqual([]);
  });

  test('keeps what comes later, of somebody who had no net', () => {
    const server = given();
    const [one, two] = [server.page(), server.page()];
    one.does('Alla', command).send();
    two.types('Alla', ' NYTT').types('gick', ' ÄNNU').types('NYTT', ' MER').types('ÄNNU', 'NYARE');
    two.send();
    expect(server.text).toContain('Alla NYTT MER gick ÄNNUNYARE hem.');
    expect(server.strays).toEqual([]);
  });

  test('keeps it where somebody goes on writing before the change has come', () => {
    const server = given();
    const [one, two, three] = [server.page(), server.page(), server.page()];
    two.types('hem', ' på').send();
    one.does('Alla', command).send();
    two.types('på', ' kvällen').send();
    three.types('hem', ', sa Kim').send();
    expect(server.text).toMatch(/hem(, sa Kim på kvällen| på kvällen, sa Kim)\./);
    expect(server.strays).toEqual([]);
    const pages = [one, two, three];
    for (const page of pages) page.receive();
    expect(new Set(pages.map(({ doc }) => doc.getXmlFragment(FRAGMENT).toJSON())).size).toBe(1);
  });

  test('keeps it where it is changed twice', () => {
    const server = given();
    const [one, two] = [server.page(), server.page()];
    one.does('Alla', command).send();
    one.does('Alla', again).send();
    one.types('Alla', ' andra').send();
    two.types('Alla', ' NYTT').types('Slut', '?').send();
    expect(server.text).toContain('NYTT');
    expect(server.text).toContain('Slut?.');
    expect(server.strays).toEqual([]);
  });
});

describe('where it is not sure', () => {
  const given = () =>
    new Server(paragraph('Vi börjar här.'), paragraph('Alla gick hem.'), paragraph('Slut.'));

  test.each(['before', 'later'])('words in a paragraph that was removed lie beside the text: %s', (when) => {
    const server = given();
    const [one, two] = [server.page(), server.page()];
    two.types('Alla', ' NYTT');
    if (when === 'before') two.send();
    one.does('Alla', removed).send();
    two.send();
    expect(server.text).not.toContain('Alla');
    expect(server.strays).toMatchObject([{ words: 'NYTT ', stood: 'Alla gick hem.' }]);
    const [first] = server.doc.getXmlFragment(FRAGMENT).toArray() as Y.XmlElement[];
    expect(server.strays[0]!.after).toEqual({ ...first!._item!.id });
  });

  test('what its writer took out again, or knew when it was removed, is not told', () => {
    const server = given();
    const [one, two] = [server.page(), server.page()];
    two.types('Alla', ' NYTT');
    two.changes((state) => state.apply(state.tr.delete(after(state.doc, 'Alla'), after(state.doc, ' NYTT'))));
    two.types('Slut', ' nu').send();
    one.receive();
    one.does('Slut nu', removed).does('Alla', removed).send();
    expect(server.text).not.toContain('NYTT');
    expect(server.strays).toEqual([]);
  });

  test('the same update twice lays nothing in twice', () => {
    const server = given();
    const [one, two] = [server.page(), server.page()];
    one.does('Alla', heading).send();
    two.types('Alla', ' NYTT');
    const update = Y.encodeStateAsUpdate(two.doc, Y.encodeStateVector(one.doc));
    server.take(update);
    server.take(update);
    expect(server.text.match(/NYTT/g)).toHaveLength(1);
  });

  test('a paragraph that says the same as another is not taken for it', () => {
    const server = new Server(paragraph('Ja'), paragraph('Ja'), paragraph('Slut.'));
    const [one, two] = [server.page(), server.page()];
    two.changes((state) => state.apply(state.tr.insertText(' NYTT', 3))).send();
    one.does('Slut', removed).changes((state) => {
      const all = { from: 0, to: state.doc.content.size };
      return state.apply(state.tr.setBlockType(all.from, all.to, schema.nodes.heading!, { level: 2 }));
    });
    one.send();
    expect(server.strays).toMatchObject([{ words: ' NYTT', stood: 'Ja' }]);
  });

  test('a caption that another sets at the same time, and one of a block that is moved', () => {
    const attrs = {
      id: 'b',
      meeting: 'm',
      prompt: 'p',
      part: 'all',
      only: '',
      caption: '',
      hash: '',
      notes: ''
    };
    const server = new Server({ type: 'output', attrs }, paragraph('Slut.'));
    const [one, two, three] = [server.page(), server.page(), server.page()];
    const named = (caption: string) => (state: EditorState) =>
      state.apply(state.tr.setNodeAttribute(0, 'caption', caption));
    one.changes(named('Molnet')).send();
    two.changes(named('Bil')).changes(named('Bilden')).send();
    const captions = () => [
      ...server.strays.map(({ words }) => words),
      ...server.doc
        .getXmlFragment(FRAGMENT)
        .toArray()
        .flatMap((one) => (one as Y.XmlElement).getAttribute('caption') ?? [])
    ];
    expect(captions().sort()).toEqual(['Bilden', 'Molnet']);
    three.changes(named('Tredje'));
    one.receive();
    one.changes((state) => {
      const node = state.doc.child(0);
      return state.apply(
        state.tr.delete(0, node.nodeSize).insert(state.doc.content.size - node.nodeSize, node)
      );
    });
    one.send();
    three.send();
    expect(captions()).toContain('Tredje');
  });

  test('a version that comes back: words in a paragraph that stays are in it, others beside', () => {
    const server = given();
    const [two, three] = [server.page(), server.page()];
    two.types('Alla', ' VIKTIGT').send();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc));
    three.types('Slut', ' SEDAN').types('börjar', ' FÖRST').send();
    rewrite(doc, {
      type: 'doc',
      content: [paragraph('Helt nytt.'), paragraph('Alla VIKTIGT gick hem.'), paragraph('Annat slut.')]
    });
    server.take(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(two.doc)));
    two.types('Alla', ' MER').send();
    expect(server.text).toContain('Alla MER VIKTIGT gick hem.');
    expect(server.strays.map(({ words }) => words.trim()).sort()).toEqual(['FÖRST', 'SEDAN']);
  });
});
