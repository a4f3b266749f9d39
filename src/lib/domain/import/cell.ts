/** What stands in a cell, as a kind's field keeps it: spreadsheets write days, numbers and choices in ways of their own. */
import type { Field } from '../kinds/kind.ts';
import { cleanLine, foldKey } from '../text.ts';

/** How a choice's values are called, in whatever language. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** As somebody would have typed it into the form. What cannot be read stays as it is: the check says what is wrong with it. */
export function cellAs(field: Field, cell: string, names: Names = new Map()): string {
  switch (field.type) {
    case 'choice':
      return choiceIn(field.options, cell, names);
    case 'number':
      return numberIn(cell);
    case 'years':
      // A year that was a number: "1969,0".
      return numberIn(cell);
    case 'day':
      return dayIn(cell);
    default:
      return cell;
  }
}

function choiceIn(options: readonly string[], cell: string, names: Names): string {
  const key = foldKey(cell);
  return (
    options.find((value) => [value, ...(names.get(value) ?? [])].some((name) => foldKey(name) === key)) ??
    cell
  );
}

/** "7", "7,0", "7 av 10", "7/10". */
function numberIn(cell: string): string {
  const text = cleanLine(cell);
  return /^(-?\d+)(?:[.,]0+)?(?:\s*(?:av|of|\/)\s*\d+)?$/u.exec(text)?.[1] ?? text;
}

/** By their first three letters, in Swedish and in English. */
const MONTHS = [
  ['jan'],
  ['feb'],
  ['mar'],
  ['apr'],
  ['maj', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec']
];
const ISO = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]00:00.*)?$/u;
const NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./ -]+(\d{4})$/u;
const WRITTEN = /^(?:den\s+)?(\d{1,2})(?:\.|:?e|st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})$/iu;
const AMERICAN = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;

/** "2027-03-01", "1 mars 2027", "1/3 2027", "1.3.2027", "March 1, 2027": the day before the month, as in Sweden. */
function dayIn(cell: string): string {
  const text = cleanLine(cell);
  const iso = ISO.exec(text);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const numbers = NUMBERS.exec(text);
  if (numbers) return day(numbers[3]!, numbers[2]!, numbers[1]!);
  const written = WRITTEN.exec(text);
  const [of, name, year] = written ? written.slice(1) : (AMERICAN.exec(text) ?? []).slice(1, 4);
  if (!of || !name || !year) return text;
  const [number, word] = written ? [of, name] : [name, of];
  const month = MONTHS.findIndex((names) => names.some((one) => word.toLowerCase().startsWith(one)));
  return month === -1 ? text : day(year, String(month + 1), number);
}

function day(year: string, month: string, of: string): string {
  return `${year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`;
}
