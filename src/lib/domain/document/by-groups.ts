/** Answers under the names of the groups that gave them, where groups answered. */
import type { NoteOutput } from '../outputs/outputs.ts';
import { heading } from './blocks.ts';
import type { Block } from './document.ts';
import { origin } from './step.ts';
import type { Step } from './step.ts';

/** `write` is told whether a group's name stands above: then it need not be said again. */
export function byGroups(
  step: Step,
  write: (notes: readonly NoteOutput[], inGroup: boolean) => Block[]
): Block[] {
  const { notes, groups } = step.prompt;
  if (groups.length === 0) return write(notes, false);
  const byId = new Map(notes.map((note) => [note.id, note]));
  return groups.flatMap(({ name, notes: ids }) => {
    const own = ids.flatMap((id) => byId.get(id) ?? []);
    const title = `${name || step.wording.noGroup} (${own.length})`;
    return [heading(2, title, { origin: origin(step, ids) }), ...write(own, true)];
  });
}
