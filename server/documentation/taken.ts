/**
 * An update that is laid into the document. What its writer had not seen and takes with it is laid in again: where its text goes on, if
 * that is sure; else beside the text, as stray words.
 */
import * as Y from 'yjs';
import { STRAYS } from '../../src/lib/domain/documentation/stray.ts';
import type { Stray } from '../../src/lib/domain/documentation/stray.ts';
import type { WriteFault } from '../../src/lib/protocol/documentation.ts';
import { newId } from '../secrets.ts';
import type { Heirs } from './heirs.ts';
import { isShown, lacking, mend } from './shape.ts';
import { oldCaptions, oldTexts, saidBy, tooLate } from './unseen.ts';
import type { Sent, Unseen } from './unseen.ts';

/** Of what stood around stray words; the rest tells nothing more. */
const MOST_AROUND = 300;

/** `news`: what is new of it, if anything. `more`: what was done about it here. */
export type Taken = { news?: Uint8Array; more?: Uint8Array } | { code: WriteFault };

interface Seen {
  isShown: boolean;
  unseen: readonly Unseen[];
  captions: readonly string[];
  lacking: readonly Y.XmlElement[];
}

/** Why it cannot be, if it is refused: then the document is not to be used any more. */
export function taken(doc: Y.Doc, update: Uint8Array, heirs: Heirs): Taken {
  try {
    // Of a root that nobody has asked for, Yjs does not know what it is.
    doc.getMap(STRAYS);
    const sent = Y.decodeUpdate(update);
    let seen: Seen | undefined;
    const look = (transaction: Y.Transaction) => (seen ??= lookAt(transaction, sent, heirs));
    doc.on('afterTransaction', look);
    const news = updatesOf(doc, () => Y.applyUpdate(doc, update));
    doc.off('afterTransaction', look);
    if (doc.store.pendingStructs || doc.store.pendingDs) return { code: 'gap' };
    if (!seen?.isShown) return { code: 'refused' };
    const { unseen, captions, lacking: hollow } = seen;
    const more = updatesOf(doc, () =>
      doc.transact(() => {
        mend(hollow);
        for (const one of unseen) layInAgain(doc, one, heirs);
        for (const words of captions) layBeside(doc, { words, stood: '', at: Date.now() });
      })
    );
    return { ...(news ? { news } : {}), ...(more ? { more } : {}) };
  } catch {
    return { code: 'refused' };
  }
}

/** An update that is stored: what was to be done about it lies in it. Where its texts go on is to be known here, too. */
export function applied(doc: Y.Doc, update: Uint8Array, heirs: Heirs): void {
  const look = (transaction: Y.Transaction) => {
    const sent = { structs: [], ds: transaction.deleteSet };
    heirs.note(transaction, oldTexts(transaction, sent));
    heirs.noteCaptions(oldCaptions(transaction, sent, () => false).ids);
  };
  doc.on('afterTransaction', look);
  try {
    Y.applyUpdate(doc, update);
  } finally {
    doc.off('afterTransaction', look);
  }
}

function lookAt(transaction: Y.Transaction, sent: Sent, heirs: Heirs): Seen {
  // Something before it is missing.
  if (transaction.doc.store.pendingStructs) return { isShown: true, unseen: [], captions: [], lacking: [] };
  if (!isShown(transaction)) return { isShown: false, unseen: [], captions: [], lacking: [] };
  const old = oldTexts(transaction, sent);
  heirs.note(transaction, old);
  const captions = oldCaptions(transaction, sent, (id) => heirs.isCaption(id));
  heirs.noteCaptions(captions.ids);
  return {
    isShown: true,
    unseen: [...old.flatMap(({ unseen }) => unseen), ...tooLate(transaction, sent)],
    captions: captions.unseen,
    lacking: lacking(transaction)
  };
}

function layInAgain(doc: Y.Doc, { runs, anchors }: Unseen, heirs: Heirs): void {
  const words = saidBy(runs);
  const place = heirs.placeOf(anchors);
  if (!place) {
    const around = heirs.aroundOf(anchors);
    const stood = (around?.said ?? '').slice(0, MOST_AROUND);
    return layBeside(doc, { words, stood, ...(around ? { after: around.after } : {}), at: Date.now() });
  }
  const clock = Y.getState(doc.store, doc.clientID);
  place.text.insert(place.index, words);
  heirs.follow(runs, { client: doc.clientID, clock, text: words });
}

function layBeside(doc: Y.Doc, stray: Stray): void {
  if (stray.words.trim()) doc.getMap(STRAYS).set(newId(), stray);
}

function updatesOf(doc: Y.Doc, work: () => void): Uint8Array | undefined {
  const updates: Uint8Array[] = [];
  const hear = (one: Uint8Array) => void updates.push(one);
  doc.on('update', hear);
  try {
    work();
  } finally {
    doc.off('update', hear);
  }
  return updates.length > 0 ? Y.mergeUpdates(updates) : undefined;
}
