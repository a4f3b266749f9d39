/** Notes that a leader shows one by one, as the projector sets them. */
import type { Kind } from '$lib/domain/kinds/kind';
import { speakerLine, speakerOf } from '$lib/domain/kinds/speaker';
import type { NoteView } from '$lib/domain/meeting/view';
import type { Shown } from '$lib/domain/wall/screens/shown';
import { m } from '$lib/paraglide/messages';
import { breakable } from '$lib/ui/compound';

export function shownOf(notes: readonly NoteView[], kind: Kind | undefined): Shown[] {
  return notes.map((note) => ({
    id: note.id,
    text: breakable(note.fields[kind?.main ?? 'text'] ?? ''),
    who: kind?.outcome === 'quotes' ? speakerLine(speakerOf(note), m.wall_nobody()) : ''
  }));
}
