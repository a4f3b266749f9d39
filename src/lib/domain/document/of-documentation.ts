/** The documentation as a report: what its editors wrote, with each placed block laid open. */
import { cleaned } from '../documentation/clean.ts';
import { sourceOf } from '../documentation/content.ts';
import type { ContentNode } from '../documentation/content.ts';
import type { Source } from '../documentation/source.ts';
import type { Block, Cell, Heading, Origin, Report, Run } from './document.ts';

/** `resolve`: what a source shows now; undefined where it is gone, and then nothing stands there. */
export function documentationReport(
  content: ContentNode,
  facts: Omit<Report, 'blocks'>,
  resolve: (source: Source) => readonly Block[] | undefined
): Report {
  const blocks = blocksOf(cleaned(content).content ?? [], resolve);
  return { ...facts, blocks: numbered(blocks) };
}

type Resolve = (source: Source) => readonly Block[] | undefined;

function blocksOf(nodes: readonly ContentNode[], resolve: Resolve): Block[] {
  let level = 0;
  return nodes.flatMap((node): readonly Block[] => {
    const { type, attrs = {}, content = [] } = node;
    switch (type) {
      case 'heading': {
        const text = runsOf(content);
        if (text.length > 0) level = attrs.level as number;
        return text.length > 0 ? [{ kind: 'heading', level: attrs.level as Heading['level'], text }] : [];
      }
      case 'paragraph': {
        const runs = runsOf(content);
        return runs.length > 0 ? [{ kind: 'paragraph', runs }] : [];
      }
      case 'bulletList':
      case 'orderedList': {
        const items = content.map((item) => blocksOf(item.content ?? [], resolve));
        const filled = items.filter((item) => item.length > 0);
        return filled.length > 0 ? [{ kind: 'list', ordered: type === 'orderedList', items: filled }] : [];
      }
      case 'blockquote': {
        const blocks = blocksOf(content, resolve);
        return blocks.length > 0 ? [{ kind: 'cited', blocks }] : [];
      }
      case 'table':
        return tableOf(content);
      case 'horizontalRule':
        return [{ kind: 'break' }];
      case 'output': {
        const source = sourceOf(attrs);
        const blocks = source && resolve(source);
        return blocks ? captioned(below(blocks, level), String(attrs.caption ?? '').trim()) : [];
      }
      default:
        return [];
    }
  });
}

function runsOf(nodes: readonly ContentNode[]): Run[] {
  const runs = nodes.map((node): Run => {
    if (node.type === 'hardBreak') return { text: '\n' };
    const run: Run = { text: node.text ?? '' };
    for (const { type, attrs = {} } of node.marks ?? []) {
      if (type === 'bold') run.bold = true;
      else if (type === 'italic') run.italic = true;
      else if (type === 'link') run.link = String(attrs.href);
      else run.origin = originOf(attrs);
    }
    return run;
  });
  return runs.some(({ text }) => text.trim()) ? runs : [];
}

function originOf(attrs: Readonly<Record<string, unknown>>): Origin {
  const { meeting, prompt, notes } = attrs as Record<string, string>;
  return { meeting: meeting!, prompt: prompt!, notes: notes!.split(',').filter(Boolean) };
}

/** All rows as long as the longest; the first is the head where all of its cells name their column, else there is an empty one. */
function tableOf(rows: readonly ContentNode[]): Block[] {
  const all = rows.map(({ content = [] }) => content.map(cellOf));
  const width = Math.max(...all.map((row) => row.length));
  const named = all[0]!.every(({ head }) => head);
  for (const row of all) while (row.length < width) row.push({ runs: [] });
  const head = named ? all.shift()! : Array.from({ length: width }, (): Cell => ({ runs: [] }));
  return [{ kind: 'table', head: head.map(({ runs }) => ({ runs })), rows: all }];
}

/** A cell holds text alone: its paragraphs and items are lines. */
function cellOf({ type, content = [] }: ContentNode): Cell {
  const lines = linesIn(content);
  const runs = lines.flatMap((line, at) => (at > 0 ? [{ text: '\n' }, ...line] : line));
  return { runs, ...(type === 'tableHeader' ? { head: true } : {}) };
}

function linesIn(nodes: readonly ContentNode[]): Run[][] {
  return nodes.flatMap((node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return linesIn(node.content ?? []);
    const runs = runsOf(node.content ?? []);
    return runs.length > 0 ? [runs] : [];
  });
}

/** What was placed under a heading has its own headings below it. */
function below(blocks: readonly Block[], level: number): readonly Block[] {
  const highest = Math.min(...blocks.flatMap(levelsIn));
  const down = level + 1 - highest;
  return down > 0 && Number.isFinite(down) ? blocks.map((block) => lowered(block, down)) : blocks;
}

function levelsIn(block: Block): number[] {
  if (block.kind === 'heading') return [block.level];
  return block.kind === 'columns' ? block.columns.flat().flatMap(levelsIn) : [];
}

function lowered(block: Block, by: number): Block {
  if (block.kind === 'heading') return { ...block, level: Math.min(3, block.level + by) as Heading['level'] };
  return block.kind === 'columns'
    ? { ...block, columns: block.columns.map((column) => column.map((one) => lowered(one, by))) }
    : block;
}

/** The editor's own words stand under the first picture or table, in place of what it is called otherwise; else under all. */
function captioned(blocks: readonly Block[], caption: string): readonly Block[] {
  if (!caption) return blocks;
  const at = blocks.findIndex(({ kind }) => kind === 'figure' || kind === 'table');
  if (at < 0) return [...blocks, { kind: 'paragraph', tone: 'quiet', runs: [{ text: caption }] }];
  return blocks.map((block, index) => (index === at ? ({ ...block, caption } as Block) : block));
}

/** Each heading with an id of its own, also those that placed blocks brought. */
function numbered(blocks: readonly Block[]): Block[] {
  let count = 0;
  const named = (block: Block): Block => {
    switch (block.kind) {
      case 'heading':
        return { ...block, id: `h${++count}` };
      case 'columns':
        return { ...block, columns: block.columns.map((column) => column.map(named)) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(named)) };
      case 'cited':
        return { ...block, blocks: block.blocks.map(named) };
      default:
        return block;
    }
  };
  return blocks.map(named);
}
