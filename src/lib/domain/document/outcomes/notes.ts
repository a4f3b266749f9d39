/** Sticky notes under their themes, and the answers of whatever kind has no page of its own: each with what else it says. */
import { outsideThemes } from '../../outputs/themes.ts';
import type { NoteOutput } from '../../outputs/outputs.ts';
import { heading, inColumns, list, paragraph, run } from '../blocks.ts';
import { byGroups } from '../by-groups.ts';
import type { Block } from '../document.ts';
import { fromOf, origin } from '../step.ts';
import type { OutcomeParts, Step } from '../step.ts';
import { quoted } from './quotes.ts';

/** Themes with no more stand beside each other. */
const SHORT = 12;

export const notes: OutcomeParts = {
  offers: (prompt) => (prompt.notes.length > 0 ? ['list', 'quotes'] : []),
  list: (step) =>
    step.prompt.themes.length > 0
      ? themes(step)
      : byGroups(step, (those, inGroup) => [slips(step, those, inGroup)]),
  quotes: (step) =>
    step.prompt.notes.map((note) => quoted(step, note, note.text, fromOf(note) || step.wording.nobody))
};

/** The large ones first, over the whole page; then the small ones in two columns. */
function themes(step: Step): Block[] {
  const { prompt, wording } = step;
  const byId = new Map(prompt.notes.map((note) => [note.id, note]));
  const rest = outsideThemes(prompt.notes, prompt.themes);
  const all = [
    ...prompt.themes.map(({ text, notes: ids }) => ({
      text,
      lying: ids.flatMap((id) => byId.get(id) ?? [])
    })),
    ...(rest.length > 0 ? [{ text: wording.noTheme, lying: rest }] : [])
  ].map(({ text, lying }) => ({
    long: lying.length > SHORT,
    blocks: [
      heading(2, `${text} (${lying.length})`, {
        origin: origin(
          step,
          lying.map(({ id }) => id)
        )
      }),
      slips(step, lying, false)
    ]
  }));
  // Only the last, of those in no theme, may be a long one after short ones.
  const last = all.at(-1)?.long && rest.length > 0 ? all.pop() : undefined;
  return [
    ...all.filter(({ long }) => long).flatMap(({ blocks }) => blocks),
    ...inColumns(
      all.filter(({ long }) => !long).map(({ blocks }) => blocks),
      2
    ),
    ...(last?.blocks ?? [])
  ];
}

/** Whose it is stands behind it, unless it stands above. */
function slips(step: Step, those: readonly NoteOutput[], inGroup: boolean): Block {
  return list(
    those.map((note) => {
      const from = inGroup ? (note.organisation ?? '') : fromOf(note);
      const own = origin(step, [note.id]);
      const lines = step.wording.more(step.prompt.kind, note);
      return [
        paragraph([run(note.text, { origin: own }), ...(from ? [run(` (${from})`)] : [])]),
        ...(lines.length > 0 ? [list(lines.map((line) => [paragraph([run(line, { origin: own })])]))] : [])
      ];
    })
  );
}
