/** Lines of invented content as the notes that a crowd sends. */
import type { Fields } from '../../src/lib/domain/kinds/kind.ts';
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
