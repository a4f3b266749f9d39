/** A placed block: an atom that names its source. What it shows is drawn by Output.svelte, and asked for anew each time. */
import { Node } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { mount, unmount } from 'svelte';
import type { OutputAttributes } from '$lib/domain/documentation/content';
import Output from '../Output.svelte';
import type { Desk } from '../desk.svelte';
import { Block } from './block.svelte';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    output: {
      place(attrs: OutputAttributes): ReturnType;
      /** The block that is selected, past its neighbour. */
      moveBlock(by: -1 | 1): ReturnType;
    };
  }
}

const NAMES = ['id', 'meeting', 'prompt', 'part', 'only', 'caption', 'hash', 'notes'] as const;

export const OutputNode = Node.create<{ desk: Desk | undefined }>({
  name: 'output',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addOptions: () => ({ desk: undefined }),
  addAttributes: () =>
    Object.fromEntries(
      NAMES.map((name) => [
        name,
        {
          default: '',
          parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
          renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name}`]: String(attrs[name] ?? '') })
        }
      ])
    ),
  parseHTML: () => [{ tag: 'div.output[data-meeting]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, class: 'output' }],

  addCommands() {
    return {
      place:
        (attrs) =>
        ({ state, tr, dispatch }) => {
          const { $to, to: end } = state.selection;
          // Between the blocks of the report: after the one in which the caret is; an empty paragraph gives way.
          const to = $to.depth === 0 ? end : $to.after(1);
          const top = $to.depth === 0 ? undefined : $to.node(1);
          const from = top?.type.name === 'paragraph' && top.content.size === 0 ? $to.before(1) : to;
          const node = this.type.create(attrs);
          // Behind the last one there is still something to write in.
          const more = to === state.doc.content.size ? [state.schema.nodes.paragraph!.create()] : [];
          tr.replaceWith(from, to, [node, ...more]);
          dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, from)).scrollIntoView());
          return true;
        },
      moveBlock:
        (by) =>
        ({ state, tr, dispatch }) => {
          const moved = moveBlock(state, tr, by);
          if (moved) dispatch?.(moved.scrollIntoView());
          return moved !== undefined;
        }
    };
  },

  addKeyboardShortcuts() {
    return {
      'Alt-ArrowUp': () => this.editor.commands.moveBlock(-1),
      'Alt-ArrowDown': () => this.editor.commands.moveBlock(1),
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type !== this.type) return false;
        const shown = editor.view.nodeDOM(selection.from);
        (shown as HTMLElement | null)?.querySelector<HTMLElement>('button')?.focus();
        return true;
      }
    };
  },

  addNodeView() {
    return ({ editor, node, getPos }): NodeView => {
      const dom = document.createElement('div');
      dom.className = 'placed';
      dom.contentEditable = 'false';
      const at = () => getPos() ?? 0;
      const select = () => editor.commands.setNodeSelection(at());
      const block = new Block(node.attrs as OutputAttributes, {
        change: (attrs) =>
          void editor.commands.command(({ tr }) => {
            for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(at(), name, value);
            return true;
          }),
        move: (by) => {
          select();
          editor.commands.moveBlock(by);
        },
        remove: () => {
          select();
          editor.chain().deleteSelection().focus().run();
        },
        leave: () => {
          select();
          editor.view.focus();
        }
      });
      const shown = mount(Output, { target: dom, props: { block, desk: this.options.desk! } });
      return {
        dom,
        update: (other) => {
          if (other.type !== node.type) return false;
          block.attrs = other.attrs as OutputAttributes;
          return true;
        },
        selectNode: () => (block.selected = true),
        deselectNode: () => (block.selected = false),
        // Its own buttons and fields are its own affair.
        stopEvent: ({ target }) =>
          target instanceof Element && target.closest('button, textarea, a, [tabindex]') !== null,
        ignoreMutation: () => true,
        destroy: () => void unmount(shown)
      };
    };
  }
});

/** Whatever stands at the top where the selection is, past its neighbour. */
function moveBlock(state: EditorState, tr: Transaction, by: -1 | 1): Transaction | undefined {
  const { doc, selection } = state;
  const { $from } = selection;
  const index = $from.index(0);
  const other = index + by;
  if (index >= doc.childCount || other < 0 || other >= doc.childCount) return undefined;
  const start = $from.posAtIndex(index, 0);
  const node = doc.child(index);
  const to = by < 0 ? start - doc.child(other).nodeSize : start + doc.child(other).nodeSize;
  tr.delete(start, start + node.nodeSize).insert(to, node);
  const inside = selection.from - start;
  return tr.setSelection(
    selection instanceof NodeSelection
      ? NodeSelection.create(tr.doc, to + inside)
      : TextSelection.near(tr.doc.resolve(to + inside))
  );
}
