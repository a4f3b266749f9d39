/** A placed block as its picture sees it: what it names, whether it is selected, and what can be done with it. */
import type { OutputAttributes } from '$lib/domain/documentation/content';

export interface BlockActs {
  change(attrs: Partial<OutputAttributes>): void;
  move(by: -1 | 1): void;
  remove(): void;
  /** Back into the text. */
  leave(): void;
}

export class Block {
  attrs = $state.raw<OutputAttributes>()!;
  selected = $state(false);
  readonly acts: BlockActs;

  constructor(attrs: OutputAttributes, acts: BlockActs) {
    this.attrs = attrs;
    this.acts = acts;
  }
}
