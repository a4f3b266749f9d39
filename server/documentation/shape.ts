/**
 * What an update may bring: what the editor's schema can show, and no more. Every page deletes what it cannot show, for everybody. Looked
 * at is what is new alone: a documentation is long, and there are several updates a second.
 */
import * as Y from 'yjs';
import { FRAGMENT } from '../../src/lib/domain/documentation/content.ts';
import {
  isMark,
  isNothingEmpty,
  lacksParagraph,
  mayHold
} from '../../src/lib/domain/documentation/grammar.ts';
import { STRAYS } from '../../src/lib/domain/documentation/stray.ts';

/** Deeper than anybody lays lists in lists: whoever goes through it must come back. */
const DEEPEST = 40;

type Type = Y.AbstractType<unknown>;

/** To be asked in `afterTransaction`. */
export function isShown(transaction: Y.Transaction): boolean {
  for (const item of newItems(transaction)) if (!isItemShown(item)) return false;
  return true;
}

/** Elements that edits have left without what must stand in them; to be asked in `afterTransaction`. */
export function lacking(transaction: Y.Transaction): Y.XmlElement[] {
  const touched = new Set<unknown>([...transaction.changed.keys()]);
  for (const { content } of newItems(transaction))
    if (content instanceof Y.ContentType) touched.add(content.type);
  return [...touched].filter(
    (type): type is Y.XmlElement =>
      type instanceof Y.XmlElement && !type._item?.deleted && (lacksFirst(type) || isHollow(type))
  );
}

/** Lays a paragraph in where one must stand; what is nothing without its content goes. */
export function mend(elements: readonly Y.XmlElement[]): void {
  for (const element of elements) {
    if (element._item?.deleted) continue;
    if (lacksFirst(element)) element.insert(0, [new Y.XmlElement('paragraph')]);
    else if (isHollow(element)) remove(element);
  }
}

function remove(element: Y.XmlElement): void {
  const parent = element.parent as Y.XmlFragment;
  parent.delete(parent.toArray().indexOf(element), 1);
  // Nothing else stood in it: the one around it is hollow, too.
  if (parent instanceof Y.XmlElement) mend([parent]);
}

function lacksFirst(element: Y.XmlElement): boolean {
  const first = element.length > 0 ? element.get(0) : undefined;
  return lacksParagraph(element.nodeName, first instanceof Y.XmlElement ? first.nodeName : undefined);
}

function isHollow(element: Y.XmlElement): boolean {
  return element.length === 0 && isNothingEmpty(element.nodeName);
}

function* newItems({ doc, beforeState, afterState }: Y.Transaction): Generator<Y.Item> {
  for (const [client, end] of afterState) {
    for (let clock = beforeState.get(client) ?? 0; clock < end;) {
      const struct: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, clock));
      clock = struct.id.clock + struct.length;
      if (struct instanceof Y.Item && !struct.deleted) yield struct;
    }
  }
}

function isItemShown({ content, parentSub, parent: around }: Y.Item): boolean {
  const parent = around as Type;
  if (!parent._item && parentSub !== null) return isRoot(parent, STRAYS) && content instanceof Y.ContentAny;
  if (parentSub !== null)
    return parent instanceof Y.XmlElement && content instanceof Y.ContentAny && content.arr.every(isPlain);
  if (content instanceof Y.ContentFormat)
    return parent instanceof Y.XmlText && isMark(content.key) && isMarked(content.value);
  if (content instanceof Y.ContentString) return parent instanceof Y.XmlText;
  return content instanceof Y.ContentType && isTypeShown(content.type, parent);
}

function isTypeShown(type: Type, parent: Type): boolean {
  if (depthOf(parent) > DEEPEST) return false;
  const name =
    parent instanceof Y.XmlElement ? parent.nodeName : isRoot(parent, FRAGMENT) ? 'doc' : undefined;
  if (name === undefined || type instanceof Y.XmlHook) return false;
  if (type instanceof Y.XmlElement) return mayHold(name, type.nodeName);
  return type instanceof Y.XmlText && mayHold(name, 'text');
}

function isRoot(type: Type, name: string): boolean {
  return !type._item && type.doc?.share.get(name) === type;
}

function depthOf(type: Type): number {
  let depth = 0;
  for (let item = type._item; item && depth <= DEEPEST; item = (item.parent as Type)._item) depth++;
  return depth;
}

/** Of a mark: its attributes, or that it ends. */
function isMarked(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isSimple(value);
  return !Array.isArray(value) && Object.values(value).every(isSimple);
}

/** Widths of columns are numbers in a list. */
function isPlain(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every((one) => one === null || typeof one === 'number')
    : isSimple(value);
}

function isSimple(value: unknown): boolean {
  return value === null || value === undefined || ['string', 'number', 'boolean'].includes(typeof value);
}
