/** The editor as the page's buttons see it: what is so where the caret stands, and what can be done there. */
import type { Editor } from '@tiptap/core';
import type { OutputAttributes } from '$lib/domain/documentation/content';
import type { Source } from '$lib/domain/documentation/source';
import { newId } from '$lib/client/ids';
import type { Behind, Desk } from './desk.svelte';

/** `at`: its position in the document. `level`: 1 is a chapter. */
export interface TextHeading {
  at: number;
  level: number;
  text: string;
}

export class Editing {
  readonly editor: Editor;
  readonly #desk: Desk;
  /** Counts up with all that happens in the editor, so that what is read off it is read anew. */
  #version = $state(0);

  constructor(editor: Editor, desk: Desk) {
    this.editor = editor;
    this.#desk = desk;
    editor.on('transaction', () => this.#version++);
  }

  /** The editor, as of now. */
  get now(): Editor {
    void this.#version;
    return this.editor;
  }

  /** What is selected, as a sentence. */
  get sentence(): string {
    const { from, to, empty } = this.now.state.selection;
    return empty || this.selected ? '' : this.editor.state.doc.textBetween(from, to, ' ').trim();
  }

  /** The placed block that is selected. */
  get selected(): OutputAttributes | undefined {
    const { selection } = this.now.state;
    const node =
      'node' in selection ? (selection.node as { type: { name: string }; attrs: object }) : undefined;
    return node?.type.name === 'output' ? (node.attrs as OutputAttributes) : undefined;
  }

  /** What the selected block, or the sentence in which the caret stands, is based on. */
  get behind(): Behind | undefined {
    const block = this.selected;
    if (block?.prompt) {
      const { meeting, prompt, only } = block;
      return { meeting, prompt, notes: only.split(',').filter(Boolean), word: '' };
    }
    const { meeting, prompt, notes } = this.now.getAttributes('source') as Record<string, string | undefined>;
    if (!meeting || !prompt || !notes) return undefined;
    return { meeting, prompt, notes: notes.split(',').filter(Boolean), word: this.#markedText() };
  }

  /** In the order of the text. */
  get headings(): TextHeading[] {
    const found: TextHeading[] = [];
    this.now.state.doc.forEach((node, at) => {
      if (node.type.name === 'heading')
        found.push({ at, level: Number(node.attrs.level), text: node.textContent.trim() });
    });
    return found;
  }

  /** The caret to the beginning of the heading there, and that to the top of the window. */
  goTo(at: number): void {
    this.editor
      .chain()
      .focus(at + 1, { scrollIntoView: false })
      .run();
    this.#show(at);
  }

  /** Places what a source shows. 'gone': there is nothing of it; 'away': nobody answers. */
  async place(source: Source): Promise<'placed' | 'gone' | 'away'> {
    const shown = await this.#desk.look(source);
    if (!shown) return shown === null ? 'gone' : 'away';
    const { meeting, prompt, part, only } = source;
    this.editor.commands.place({
      ...{ id: newId(), meeting, prompt, part, only: only.join(',') },
      ...{ caption: '', hash: shown.hash, notes: String(shown.notes) }
    });
    this.#show(this.editor.state.selection.from);
    return 'placed';
  }

  /** The caret behind the words of one of the blocks, counted from the first. */
  toEndOf(block: number): void {
    const { doc } = this.editor.state;
    if (block >= doc.childCount) return;
    let end = 0;
    for (let at = 0; at <= block; at++) end += doc.child(at).nodeSize;
    this.editor
      .chain()
      .focus(end - 1, { scrollIntoView: true })
      .run();
  }

  /** Below it there is still something to write in. */
  insertTable(): void {
    this.editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
    const { doc } = this.editor.state;
    if (doc.lastChild?.type.name !== 'table') return;
    const below = { type: 'paragraph' };
    this.editor.commands.insertContentAt(doc.content.size, below, { updateSelection: false });
  }

  /** Also while the focus is elsewhere, when the editor itself leads nowhere. */
  #show(at: number): void {
    const shown = this.editor.view.nodeDOM(at);
    if (shown instanceof Element) shown.scrollIntoView({ block: 'start' });
  }

  /** The whole sentence that is tied, not only the word. */
  #markedText(): string {
    const { $from: caret } = this.editor.state.selection;
    const node = caret.nodeAfter ?? caret.nodeBefore;
    return node?.text ?? '';
  }
}
