/** Lines of invented content as the notes that a crowd sends. */
import type { Field, Fields, Kind } from '../../src/lib/domain/kinds/kind.ts';
import { shortened } from '../../src/lib/domain/text.ts';
import type { Chance } from '../../src/lib/domain/chance.ts';

/** A card, how many write it, and what the first of them adds. */
export type CardLine = readonly [text: string, people: number, explanation?: string];
/** What was said, who said it ('me', 'organisation', 'anonymous', or a name), and that person's title. */
export type QuoteLine = readonly [text: string, speaker: string, title?: string];

/** Some write in capitals, some in small letters. */
export function cards(lines: readonly CardLine[], chance: Chance): Fields[] {
  return lines.flatMap(([text, people, explanation]) =>
    Array.from({ length: people }, (_, index): Fields => {
      const written = chance.next() < 0.2 ? text.toLowerCase() : text;
      return index === 0 && explanation ? { text: written, explanation } : { text: written };
    })
  );
}

export function quote([text, speaker, title]: QuoteLine): Fields {
  if (['me', 'organisation', 'anonymous'].includes(speaker)) return { text, speaker };
  return { text, speaker: 'other', speakerName: speaker, ...(title ? { speakerTitle: title } : {}) };
}

/** Something to be read in every field that a kind asks for: each line is the main text of one answer. */
export function answers({ fields, main }: Kind, lines: readonly string[]): Fields[] {
  return lines.map((line, at) => {
    const more = lines[(at + 1) % lines.length]!;
    const filled = Object.entries(fields).map(([name, field]) => [
      name,
      filling(field, name === main ? line : more, at)
    ]);
    return Object.fromEntries(filled.filter(([, text]) => text !== '')) as Fields;
  });
}

function filling(field: Field, line: string, at: number): string {
  switch (field.type) {
    case 'line':
    case 'lines':
      return shortened(line, field.max);
    case 'choice':
      return field.options[at % field.options.length]!;
    case 'number':
      return String(field.least + ((at * 7) % (field.most - field.least + 1)));
    case 'years':
      return at % 5 === 4 ? `${1950 + at * 3}-${1962 + at * 3}` : String(1950 + at * 4);
    case 'day':
      return '';
  }
}
