/** What each group answered, for a screen or a report. */
import type { GroupView, NoteView, PromptView } from '../../meeting/view.ts';

export interface GroupColumn<N = NoteView> {
  /** None: what was written for no group. */
  id: string | undefined;
  name: string;
  notes: readonly N[];
  /** Those that are not shown too. */
  count: number;
}

/**
 * Groups in the order of the room, then former ones, then what is no group's. While the question is open each group has its place,
 * also before it has written; afterwards those that have.
 */
export function groupColumns<N extends { group?: string }>(
  prompt: Pick<PromptView, 'stage' | 'byGroup' | 'count'>,
  groups: readonly GroupView[],
  notes: readonly N[]
): GroupColumn<N>[] {
  const byGroup = new Map<string | undefined, N[]>();
  const known = new Set(groups.map(({ id }) => id));
  for (const note of notes) {
    const id = note.group !== undefined && known.has(note.group) ? note.group : undefined;
    const those = byGroup.get(id);
    if (those) those.push(note);
    else byGroup.set(id, [note]);
  }
  const columns = groups.map(({ id, name, former }) => {
    const own = byGroup.get(id) ?? [];
    const count = Math.max(prompt.byGroup?.[id] ?? 0, own.length);
    return { id, name, notes: own, count, waits: prompt.stage === 'open' && !former };
  });
  const shown: GroupColumn<N>[] = columns
    .filter(({ count, waits }) => count > 0 || waits)
    .map(({ id, name, notes: own, count }) => ({ id, name, notes: own, count }));
  const placed = shown.reduce((sum, { count }) => sum + count, 0);
  const rest = byGroup.get(undefined) ?? [];
  const count = Math.max((prompt.count ?? 0) - placed, rest.length);
  return count > 0 ? [...shown, { id: undefined, name: '', notes: rest, count }] : shown;
}
