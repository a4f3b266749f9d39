/** The roles of a whole project: words of several walls, found again from one to the next. */
import type { MeetingId, NoteId, PromptId } from '../../meeting/ids.ts';
import { foldKey } from '../../text.ts';
import type { Word } from '../../wall/words.ts';

/** One wall of the project, in the order in which they were asked. */
export interface RoleStep {
  id: PromptId;
  meeting: MeetingId;
  /** The meeting's, from 1. */
  number: number;
  title: string;
  words: readonly Pick<Word, 'key' | 'text' | 'count' | 'notes' | 'variants'>[];
}

export interface RoleRow {
  /** As it is called where most cards say it. */
  text: string;
  /** Its cards in each step. */
  notes: readonly (readonly NoteId[])[];
}

/** Names a word among those of all steps. */
export function wordId(step: Pick<RoleStep, 'id'>, { key }: { key: string }): string {
  return `${step.id} ${key}`;
}

/**
 * One row a role. Words of two steps are one where somebody wrote them alike, or where the machine holds them to be one: `alike` names
 * the same for all such, by `wordId`. It never makes one of two words of the same step: there the room, or a leader, has kept them apart.
 */
export function roleRows(
  steps: readonly RoleStep[],
  alike: ReadonlyMap<string, string> = new Map()
): RoleRow[] {
  const words = steps.flatMap((step, at) => step.words.map((word) => ({ at, word, id: wordId(step, word) })));
  const rows = new Map(words.map((one) => [one.id, [one]]));
  const rowOf = new Map(words.map(({ id }) => [id, id]));
  const join = (a: string, b: string) => {
    const [to, from] = [rowOf.get(a)!, rowOf.get(b)!];
    if (to === from) return;
    const moved = rows.get(from)!;
    rows.get(to)!.push(...moved);
    rows.delete(from);
    for (const { id } of moved) rowOf.set(id, to);
  };
  const apart = (a: string, b: string) => {
    const there = new Set(rows.get(rowOf.get(a)!)!.map(({ at }) => at));
    return rows.get(rowOf.get(b)!)!.some(({ at }) => there.has(at));
  };
  const first = new Map<string, string>();
  for (const { word, id } of words) {
    for (const text of [word.text, ...word.variants.map((form) => form.text)]) {
      const known = first.get(foldKey(text));
      if (known === undefined) first.set(foldKey(text), id);
      else if (!apart(known, id)) join(known, id);
    }
  }
  const named = new Map<string, string>();
  for (const { id } of words) {
    const name = alike.get(id);
    if (name === undefined) continue;
    const known = named.get(name);
    if (known === undefined) named.set(name, id);
    else if (!apart(known, id)) join(known, id);
  }
  return [...rows.values()].map((those) => ({
    text: those.reduce((most, one) => (one.word.count > most.word.count ? one : most)).word.text,
    notes: steps.map((_, at) => those.filter((one) => one.at === at).flatMap(({ word }) => word.notes))
  }));
}
