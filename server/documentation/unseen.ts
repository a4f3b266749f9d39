/**
 * Words that somebody wrote and nobody took out. The editor (y-tiptap) makes a paragraph anew when it becomes a heading, goes into a
 * list or is joined to another; what somebody else wrote in the old one at the same time goes with it in Yjs, without a sign. An update
 * names what its writer deleted: what is gone beyond that, its writer had not seen.
 *
 * All is to be asked in `afterTransaction`: then Yjs still has what was deleted.
 */
import * as Y from 'yjs';

export type Sent = ReturnType<typeof Y.decodeUpdate>;
type DeleteSet = Sent['ds'];

/** Characters that were written one after the other. */
export interface Run {
  client: number;
  clock: number;
  text: string;
}

/** A place in a text: right after or right before a character. */
export type Anchor = { after: Y.ID } | { before: Y.ID };

export interface Unseen {
  runs: readonly Run[];
  /** Where they stood: the first that is known counts. */
  anchors: readonly Anchor[];
}

/** A text that has been deleted, as its writer knew it, and what others had written in it. */
export interface OldText {
  type: Y.XmlText;
  seen: readonly Run[];
  unseen: readonly Unseen[];
}

interface Piece extends Run {
  /** Its writer has taken it out again, or it was stored before. */
  isKnown: boolean;
}

export const saidBy = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

export function oldTexts(transaction: Y.Transaction, { ds }: Sent): OldText[] {
  const found: OldText[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return;
    const { type } = struct.content;
    if (type instanceof Y.XmlText) found.push(oldText(type, ds));
  });
  return found;
}

function oldText(type: Y.XmlText, ds: DeleteSet): OldText {
  const pieces: Piece[] = [];
  for (let item = type._start; item; item = item.right)
    if (item.content instanceof Y.ContentString)
      pieces.push(...parted(item.id, item.content.str, (id) => Y.isDeleted(ds, id)));
  const seen = pieces.filter(({ isKnown }) => isKnown);
  const [first] = seen;
  return { type, seen, unseen: unseenIn(pieces, first ? [{ before: idOf(first) }] : []) };
}

/** What came for a text that had been deleted before. */
export function tooLate(transaction: Y.Transaction, { structs, ds }: Sent): Unseen[] {
  const { store } = transaction.doc;
  const isOver = (id: Y.ID) =>
    id.clock < (transaction.beforeState.get(id.client) ?? 0) || Y.isDeleted(ds, id);
  const lines: Line[] = [];
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.parentSub !== null || !isGone(store, struct)) continue;
    const { id, content, length } = struct;
    lay(
      lines,
      struct,
      content instanceof Y.ContentString
        ? parted(id, content.str, isOver)
        : [{ ...id, text: ' '.repeat(length), isKnown: true }]
    );
  }
  return lines.flatMap(({ pieces, anchors }) => unseenIn(pieces, anchors));
}

/**
 * Captions of placed blocks: one that was set by somebody who had not seen the other takes its place. `isCaption`: was that item one? An
 * update does not say so itself where it sets one anew.
 */
export function oldCaptions(
  transaction: Y.Transaction,
  { structs, ds }: Sent,
  isCaption: (id: Y.ID) => boolean
): { ids: Y.ID[]; unseen: string[] } {
  const ids: Y.ID[] = [];
  const unseen: string[] = [];
  const take = ({ id, content }: Y.Item) => {
    ids.push(id);
    if (Y.isDeleted(ds, id) || !(content instanceof Y.ContentAny)) return;
    const [caption] = content.arr as unknown[];
    if (typeof caption === 'string') unseen.push(caption);
  };
  const isNew = ({ client, clock }: Y.ID) => clock >= (transaction.beforeState.get(client) ?? 0);
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.parentSub === 'caption') take(struct);
  });
  // Of a block that is gone, nothing is kept.
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !isNew(struct.id) || !struct.origin) continue;
    if ((Y.getItem(transaction.doc.store, struct.id) as Y.Item | Y.GC) instanceof Y.Item) continue;
    const { client, clock } = struct.origin;
    if (isCaption(struct.origin) || ids.some((id) => id.client === client && id.clock === clock))
      take(struct);
  }
  return { ids, unseen };
}

interface Line {
  pieces: Piece[];
  anchors: readonly Anchor[];
}

/** One writer's pieces, in the order of writing: each goes right beside the character at which it was written. */
function lay(lines: Line[], { origin, rightOrigin }: Y.Item, pieces: readonly Piece[]): void {
  const beside = origin ?? rightOrigin;
  for (const line of beside ? lines : []) {
    const at = line.pieces.findIndex(
      ({ client, clock, text }) =>
        client === beside!.client && clock <= beside!.clock && beside!.clock < clock + text.length
    );
    if (at < 0) continue;
    const piece = line.pieces[at]!;
    const cut = beside!.clock - piece.clock + (origin ? 1 : 0);
    const left = { ...piece, text: piece.text.slice(0, cut) };
    const right = { ...piece, clock: piece.clock + cut, text: piece.text.slice(cut) };
    line.pieces.splice(at, 1, ...[left, ...pieces, right].filter(({ text }) => text));
    return;
  }
  const anchors = [...(origin ? [{ after: origin }] : []), ...(rightOrigin ? [{ before: rightOrigin }] : [])];
  lines.push({ pieces: [...pieces], anchors });
}

/** Those that nobody knows, put together where nothing known stands between. `first`: where all of it begins. */
function unseenIn(pieces: readonly Piece[], first: readonly Anchor[]): Unseen[] {
  const found: { runs: Run[]; anchors: readonly Anchor[] }[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    const { isKnown, ...run } = piece;
    if (!isKnown) {
      if (last && !last.isKnown) found.at(-1)!.runs.push(run);
      else found.push({ runs: [run], anchors: last ? [{ after: endOf(last) }, ...first] : first });
    }
    last = piece;
  }
  return found;
}

function parted({ client, clock }: Y.ID, text: string, isKnownAt: (id: Y.ID) => boolean): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at++) {
    const isKnown = isKnownAt(Y.createID(client, clock + at));
    const last = pieces.at(-1);
    if (last?.isKnown === isKnown) last.text += text[at];
    else pieces.push({ client, clock: clock + at, text: text[at]!, isKnown });
  }
  return pieces;
}

/** Is nothing of it left? Its parent's fate is that of all. */
function isGone(store: Y.Doc['store'], { id, length }: Y.Item): boolean {
  for (let clock = id.clock; clock < id.clock + length;) {
    const struct: Y.Item | Y.GC = Y.getItem(store, Y.createID(id.client, clock));
    if (struct instanceof Y.Item && !struct.deleted) return false;
    clock = struct.id.clock + struct.length;
  }
  return true;
}

export const idOf = ({ client, clock }: Run): Y.ID => Y.createID(client, clock);
const endOf = ({ client, clock, text }: Run): Y.ID => Y.createID(client, clock + text.length - 1);
