/** What has been written, taken out and changed between two documentations: paragraph by paragraph, and within one word by word. */
import { sourceOf, written as wordOf } from './content.ts';
import type { ContentNode } from './content.ts';

/** A piece of a paragraph that has changed. */
export interface Piece {
  text: string;
  is: 'same' | 'added' | 'removed';
}

/** `what` is the node's type; the text of a placed block is its caption. */
export interface Change {
  is: 'added' | 'removed' | 'changed' | 'moved';
  what: string;
  pieces: readonly Piece[];
}

/** A paragraph by itself: what stands in lists, quotes and tables is taken apart, so that one changed cell is one change. */
interface Line {
  what: string;
  text: string;
  /** Equal where nothing has changed. */
  key: string;
}

/** Of so much of what the longer one says, two lines are one that has been changed. */
const ALIKE = 0.4;
/** Words a paragraph: of longer ones only that they have changed is told. */
const MOST_WORDS = 2_000;

/** In reading order; empty where both say the same. */
export function differences(before: ContentNode, after: ContentNode): Change[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes: Change[] = [];
  let removed: Line[] = [];
  let added: Line[] = [];
  const flush = () => {
    changes.push(...paired(removed, added));
    [removed, added] = [[], []];
  };
  for (const { is, item } of aligned(old, now, ({ key }) => key)) {
    if (is === 'same') flush();
    else (is === 'removed' ? removed : added).push(item);
  }
  flush();
  return withMoves(changes);
}

/** Those of a gap that are alike belong together, in their order; what is left between them has gone, and then come. */
function paired(removed: readonly Line[], added: readonly Line[]): Change[] {
  const changes: Change[] = [];
  let [gone, come] = [0, 0];
  const tell = (untilGone: number, untilCome: number) => {
    for (const line of removed.slice(gone, untilGone)) changes.push(whole('removed', line));
    for (const line of added.slice(come, untilCome)) changes.push(whole('added', line));
  };
  for (const [index, line] of added.entries()) {
    const at = removed.findIndex((one, index) => index >= gone && isSameChanged(one, line));
    if (at < 0) continue;
    tell(at, index);
    changes.push({ is: 'changed', what: line.what, pieces: piecesOf(removed[at]!.text, line.text) });
    [gone, come] = [at + 1, index + 1];
  }
  tell(removed.length, added.length);
  return changes;
}

/** What is gone here and stands there, word for word, has been moved. */
function withMoves(changes: readonly Change[]): Change[] {
  const textOf = ({ what, pieces }: Change) => `${what} ${pieces.map(({ text }) => text).join('')}`;
  const moved = new Set<Change>();
  const gone = new Set<Change>();
  for (const change of changes.filter(({ is }) => is === 'removed')) {
    const there = changes.find(
      (one) => one.is === 'added' && !moved.has(one) && textOf(one) === textOf(change)
    );
    if (!there) continue;
    moved.add(there);
    gone.add(change);
  }
  return changes
    .filter((change) => !gone.has(change))
    .map((change) => (moved.has(change) ? asMoved(change) : change));
}

function asMoved({ what, pieces }: Change): Change {
  return { is: 'moved', what, pieces: pieces.map(({ text }) => ({ text, is: 'same' })) };
}

function whole(is: 'added' | 'removed', { what, text }: Line): Change {
  return { is, what, pieces: [{ text, is }] };
}

function isSameChanged(before: Line, after: Line): boolean {
  if (before.what !== after.what) return false;
  if (before.what === 'output') return before.key.split(' ')[0] === after.key.split(' ')[0];
  const [old, now] = [wordsOf(before.text), wordsOf(after.text)];
  // The same words in another hand, or with another link.
  if (before.text === after.text) return true;
  if (Math.max(old.length, now.length) > MOST_WORDS) return true;
  const same = aligned(old, now, (word) => word).filter(
    ({ is, item }) => is === 'same' && item.trim()
  ).length;
  const longer = Math.max(...[old, now].map((words) => words.filter((word) => word.trim()).length));
  return same >= ALIKE * longer && same > 0;
}

function piecesOf(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (Math.max(old.length, now.length) > MOST_WORDS)
    return [
      { text: before, is: 'removed' },
      { text: after, is: 'added' }
    ];
  const pieces: Piece[] = [];
  for (const { is, item } of aligned(old, now, (word) => word)) {
    const last = pieces.at(-1);
    if (last?.is === is) last.text += item;
    else pieces.push({ text: item, is });
  }
  return pieces;
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

const HOLDS_TEXT = new Set(['paragraph', 'heading']);

function linesOf(node: ContentNode): Line[] {
  if (node.type === 'output') {
    const { attrs = {} } = node;
    const { meeting = '', prompt = '', part = '', only = [] } = sourceOf(attrs) ?? {};
    const caption = wordOf(attrs.caption);
    return [
      {
        what: 'output',
        text: caption,
        key: `output:${meeting}:${prompt} ${JSON.stringify([part, only, caption])}`
      }
    ];
  }
  if (!HOLDS_TEXT.has(node.type)) return (node.content ?? []).flatMap(linesOf);
  const text = textOf(node);
  if (!text.trim()) return [];
  return [{ what: node.type, text, key: written([node.type, node.attrs?.level, node.content]) }];
}

/** As JSON; a database keeps the members of an object in an order of its own. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  );
}

function textOf({ type, text = '', content = [] }: ContentNode): string {
  return type === 'hardBreak' ? '\n' : text + content.map(textOf).join('');
}

/** The longest common subsequence, and what stands between: what is gone comes before what has come. */
function aligned<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string
): { is: 'same' | 'removed' | 'added'; item: T }[] {
  const [old, now] = [before.map(keyOf), after.map(keyOf)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  const [rows, columns] = [old.length - start - end, now.length - start - end];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row]![column] =
        old[start + row] === now[start + column]
          ? lengths[row + 1]![column + 1]! + 1
          : Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!);
  const found: { is: 'same' | 'removed' | 'added'; item: T }[] = after
    .slice(0, start)
    .map((item) => ({ is: 'same', item }));
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    if (row < rows && column < columns && old[start + row] === now[start + column]) {
      found.push({ is: 'same', item: after[start + column]! });
      row++;
      column++;
    } else if (column >= columns || (row < rows && lengths[row + 1]![column]! >= lengths[row]![column + 1]!))
      found.push({ is: 'removed', item: before[start + row++]! });
    else found.push({ is: 'added', item: after[start + column++]! });
  }
  for (const item of after.slice(after.length - end)) found.push({ is: 'same', item });
  return found;
}
