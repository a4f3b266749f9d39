/** The shared document beside its JSON. How a ProseMirror document lies in Yjs is what the page's editor (y-tiptap) says. */
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { cleaned } from '../../src/lib/domain/documentation/clean.ts';
import { FRAGMENT } from '../../src/lib/domain/documentation/content.ts';
import type { ContentNode } from '../../src/lib/domain/documentation/content.ts';

type Attributes = Record<string, unknown>;

/** What lies in it, unknown nodes and all. */
export function contentOf(doc: Y.Doc): ContentNode {
  return { type: 'doc', content: childrenOf(doc.getXmlFragment(FRAGMENT)) };
}

function childrenOf(parent: Y.XmlFragment): ContentNode[] {
  return parent.toArray().flatMap(nodesOf);
}

function nodesOf(child: unknown): ContentNode[] {
  if (child instanceof Y.XmlElement)
    return [{ type: child.nodeName, attrs: child.getAttributes() as Attributes, content: childrenOf(child) }];
  return child instanceof Y.XmlText ? textsOf(child) : [];
}

function textsOf(text: Y.XmlText): ContentNode[] {
  return (text.toDelta() as { insert: unknown; attributes?: Attributes }[]).flatMap(
    ({ insert, attributes = {} }) => {
      if (typeof insert !== 'string') return [];
      const marks = Object.entries(attributes).map(([type, attrs]) => ({
        type,
        attrs: (attrs ?? {}) as Attributes
      }));
      return [{ type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) }];
    }
  );
}

/** Lays content into an empty document. */
export function lay(doc: Y.Doc, { content = [] }: ContentNode): void {
  doc.transact(() => doc.getXmlFragment(FRAGMENT).insert(0, typesOf(content)));
}

function typesOf(nodes: readonly ContentNode[]): (Y.XmlElement | Y.XmlText)[] {
  const types: (Y.XmlElement | Y.XmlText)[] = [];
  let text: { type: Y.XmlText; length: number } | undefined;
  for (const node of nodes) {
    if (node.type === 'text') {
      // Neighbouring texts are one, in several hands.
      if (!text) {
        text = { type: new Y.XmlText(), length: 0 };
        types.push(text.type);
      }
      const { text: written = '' } = node;
      const marks = Object.fromEntries((node.marks ?? []).map(({ type, attrs }) => [type, attrs ?? {}]));
      // Its own length is not known before it lies in a document.
      text.type.insert(text.length, written, marks);
      text.length += written.length;
      continue;
    }
    text = undefined;
    const element = new Y.XmlElement(node.type);
    for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value as string);
    element.insert(0, typesOf(node.content ?? []));
    types.push(element);
  }
  return types;
}

/**
 * Makes content of what it says now: what stands alike at either end is left alone, and with it whoever is writing there. What somebody
 * writes at the same time in what is made anew is seen to by sheet.ts.
 */
export function rewrite(doc: Y.Doc, { content = [] }: ContentNode): void {
  const fragment = doc.getXmlFragment(FRAGMENT);
  // A child that the grammar does not know is like nothing.
  const now = fragment.toArray().map((child) => cleaned({ type: 'doc', content: nodesOf(child) }).content);
  const isSame = (at: number, wanted: number) => isDeepStrictEqual(now[at], [content[wanted]]);
  const most = Math.min(now.length, content.length);
  let start = 0;
  while (start < most && isSame(start, start)) start++;
  let end = 0;
  while (end < most - start && isSame(now.length - 1 - end, content.length - 1 - end)) end++;
  doc.transact(() => {
    fragment.delete(start, now.length - start - end);
    fragment.insert(start, typesOf(content.slice(start, content.length - end)));
  });
}
