/**
 * The documentation's content as it is read: what its grammar does not know is left out, texts within it are kept. Whatever was stored
 * comes through here before it is a report.
 */
import { isAddress } from './address.ts';
import type { ContentNode } from './content.ts';

type Attributes = Record<string, unknown>;

const OUTPUT = ['id', 'meeting', 'prompt', 'part', 'only', 'caption', 'hash', 'notes'] as const;
const SOURCE = ['meeting', 'prompt', 'notes'] as const;
const BLOCKS = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'table',
  'horizontalRule',
  'output'
]);
/** In cells there are neither tables nor placed blocks. */
const IN_CELLS = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote']);
const DEEPEST = 24;

/** A whole documentation. */
export function cleaned(doc: ContentNode): ContentNode {
  return { type: 'doc', content: blocks(doc.content, BLOCKS, 0) };
}

function blocks(
  nodes: readonly ContentNode[] | undefined,
  allowed: ReadonlySet<string>,
  depth: number
): ContentNode[] {
  if (depth > DEEPEST) return [];
  const found: ContentNode[] = [];
  for (const node of nodes ?? []) {
    if (allowed.has(node.type)) found.push(...block(node, allowed, depth));
    // What is written within something unknown is not lost.
    else if (node.type === 'text') found.push({ type: 'paragraph', content: inline([node]) });
    else found.push(...blocks(node.content, allowed, depth + 1));
  }
  return found;
}

function block(node: ContentNode, allowed: ReadonlySet<string>, depth: number): ContentNode[] {
  const { type, attrs = {}, content } = node;
  switch (type) {
    case 'paragraph':
      return [{ type, content: inline(content) }];
    case 'heading':
      return [{ type, attrs: { level: levelOf(attrs.level) }, content: inline(content) }];
    case 'blockquote': {
      const inner = blocks(content, allowed, depth + 1);
      return inner.length > 0 ? [{ type, content: inner }] : [];
    }
    case 'bulletList':
    case 'orderedList': {
      const items = (content ?? [])
        .filter((one) => one.type === 'listItem')
        .map((item) => ({ type: 'listItem', content: blocks(item.content, allowed, depth + 1) }))
        .filter((item) => item.content.length > 0);
      return items.length > 0 ? [{ type, content: items }] : [];
    }
    case 'table': {
      const rows = (content ?? [])
        .filter((one) => one.type === 'tableRow')
        .map((row) => ({ type: 'tableRow', content: cells(row.content, depth + 1) }))
        .filter((row) => row.content.length > 0);
      return rows.length > 0 ? [{ type, content: rows }] : [];
    }
    case 'output':
      return [{ type, attrs: strings(attrs, OUTPUT) }];
    default:
      return [{ type }];
  }
}

function cells(nodes: readonly ContentNode[] | undefined, depth: number): ContentNode[] {
  return (nodes ?? [])
    .filter(({ type }) => type === 'tableCell' || type === 'tableHeader')
    .map(({ type, content }) => ({ type, content: blocks(content, IN_CELLS, depth) }));
}

function inline(nodes: readonly ContentNode[] | undefined): ContentNode[] {
  return (nodes ?? []).flatMap((node): ContentNode[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
    if (node.type !== 'text') return inline(node.content);
    if (!node.text) return [];
    const marks = (node.marks ?? []).flatMap((mark) => markOf(mark.type, mark.attrs ?? {}));
    return [{ type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

function markOf(type: string, attrs: Attributes): { type: string; attrs?: Attributes }[] {
  if (type === 'bold' || type === 'italic') return [{ type }];
  if (type === 'link') return isAddress(attrs.href) ? [{ type, attrs: { href: attrs.href } }] : [];
  if (type !== 'source' || !attrs.meeting || !attrs.notes) return [];
  return [{ type, attrs: strings(attrs, SOURCE) }];
}

function levelOf(level: unknown): 1 | 2 | 3 {
  return level === 1 || level === 3 ? level : 2;
}

function strings(attrs: Attributes, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, String(attrs[name] ?? '')]));
}
