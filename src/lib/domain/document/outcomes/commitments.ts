/** Who does what by when, and what has become of it: the soonest first. */
import { commitmentsOf } from '../../outcomes/commitments.ts';
import { cell, run } from '../blocks.ts';
import { fromOf, origin } from '../step.ts';
import type { OutcomeParts } from '../step.ts';

export const commitments: OutcomeParts = {
  offers: (prompt) => (prompt.notes.length > 0 ? ['list'] : []),
  list: (step) => {
    const { commitments: said } = step.wording.report;
    const byId = new Map(step.prompt.notes.map((note) => [note.id, note]));
    return [
      {
        kind: 'table',
        head: [said.by, said.text, said.who, said.state].map((text) => cell(text)),
        rows: commitmentsOf(step.prompt.notes).map(({ id, text, who, by }) => {
          const note = byId.get(id)!;
          return [
            cell(said.day(by)),
            cell([run(text, { origin: origin(step, [id]) })], { head: true }),
            cell([who, fromOf(note)].filter(Boolean).join(', ')),
            cell(said.mark(note.mark))
          ];
        }),
        origin: origin(step)
      }
    ];
  }
};
