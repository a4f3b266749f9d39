/** What was said, by hand, with who said it under it. */
import { speakerLine } from '../../kinds/speaker.ts';
import type { NoteOutput } from '../../outputs/outputs.ts';
import { byGroups } from '../by-groups.ts';
import type { Block, Quote } from '../document.ts';
import { origin } from '../step.ts';
import type { OutcomeParts, Step } from '../step.ts';

export const quotes: OutcomeParts = {
  offers: (prompt) => (prompt.notes.length > 0 ? ['quotes'] : []),
  quotes: (step) => byGroups(step, (those, inGroup) => those.map((note) => spoken(step, note, inGroup))),
  all: (step) => quotes.quotes!(step)
};

function spoken(step: Step, note: NoteOutput, inGroup: boolean): Block {
  return quoted(step, note, note.text, speakerLine(note.speaker ?? {}, inGroup ? '' : step.wording.nobody));
}

export function quoted(step: Step, { id }: Pick<NoteOutput, 'id'>, text: string, speaker: string): Quote {
  return { kind: 'quote', text, speaker, origin: origin(step, [id]) };
}
