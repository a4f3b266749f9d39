/** Roles and what they mean, with examples and what is done in them. */
import { inColumns, list, paragraph, run } from '../blocks.ts';
import type { Block } from '../document.ts';
import { fromOf, origin } from '../step.ts';
import type { OutcomeParts, Step } from '../step.ts';
import type { NoteOutput } from '../../outputs/outputs.ts';

export const definitions: OutcomeParts = {
  offers: (prompt) => (prompt.notes.length > 0 ? ['list'] : []),
  list: (step) =>
    inColumns(
      step.prompt.notes.map((note) => definition(step, note)),
      2
    )
};

function definition(step: Step, note: NoteOutput): Block[] {
  const { definitions: said } = step.wording.report;
  const { meaning = '', examples = '', activities = '' } = note.fields ?? {};
  const own = { origin: origin(step, [note.id]) };
  const from = fromOf(note);
  return [
    paragraph([
      run(note.text, { bold: true, ...own }),
      run(`\n${said.means(meaning)}${from ? ` (${from})` : ''}`)
    ]),
    ...(examples
      ? [paragraph([run(`${said.examples}: `, { italic: true }), run(linesIn(examples).join('; '))])]
      : []),
    ...(activities
      ? [
          paragraph([run(said.activities, { italic: true })]),
          list(linesIn(activities).map((activity) => [paragraph([run(activity, own)])]))
        ]
      : [])
  ];
}

function linesIn(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
