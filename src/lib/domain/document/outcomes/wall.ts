/** The word wall: its picture, its words with how many cards say them, and why people chose them. */
import type { NoteOutput } from '../../outputs/outputs.ts';
import { sceneOf } from '../../wall/drawing/scene.ts';
import { wallIdOf } from '../../wall/kept-wall.ts';
import { otherForms } from '../../wall/words.ts';
import type { Word } from '../../wall/words.ts';
import { heading, list, paragraph, run } from '../blocks.ts';
import type { Block, Figure } from '../document.ts';
import { fromOf, origin } from '../step.ts';
import type { OutcomeParts, Step } from '../step.ts';
import { quoted } from './quotes.ts';

/** So many words are named in place of the picture; all of them stand in the list. */
const NAMED = 10;

export const wall: OutcomeParts = {
  offers: ({ words, notes }) => [
    ...(words.length > 0 ? (['picture', 'list'] as const) : []),
    ...(notes.some(({ explanation }) => explanation) ? (['quotes'] as const) : [])
  ],
  picture,
  list: (step) => [words(step), ...groups(step)],
  quotes: (step) =>
    step.prompt.notes.flatMap((note) =>
      note.explanation ? [quoted(step, note, note.explanation, fromOf(note) || step.wording.nobody)] : []
    )
};

function picture(step: Step): Figure[] {
  const { prompt, picture: kept, wording } = step;
  const said = wording.report.wall;
  if (!kept || kept.layout.words.length === 0 || prompt.words.length === 0) return [];
  const { layout, face } = kept;
  const standing = new Set(layout.words.map(({ id }) => id));
  const rest = prompt.words.filter((word) => !standing.has(wallIdOf(word))).length;
  const counted = layout.words.some(({ count }) => count);
  const largest = prompt.words.slice(0, NAMED).map(({ text, count }) => `${text} (${count})`);
  const caption = [counted ? said.counts : '', rest > 0 ? said.rest(rest) : ''].filter(Boolean).join(' ');
  return [
    {
      kind: 'figure',
      scene: sceneOf(layout, kept.words, { face }),
      alt: said.alt(layout.words.length, largest.join(', ')),
      ...(caption ? { caption } : {}),
      spread: true,
      origin: origin(step),
      origins: Object.fromEntries(prompt.words.map((word) => [wallIdOf(word), origin(step, word.notes)]))
    }
  ];
}

function words(step: Step): Block {
  const byId = new Map(step.prompt.notes.map((note) => [note.id, note]));
  return list(step.prompt.words.map((word) => item(step, word, byId)));
}

/** A word with its count and what else lies in it, and under it why people chose it. */
function item(step: Step, word: Word, byId: ReadonlyMap<string, NoteOutput>): Block[] {
  const forms = otherForms(word).join(', ');
  const reasons = word.notes.flatMap((id) => byId.get(id) ?? []).filter(({ explanation }) => explanation);
  return [
    paragraph([
      run(word.text, { bold: true, origin: origin(step, word.notes) }),
      run(` (${word.count})${forms ? `: ${forms}` : ''}`)
    ]),
    ...(reasons.length > 0 ? [list(reasons.map((note) => [reason(step, note)]))] : [])
  ];
}

function reason(step: Step, note: NoteOutput): Block {
  const { id, explanation = '', organisation } = note;
  return paragraph([
    run(explanation, { origin: origin(step, [id]) }),
    ...(organisation ? [run(` (${organisation})`)] : [])
  ]);
}

/** The words of each group in one row: what they stand on has been told above. */
function groups(step: Step): Block[] {
  const { prompt, wording } = step;
  if (prompt.groups.length === 0) return [];
  const byId = new Map(prompt.notes.map((note) => [note.id, note]));
  const rows = prompt.groups.map(({ name, notes: ids }) => {
    const own = ids.flatMap((id) => byId.get(id) ?? []);
    const said = own.flatMap(({ id, text }, at) => [
      ...(at > 0 ? [run(', ')] : []),
      run(text, { origin: origin(step, [id]) })
    ]);
    return [paragraph([run(`${name || wording.noGroup}:`, { bold: true }), run(' '), ...said])];
  });
  return [heading(2, wording.byGroup), list(rows)];
}
