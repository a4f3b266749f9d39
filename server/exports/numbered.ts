/** Pictures and tables with a caption, counted through a report as it is read, so that every file of it names them by the same numbers. */
import type { Block } from '../../src/lib/domain/document/document.ts';
import { WORDS } from './words.ts';

/** The same blocks, each kind counted for itself. */
export function numbered(blocks: readonly Block[]): Block[] {
  const counted = { figure: 0, table: 0 };
  const all = (those: readonly Block[]): Block[] => those.map(one);
  const one = (block: Block): Block => {
    switch (block.kind) {
      case 'figure':
      case 'table':
        // One that is placed twice is one object, and has a number at each place.
        return block.caption ? { ...block, number: ++counted[block.kind] } : block;
      case 'columns':
        return { ...block, columns: block.columns.map(all) };
      case 'list':
        return { ...block, items: block.items.map(all) };
      case 'cited':
        return { ...block, blocks: all(block.blocks) };
      default:
        return block;
    }
  };
  return all(blocks);
}

/** "Figur 1. Ordväggen …" */
export function captionOf(
  { kind, caption = '', number }: Extract<Block, { kind: 'figure' | 'table' }>,
  language: 'sv' | 'en'
): string {
  return number ? `${WORDS[language][kind]} ${number}. ${caption}` : caption;
}
