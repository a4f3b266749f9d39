/** A sentence that stands on cards: names them, and opens them. */
import { Mark, mergeAttributes } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    source: {
      tie(attrs: { meeting: string; prompt: string; notes: string }): ReturnType;
      untie(): ReturnType;
    };
  }
}

const named = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name}`]: String(attrs[name] ?? '') })
});

export const SourceMark = Mark.create({
  name: 'source',
  inclusive: false,
  addAttributes: () => ({ meeting: named('meeting'), prompt: named('prompt'), notes: named('notes') }),
  parseHTML: () => [{ tag: 'span.sourced[data-notes]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { class: 'sourced' }), 0],
  addCommands() {
    return {
      tie:
        (attrs) =>
        ({ commands }) =>
          commands.setMark(this.name, attrs),
      untie:
        () =>
        ({ chain }) =>
          chain().extendMarkRange(this.name).unsetMark(this.name).run()
    };
  }
});
