/**
 * Where a text that was made anew goes on: a heading has the very words of the paragraph that it was. Of that kind of change alone it
 * is sure where what somebody wrote in the old text belongs. Kept in memory: whoever has none is told instead.
 */
import * as Y from 'yjs';
import type { ItemId } from '../../src/lib/domain/documentation/stray.ts';
import { idOf, saidBy } from './unseen.ts';
import type { Anchor, OldText, Run } from './unseen.ts';

/** What is known of a text that is no more. */
interface Old {
  runs: readonly Run[];
  said: string;
  /** The characters of the new text that are its own, one for one. */
  heir: readonly Run[] | undefined;
  /** The block before it. */
  after: ItemId | null;
}

const MOST = 1_000;
/** A shorter text may be part of another by accident. */
const TELLING = 12;
/** Looked through for parts; a whole documentation that comes back is no such change. */
const MOST_LOOKS = 2_000;
const DEEPEST = 20;

export class Heirs {
  readonly #doc: Y.Doc;
  #old: Old[] = [];
  #captions: Y.ID[] = [];

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** What a transaction made anew; to be told in `afterTransaction`. */
  note(transaction: Y.Transaction, texts: readonly OldText[]): void {
    const told = texts.filter(({ seen }) => seen.length > 0);
    if (told.length === 0) return;
    const fresh = freshRuns(transaction);
    const saids = told.map(({ seen }) => saidBy(seen));
    for (const [at, { type, seen }] of told.entries()) {
      const said = saids[at]!;
      const isOnly = saids.indexOf(said) === saids.lastIndexOf(said);
      const heir = isOnly ? heirOf(said, fresh, told.length) : undefined;
      this.#old.push({ runs: seen, said, heir, after: blockBefore(type) });
    }
    this.#old = this.#old.slice(-MOST);
  }

  /** Captions that are no more. */
  noteCaptions(ids: readonly Y.ID[]): void {
    this.#captions = [...this.#captions, ...ids].slice(-MOST);
  }

  isCaption({ client, clock }: Y.ID): boolean {
    return this.#captions.some((id) => id.client === client && id.clock === clock);
  }

  /** Words that were laid in again: whoever goes on writing at them goes on there. */
  follow(runs: readonly Run[], heir: Run): void {
    this.#old.push({ runs, said: heir.text, heir: [heir], after: null });
  }

  /** The text, and the place in it, where that stands now; undefined where nobody knows for sure. */
  placeOf(anchors: readonly Anchor[]): { text: Y.XmlText; index: number } | undefined {
    for (const anchor of anchors) {
      const place = this.#place(anchor, 0);
      if (place) return place;
    }
    return undefined;
  }

  /** What stood around it, and after which block. */
  aroundOf(anchors: readonly Anchor[]): Pick<Old, 'said' | 'after'> | undefined {
    for (const anchor of anchors) {
      const found = this.#find('after' in anchor ? anchor.after : anchor.before);
      if (found) return found.old;
    }
    return undefined;
  }

  #place(anchor: Anchor, depth: number): { text: Y.XmlText; index: number } | undefined {
    const id = 'after' in anchor ? anchor.after : anchor.before;
    const struct: Y.Item | Y.GC = Y.getItem(this.#doc.store, id);
    const parent = struct instanceof Y.Item ? (struct.parent as Y.AbstractType<unknown>) : undefined;
    if (parent instanceof Y.XmlText && parent._item && !parent._item.deleted) {
      const beside = new Y.RelativePosition(null, null, id, 'after' in anchor ? -1 : 0);
      const place = Y.createAbsolutePositionFromRelativePosition(beside, this.#doc);
      return place ? { text: parent, index: place.index } : undefined;
    }
    const found = this.#find(id);
    if (!found?.old.heir || depth > DEEPEST) return undefined;
    const heir = characterAt(found.old.heir, found.index);
    if (!heir) return undefined;
    return this.#place('after' in anchor ? { after: heir } : { before: heir }, depth + 1);
  }

  #find({ client, clock }: Y.ID): { old: Old; index: number } | undefined {
    for (const old of this.#old.toReversed()) {
      let index = 0;
      for (const run of old.runs) {
        if (run.client === client && run.clock <= clock && clock < run.clock + run.text.length)
          return { old, index: index + clock - run.clock };
        index += run.text.length;
      }
    }
    return undefined;
  }
}

function characterAt(runs: readonly Run[], index: number): Y.ID | undefined {
  let left = index;
  for (const run of runs) {
    if (left < run.text.length) return Y.createID(run.client, run.clock + left);
    left -= run.text.length;
  }
  return undefined;
}

/** What is new in each text that is left. */
function freshRuns(transaction: Y.Transaction): Run[][] {
  const texts = new Set<Y.XmlText>();
  for (const [client, end] of transaction.afterState) {
    const start = transaction.beforeState.get(client) ?? 0;
    for (let clock = start; clock < end;) {
      const struct: Y.Item | Y.GC = Y.getItem(transaction.doc.store, Y.createID(client, clock));
      clock = struct.id.clock + struct.length;
      if (struct instanceof Y.Item && !struct.deleted && struct.parent instanceof Y.XmlText)
        texts.add(struct.parent);
    }
  }
  return [...texts].map((text) => {
    const runs: Run[] = [];
    for (let item = text._start; item; item = item.right) {
      const { id, deleted, content } = item;
      const isNew = id.clock >= (transaction.beforeState.get(id.client) ?? 0);
      if (isNew && !deleted && content instanceof Y.ContentString) runs.push({ ...id, text: content.str });
    }
    return runs;
  });
}

/** The one new text that says the very same, or has it in it once. */
function heirOf(said: string, fresh: readonly Run[][], texts: number): readonly Run[] | undefined {
  const equal = fresh.filter((runs) => saidBy(runs) === said);
  if (equal.length > 0) return equal.length === 1 ? equal[0] : undefined;
  if (said.length < TELLING || texts * fresh.length > MOST_LOOKS) return undefined;
  const around = fresh.flatMap((runs) => {
    const whole = saidBy(runs);
    const at = whole.indexOf(said);
    return at < 0 ? [] : [{ runs, at, isOnly: whole.indexOf(said, at + 1) < 0 }];
  });
  const [one] = around;
  return around.length === 1 && one!.isOnly ? cut(one!.runs, one!.at, said.length) : undefined;
}

function cut(runs: readonly Run[], start: number, length: number): Run[] {
  const found: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const [from, to] = [Math.max(start - at, 0), Math.min(start + length - at, run.text.length)];
    if (from < to) found.push({ ...idOf(run), clock: run.clock + from, text: run.text.slice(from, to) });
    at += run.text.length;
  }
  return found;
}

/** The block of the documentation that stands before the one in which it stood. */
function blockBefore(type: Y.XmlText): ItemId | null {
  let block = type._item;
  while (block && (block.parent as Y.AbstractType<unknown>)._item)
    block = (block.parent as Y.AbstractType<unknown>)._item;
  for (let left = block?.left; left; left = left.left)
    if (!left.deleted) return { client: left.id.client, clock: left.id.clock };
  return null;
}
