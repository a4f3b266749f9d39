/** Which headings the contents of a file name, and whether it needs any. */
import type { Block, Heading } from '../../src/lib/domain/document/document.ts';

/** Fewer are seen at a glance. */
const FEW = 3;

/** Chapters and what is directly below them, as they come. */
export function headingsIn(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'columns') return block.columns.flatMap(headingsIn);
    return block.kind === 'heading' && block.level < 3 ? [block] : [];
  });
}

export function needContents(headings: { length: number }): boolean {
  return headings.length >= FEW;
}
