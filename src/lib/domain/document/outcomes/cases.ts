/** How we work where we come from: a column each. */
import { heading, inColumns, paragraph, run } from '../blocks.ts';
import type { Block } from '../document.ts';
import { fromOf, origin } from '../step.ts';
import type { OutcomeParts, Step } from '../step.ts';
import type { NoteOutput } from '../../outputs/outputs.ts';

/** Beside each other on a page that stands. */
const MOST = 3;

export const cases: OutcomeParts = {
  offers: (prompt) => (prompt.notes.length > 0 ? ['list'] : []),
  list: (step) =>
    inColumns(
      step.prompt.notes.map((note) => column(step, note)),
      MOST
    )
};

function column(step: Step, note: NoteOutput): Block[] {
  const own = { origin: origin(step, [note.id]) };
  const from = fromOf(note);
  return [
    heading(2, note.text, own),
    ...(from ? [paragraph(from, 'quiet')] : []),
    ...(note.explanation ?? '')
      .split(/\n{2,}/)
      .flatMap((text) => (text.trim() ? [paragraph([run(text, own)])] : []))
  ];
}
