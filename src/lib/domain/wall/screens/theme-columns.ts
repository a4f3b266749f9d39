/** Sticky notes under the themes that they lie in, for a screen. */
import type { ClusterId, PromptId } from '../../meeting/ids.ts';
import type { ClusterView, NoteView } from '../../meeting/view.ts';

export interface ThemeColumn {
  /** None: what lies in no theme. */
  id: ClusterId | undefined;
  label: string;
  notes: readonly NoteView[];
}

/** Themes in the order in which they came, then what lies in none; no columns where nothing lies in any. */
export function themeColumns(
  prompt: PromptId,
  clusters: Readonly<Record<ClusterId, ClusterView>>,
  notes: readonly NoteView[]
): ThemeColumn[] {
  const named = Object.values(clusters).filter((one) => one.prompt === prompt && (one.named || one.theme));
  const byTheme = new Map<ClusterId, NoteView[]>(named.map(({ id }) => [id, []]));
  const loose: NoteView[] = [];
  for (const note of notes) (byTheme.get(note.cluster ?? '') ?? loose).push(note);
  const columns = named
    .map(({ id, label }): ThemeColumn => ({ id, label, notes: byTheme.get(id)! }))
    .filter((column) => column.notes.length > 0);
  if (columns.length === 0 || loose.length === 0) return columns;
  return [...columns, { id: undefined, label: '', notes: loose }];
}
