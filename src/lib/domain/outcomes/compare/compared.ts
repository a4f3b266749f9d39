/** Two sides of a question beside each other: what is compared follows from what the answers became. Pure. */
import type { NoteOutput, PromptOutput } from '../../outputs/outputs.ts';
import { foldKey } from '../../text.ts';
import type { Spread } from '../../voting/result.ts';
import { ORGANISATION_KINDS } from '../../organisation-kinds.ts';
import { perspectivesOf } from '../perspectives.ts';
import { coursesOf } from '../roles/courses.ts';
import type { Course } from '../roles/courses.ts';
import { roleRows } from '../roles/role-rows.ts';
import type { RoleRow, RoleStep } from '../roles/role-rows.ts';
import type { SlopeRow } from '../slope.ts';
import { differencesOf } from './differences.ts';
import type { Differences } from './differences.ts';

type Both = readonly [left: number, right: number];

export type Comparison =
  /** How many cards of each word, or notes of each theme, and of how many. */
  | { by: 'words' | 'themes'; courses: readonly Course[]; cards: Both; differences: Differences }
  /** What part of those who voted, or of all points, each alternative got. */
  | { by: 'shares'; of: 'people' | 'points'; rows: readonly SlopeRow[]; voters: Both }
  | { by: 'scales'; left: Spread; right: Spread; voters: Both; ends: { low: string; high: string } }
  | { by: 'perspectives'; kinds: readonly KindBeside[] }
  /** Nothing of it can be counted against the other: the answers themselves. */
  | { by: 'texts'; left: readonly NoteOutput[]; right: readonly NoteOutput[] }
  | { by: 'nothing' };

/** How large a role one kind of actor gives us, on each side; undefined: it said nothing there. */
export interface KindBeside {
  kind: string;
  left?: Spread;
  right?: Spread;
  answers: Both;
}

/** Can answers of the one be set against those of the other? */
export function comparable(one: PromptOutput, other: PromptOutput): boolean {
  return one.outcome === other.outcome && (one.vote === undefined || one.kind === other.kind);
}

/**
 * `alike`: what the machine holds to be one word, by `wordId`;
 * two parts of the same wall need none, its words are what they are.
 */
export function compared(
  left: PromptOutput,
  right: PromptOutput,
  alike: ReadonlyMap<string, string> = new Map()
): Comparison {
  if (left.vote || right.vote) return comparedVotes(left, right);
  if (left.notes.length + left.uncited.length + right.notes.length + right.uncited.length === 0)
    return { by: 'nothing' };
  switch (left.outcome) {
    case 'wall':
      return counted(
        'words',
        left.id === right.id ? rowsByKey(left, right) : roleRows([stepOf(left), stepOf(right)], alike)
      );
    case 'perspectives':
      return { by: 'perspectives', kinds: kindsBeside(left, right) };
    case 'notes':
      if (left.themes.length + right.themes.length > 0) return counted('themes', rowsByTheme(left, right));
  }
  return { by: 'texts', left: left.notes, right: right.notes };
}

export function stepOf({ id, title, words }: PromptOutput): RoleStep {
  return { id, title, words, meeting: '', number: 0 };
}

function counted(by: 'words' | 'themes', rows: readonly RoleRow[]): Comparison {
  const { courses, cards } = coursesOf(rows);
  const [left = 0, right = 0] = cards;
  return { by, courses, cards: [left, right], differences: differencesOf(courses) };
}

function rowsByKey(left: PromptOutput, right: PromptOutput): RoleRow[] {
  const [ofLeft, ofRight] = [left, right].map(({ words }) => new Map(words.map((word) => [word.key, word])));
  return [...new Map([...left.words, ...right.words].map((word) => [word.key, word.text]))].map(
    ([key, text]) => ({ text, notes: [ofLeft!.get(key)?.notes ?? [], ofRight!.get(key)?.notes ?? []] })
  );
}

/** A theme is the same where it is called the same. */
function rowsByTheme(left: PromptOutput, right: PromptOutput): RoleRow[] {
  const names = new Map([...right.themes, ...left.themes].map(({ text }) => [foldKey(text), text]));
  const notesIn = ({ themes }: PromptOutput, key: string) =>
    themes.filter(({ text }) => foldKey(text) === key).flatMap(({ notes }) => notes);
  return [...names].map(([key, text]) => ({ text, notes: [notesIn(left, key), notesIn(right, key)] }));
}

function kindsBeside(left: PromptOutput, right: PromptOutput): KindBeside[] {
  const [ofLeft, ofRight] = [left, right].map(
    ({ notes, uncited }) => new Map(perspectivesOf([...notes, ...uncited]).map((one) => [one.kind, one]))
  );
  return ORGANISATION_KINDS.flatMap((kind) => {
    const [one, other] = [ofLeft!.get(kind), ofRight!.get(kind)];
    if (!one && !other) return [];
    return [
      {
        kind,
        ...(one ? { left: one.spread } : {}),
        ...(other ? { right: other.spread } : {}),
        answers: [one?.views.length ?? 0, other?.views.length ?? 0] as const
      }
    ];
  });
}

function comparedVotes({ kind, vote: left }: PromptOutput, { vote: right }: PromptOutput): Comparison {
  if (!left || !right) return { by: 'nothing' };
  const voters: Both = [left.voters, right.voters];
  if (left.scale && right.scale) {
    const { low, high } = left;
    return { by: 'scales', left: left.scale, right: right.scale, voters, ends: { low, high } };
  }
  if (left.options.length === 0 || right.options.length === 0) return { by: 'nothing' };
  const of = kind === 'choice' || kind === 'dots' ? 'people' : 'points';
  const shareIn = ({ options, voters: all }: typeof left, key: string) => {
    const option = options.find(({ text }) => foldKey(text) === key);
    if (!option) return null;
    if (of === 'people') return option.people / Math.max(1, all);
    return (
      option.score /
      Math.max(
        1,
        options.reduce((sum, { score }) => sum + score, 0)
      )
    );
  };
  const texts = new Map([...right.options, ...left.options].map(({ text }) => [foldKey(text), text]));
  const rows = [...texts].map(([key, text]) => ({
    text,
    left: shareIn(left, key),
    right: shareIn(right, key)
  }));
  return { by: 'shares', of, rows: rows.sort((a, b) => (b.left ?? 0) - (a.left ?? 0)), voters };
}
