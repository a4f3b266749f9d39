/** What an answer says besides its main text, field by field, as the reader's language writes it. */
import { kindOf } from '../domain/kinds/registry.js';
import type { Field, Fields } from '../domain/kinds/kind.js';
import { speakerLine, speakerOf } from '../domain/kinds/speaker.js';
import { shownYears } from '../domain/kinds/years.js';
import { m } from '../paraglide/messages.js';
import { showDay } from './dates.js';
import { wordsFor } from './kind-words.js';
import type { FieldWords } from './kind-words.js';

export interface FieldLine {
  field: string;
  /** Empty where the text says itself what it is. */
  label: string;
  text: string;
}

/** "År: 1969", or the text alone. */
export function labelled({ label, text }: FieldLine): string {
  return label ? `${label}: ${text}` : text;
}

/** In the kind's order; of kinds that say it in a way of their own (a quote's speaker), none. */
export function fieldLines(kind: string, fields: Fields): FieldLine[] {
  const known = kindOf(kind);
  const words = wordsFor(kind).fields ?? {};
  return Object.entries(known?.fields ?? {}).flatMap(([name, field]) => {
    const [said, value] = [words[name], fields[name]];
    if (!said || !value || name === known?.main) return [];
    return [{ field: name, label: said.bare ? '' : said.label(), text: shown(field, said, value) }];
  });
}

/** All that it says, a line each: its text, the other fields, and who said it. */
export function saidIn(kind: string, fields: Fields): string {
  const known = kindOf(kind);
  const speaker = known?.outcome === 'quotes' ? speakerLine(speakerOf({ fields }), '') : '';
  const text = fields[known?.main ?? 'text'] ?? '';
  return [text, ...fieldLines(kind, fields).map(labelled), speaker].filter(Boolean).join('\n');
}

function shown(field: Field, said: FieldWords, value: string): string {
  switch (field.type) {
    case 'choice':
      return said.options?.find((one) => one.value === value)?.text() ?? value;
    case 'number':
      return m.kinds_number_of({ number: value, most: field.most });
    case 'years':
      return shownYears(value);
    case 'day':
      return showDay(value, { year: true, weekday: false });
    default:
      return value;
  }
}
