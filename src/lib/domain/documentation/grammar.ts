/** Which node may stand in which: what the editor's schema says (a test compares them), for whoever has no editor. */
import { MARKS } from './content.ts';

const IN_CELL = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'] as const;
const BLOCK = [...IN_CELL, 'table', 'horizontalRule', 'output'] as const;
const INLINE = ['text', 'hardBreak'] as const;

export const BLOCKS: ReadonlySet<string> = new Set(BLOCK);
/** In cells there are neither tables nor placed blocks. */
export const IN_CELLS: ReadonlySet<string> = new Set(IN_CELL);

const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = {
  doc: BLOCKS,
  paragraph: new Set(INLINE),
  heading: new Set(INLINE),
  bulletList: new Set(['listItem']),
  orderedList: new Set(['listItem']),
  listItem: BLOCKS,
  blockquote: BLOCKS,
  table: new Set(['tableRow']),
  tableRow: new Set(['tableCell', 'tableHeader']),
  tableCell: IN_CELLS,
  tableHeader: IN_CELLS,
  hardBreak: new Set(),
  horizontalRule: new Set(),
  output: new Set()
};

export function mayHold(parent: string, child: string): boolean {
  return Object.hasOwn(CHILDREN, parent) && CHILDREN[parent]!.has(child);
}

/** Has a paragraph to be laid in first? Edits that are right by themselves may together leave it without. */
export function lacksParagraph(name: string, first: string | undefined): boolean {
  if (name === 'listItem') return first !== 'paragraph';
  return first === undefined && ['blockquote', 'tableCell', 'tableHeader'].includes(name);
}

/** Is it nothing without what stands in it? */
export function isNothingEmpty(name: string): boolean {
  return ['bulletList', 'orderedList', 'table'].includes(name);
}

/** The editor adds a hash to the name of a mark that may lie over another of its kind. */
export function isMark(name: string): boolean {
  return (MARKS as readonly string[]).includes(name.replace(/--[a-zA-Z0-9+/=]{8}$/, ''));
}
