/** How much there is to a report: its paragraphs, rows and pictures, so that it can be told how much of it is made. */
import type { Block } from '../../src/lib/domain/document/document.ts';

export function weightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + weighed(block), 0);
}

function weighed(block: Block): number {
  switch (block.kind) {
    case 'list':
      return block.items.reduce((sum, blocks) => sum + weightOf(blocks), 0);
    case 'columns':
      return block.columns.reduce((sum, blocks) => sum + weightOf(blocks), 0);
    case 'cited':
      return weightOf(block.blocks);
    case 'table':
      return block.rows.length;
    case 'break':
      return 0;
    default:
      return 1;
  }
}
