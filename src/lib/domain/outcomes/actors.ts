/** The actor map: who does what, answers for what and meets us where; what several say of one actor stands together. */
import { ORGANISATION_KINDS } from '../organisation-kinds.ts';
import { foldKey } from '../text.ts';
import { sameActors } from './actor-names.ts';
import type { Answer } from './answer.ts';

/** What is asked of each actor, in the order of the columns. */
export const ACTOR_COLUMNS = ['role', 'responsibility', 'interface'] as const;
export type ActorColumn = (typeof ACTOR_COLUMNS)[number];

export interface ActorRow {
  /** As most write it; the first of several. */
  name: string;
  /** How else it is written; empty where all agree, or differ in capitals alone. */
  spellings: readonly string[];
  /** As most say; the first named of several. */
  kind: string;
  /** Who says so, by note. */
  notes: readonly string[];
  /** Each thing once; an empty one is a gap. */
  cells: Readonly<Record<ActorColumn, readonly string[]>>;
}

/** In the order of the kinds, then of the alphabet. Who is the same actor says `sameActors`. */
export function actorsOf(answers: readonly Answer[], locale: string): ActorRow[] {
  const written = new Map<string, Answer[]>();
  for (const answer of answers) push(written, foldKey(answer.fields?.text ?? ''), answer);
  const same = sameActors([...written.values()].map((own) => ({ name: nameIn(own[0]!), kind: kindIn(own) })));
  const byActor = new Map<string, Answer[]>();
  for (const answer of answers) push(byActor, same.get(foldKey(nameIn(answer)))!, answer);
  const rows = [...byActor.values()].map((own) => {
    const name = commonest(own.map(nameIn));
    return {
      name,
      spellings: distinct(own.map(nameIn)).filter((one) => foldKey(one) !== foldKey(name)),
      kind: kindIn(own),
      notes: own.map(({ id }) => id),
      cells: Object.fromEntries(
        ACTOR_COLUMNS.map((column) => [column, distinct(own.map(({ fields }) => fields?.[column] ?? ''))])
      ) as Record<ActorColumn, string[]>
    };
  });
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

function nameIn({ fields }: Answer): string {
  return fields?.text ?? '';
}

function kindIn(answers: readonly Answer[]): string {
  return commonest(answers.map(({ fields }) => fields?.actorKind ?? 'other'));
}

function push(map: Map<string, Answer[]>, key: string, answer: Answer): void {
  const own = map.get(key);
  if (own) own.push(answer);
  else map.set(key, [answer]);
}

function distinct(texts: readonly string[]): string[] {
  const seen = new Map(texts.filter(Boolean).map((text) => [foldKey(text), text]));
  return [...seen.values()];
}

function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return texts.find((text) => counts.get(text) === most)!;
}
