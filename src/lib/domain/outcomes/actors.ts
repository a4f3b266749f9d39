/** The actor map: who does what, answers for what and meets us where; what several say of one actor stands together. */
import { ORGANISATION_KINDS } from '../organisation-kinds.ts';
import { foldKey } from '../text.ts';
import type { Answer } from './answer.ts';

/** What is asked of each actor, in the order of the columns. */
export const ACTOR_COLUMNS = ['role', 'responsibility', 'interface'] as const;
export type ActorColumn = (typeof ACTOR_COLUMNS)[number];

export interface ActorRow {
  name: string;
  /** As most say; the first named of several. */
  kind: string;
  /** Who says so, by note. */
  notes: readonly string[];
  /** Each thing once; an empty one is a gap. */
  cells: Readonly<Record<ActorColumn, readonly string[]>>;
}

/** In the order of the kinds, then of the alphabet. Names count as equal as words do: case and spaces do not matter. */
export function actorsOf(answers: readonly Answer[], locale: string): ActorRow[] {
  const byName = new Map<string, Answer[]>();
  for (const answer of answers) {
    const key = foldKey(answer.fields?.text ?? '');
    const own = byName.get(key);
    if (own) own.push(answer);
    else byName.set(key, [answer]);
  }
  const rows = [...byName.values()].map((own) => ({
    name: own[0]!.fields?.text ?? '',
    kind: commonest(own.map(({ fields }) => fields?.actorKind ?? 'other')),
    notes: own.map(({ id }) => id),
    cells: Object.fromEntries(
      ACTOR_COLUMNS.map((column) => [column, distinct(own.map(({ fields }) => fields?.[column] ?? ''))])
    ) as Record<ActorColumn, string[]>
  }));
  const order = (kind: string) => (ORGANISATION_KINDS as readonly string[]).indexOf(kind);
  return rows.sort((a, b) => order(a.kind) - order(b.kind) || a.name.localeCompare(b.name, locale));
}

/** How many actors answer for the same thing, word for word: the columns in which more than one stands. */
export function sharedIn(rows: readonly ActorRow[], column: ActorColumn): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { cells } of rows) {
    for (const text of cells[column]) {
      const key = foldKey(text);
      if (seen.has(key)) shared.add(key);
      seen.add(key);
    }
  }
  return shared;
}

function distinct(texts: readonly string[]): string[] {
  const seen = new Map(texts.filter(Boolean).map((text) => [foldKey(text), text]));
  return [...seen.values()];
}

function commonest(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return kinds.find((kind) => counts.get(kind) === most)!;
}
