/** Headings below the report's own: a chapter is an h2. */
import { Heading } from '@tiptap/extension-heading';

export const ChapterHeading = Heading.configure({ levels: [1, 2, 3] }).extend({
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => [
    // One of our own, copied; else what another program wrote.
    ...([1, 2, 3] as const).map((level) => ({ tag: `[data-level="${level}"]`, attrs: { level } })),
    ...(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).map((tag, at) => ({
      tag,
      attrs: { level: Math.min(at + 1, 3) }
    }))
  ],
  renderHTML: ({ node }) => {
    const level = Number(node.attrs.level);
    return [`h${level + 1}`, { 'data-level': String(level) }, 0];
  }
});
