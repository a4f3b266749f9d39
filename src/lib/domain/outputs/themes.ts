/** Sticky notes under what a leader called them. What the machine alone has laid together has no name, and is no theme. */
import type { ClusterId, NoteId } from '../meeting/ids.ts';
import type { MeetingView, NoteView } from '../meeting/view.ts';

export interface Theme {
  text: string;
  count: number;
  /** In the order of arrival. */
  notes: readonly NoteId[];
}

/** The largest first, equals in the order in which each got its first note. `notes` in the order of arrival. */
export function themesIn(notes: readonly NoteView[], clusters: MeetingView['clusters']): Theme[] {
  const found = new Map<ClusterId, NoteId[]>();
  for (const { id, cluster } of notes) {
    const view = cluster === undefined ? undefined : clusters[cluster];
    if (!view || !(view.named || view.theme)) continue;
    const lying = found.get(view.id);
    if (lying) lying.push(id);
    else found.set(view.id, [id]);
  }
  return [...found]
    .map(([id, lying]) => ({ text: clusters[id]!.label, count: lying.length, notes: lying }))
    .sort((a, b) => b.count - a.count);
}

/** Notes that lie in no theme, in the order of arrival. */
export function outsideThemes<T extends { id: NoteId }>(
  notes: readonly T[],
  themes: readonly Theme[]
): readonly T[] {
  const inside = new Set(themes.flatMap((theme) => theme.notes));
  return notes.filter(({ id }) => !inside.has(id));
}
