/** What leads up to something: the short lines between a heading and what it is about, and what announces a list. Nobody turns a page between. */
import { plainText } from '../../src/lib/domain/document/blocks.ts';
import type { Block } from '../../src/lib/domain/document/document.ts';

/** Letters: so long is a place and a day, or what a step asks for. */
const SHORT = 160;
const MOST = 4;

/** Whether the paragraph there stands on the page of what follows it. What has a page of its own is not waited for. */
export function leadsUp(blocks: readonly Block[], at: number): boolean {
  const next = blocks[at + 1];
  if (!next || next.kind === 'break' || next.kind === 'heading') return false;
  if (next.kind === 'figure' && next.spread) return false;
  if (next.kind === 'list' && isShort(blocks[at]) && textOf(blocks[at]).endsWith(':')) return true;
  for (let before = at; before > at - MOST; before--) {
    const block = blocks[before];
    if (block?.kind === 'heading') return before < at;
    if (!isShort(block)) return false;
  }
  return false;
}

export function isShort(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && textOf(block).length <= SHORT;
}

function textOf(block: Block | undefined): string {
  return block?.kind === 'paragraph' ? plainText(block.runs) : '';
}
