/**
 * The documentation's content as it is read: what its grammar does not know is left out, texts within it are kept. Whatever was stored
 * comes through here before it is a report, and whatever comes from elsewhere before it is stored: the editor can show all of it.
 */
import { storable } from '../text.ts';
import { isAddress } from './address.ts';
import { written } from './content.ts';
import type { ContentNode } from './content.ts';
import { BLOCKS, IN_CELLS, lacksParagraph } from './grammar.ts';

type Attributes = Record<string, unknown>;

const OUTPUT = ['id', 'meeting', 'prompt', 'part', 'only', 'caption', 'hash', 'notes'] as const;
const SOURCE = ['meeting', 'prompt', 'notes'] as const;
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
        .map((item) => blocks(item.content, allowed, depth + 1))
        .filter((inner) => inner.length > 0)
        .map((inner) => ({ type: 'listItem', content: begun('listItem', inner) }));
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
    .map(({ type, content }) => ({ type, content: begun(type, blocks(content, IN_CELLS, depth)) }));
}

/** With the paragraph that must stand first. */
function begun(type: string, inner: ContentNode[]): ContentNode[] {
  return lacksParagraph(type, inner[0]?.type) ? [{ type: 'paragraph', content: [] }, ...inner] : inner;
}

function inline(nodes: readonly ContentNode[] | undefined): ContentNode[] {
  return (nodes ?? []).flatMap((node): ContentNode[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
    if (node.type !== 'text') return inline(node.content);
    const text = storable(written(node.text));
    if (!text) return [];
    const marks = (node.marks ?? []).flatMap((mark) => markOf(mark.type, mark.attrs ?? {}));
    return [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

function markOf(type: string, attrs: Attributes): { type: string; attrs?: Attributes }[] {
  if (type === 'bold' || type === 'italic') return [{ type }];
  if (type === 'link') return linkTo(storable(written(attrs.href)));
  if (type !== 'source') return [];
  const source = strings(attrs, SOURCE);
  return source.meeting && source.notes ? [{ type, attrs: source }] : [];
}

function linkTo(href: string): { type: string; attrs: Attributes }[] {
  return isAddress(href) ? [{ type: 'link', attrs: { href } }] : [];
}

function levelOf(level: unknown): 1 | 2 | 3 {
  return level === 1 || level === 3 ? level : 2;
}

function strings(attrs: Attributes, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, storable(written(attrs[name]))]));
}
