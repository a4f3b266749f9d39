/**
 * The documentation as its editors write it: the JSON of a ProseMirror document. It is shared between them as a Yjs document,
 * whose XML fragment is called `FRAGMENT`.
 */
import type { Seen, Source } from './source.ts';

export const FRAGMENT = 'documentation';

/** Nodes that may stand in it; whatever else comes is left out. */
export const NODES = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'hardBreak',
  'horizontalRule',
  'output',
  'text'
] as const;
export type NodeName = (typeof NODES)[number];

/** `link` has `href`; `source` has the cards that a sentence stands on: `meeting`, `prompt`, `notes` (ids, comma between). */
export const MARKS = ['bold', 'italic', 'link', 'source'] as const;

export interface ContentNode {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
  content?: readonly ContentNode[];
  marks?: readonly { type: string; attrs?: Readonly<Record<string, unknown>> }[];
  text?: string;
}

/** Attributes of a node `output`: a placed block. All are strings, as Yjs keeps them best; `only`: ids, comma between. */
export interface OutputAttributes {
  /** Of the block itself, made where it is placed. */
  id: string;
  meeting: string;
  prompt: string;
  part: string;
  only: string;
  caption: string;
  hash: string;
  notes: string;
}

export function sourceOf(attrs: Partial<Record<keyof OutputAttributes, unknown>>): Source | undefined {
  const read = (name: keyof OutputAttributes) => written(attrs[name]);
  const part = read('part') as Source['part'];
  const meeting = read('meeting');
  if (!meeting) return undefined;
  return { meeting, prompt: read('prompt'), part, only: read('only').split(',').filter(Boolean) };
}

export function seenOf(attrs: Partial<Record<keyof OutputAttributes, unknown>>): Seen {
  return { hash: written(attrs.hash), notes: Number(written(attrs.notes)) || 0 };
}

/** Whatever else may have been stored says nothing, and is asked nothing: an object decides itself what it says. */
export function written(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}
