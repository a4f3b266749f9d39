/** Checks what somebody wrote against its kind. The phone and the server use the same function. */
import { cleanLine, cleanLines, lengthOf } from '../text.ts';
import type { Field, FieldFault, Fields, Kind, TextField } from './kind.ts';
import { keptYears, parseYears } from './years.ts';

export type Checked = { ok: true; fields: Fields } | { ok: false; fault: FieldFault };

/** Cleans and checks the fields of a note; the first fault in the kind's order is told. */
export function checkFields(kind: Kind, written: Readonly<Record<string, string>>): Checked {
  for (const name of Object.keys(written)) {
    if (!Object.hasOwn(kind.fields, name))
      return { ok: false, fault: { code: 'field-unknown', field: name } };
  }
  const fields: Fields = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (!isAsked(field, written)) continue;
    const read = readField(field, written[name] ?? '');
    if (typeof read === 'object') return { ok: false, fault: { ...read, field: name } };
    if (read) fields[name] = read;
  }
  return { ok: true, fields };
}

/** A text as it will be stored: what a counter beside the input counts. */
export function cleanField(field: TextField, text: string): string {
  return field.type === 'line' ? cleanLine(text) : cleanLines(text);
}

/** What can be counted of it without quoting it: choices, numbers, years and days. */
export function countedFields(kind: Kind, fields: Fields): Fields {
  const counted = Object.entries(fields).filter(([name]) => {
    const type = kind.fields[name]?.type;
    return type !== undefined && type !== 'line' && type !== 'lines';
  });
  return Object.fromEntries(counted);
}

function isAsked(field: Field, written: Readonly<Record<string, string>>): boolean {
  return !field.when || field.when.is.includes(written[field.when.field] ?? '');
}

type Fault = Omit<FieldFault, 'field'>;

/** As it is kept, empty where nothing is; or what is wrong with it. */
function readField(field: Field, raw: string): string | Fault {
  switch (field.type) {
    case 'line':
    case 'lines':
      return readText(field, raw);
    case 'choice': {
      const choice = raw || (field.fallback ?? '');
      if (!field.options.includes(choice)) return { code: 'choice-unknown' };
      return choice === field.fallback ? '' : choice;
    }
    case 'number':
      return readNumber(field.least, field.most, cleanLine(raw));
    case 'years': {
      const text = cleanLine(raw);
      if (!text) return { code: 'text-empty' };
      const years = parseYears(text);
      return typeof years === 'string' ? { code: years } : keptYears(years);
    }
    case 'day':
      return readDay(cleanLine(raw));
  }
}

function readText(field: TextField, raw: string): string | Fault {
  const text = cleanField(field, raw);
  const length = lengthOf(text);
  if (length > field.max) return { code: 'text-too-long', limit: field.max };
  return length === 0 && field.min > 0 ? { code: 'text-empty' } : text;
}

function readNumber(least: number, most: number, text: string): string | Fault {
  if (!text) return { code: 'choice-unknown' };
  const value = /^-?\d{1,9}$/.test(text) ? Number(text) : NaN;
  const inside = value >= least && value <= most;
  return inside ? String(value) : { code: 'number-outside', least, limit: most };
}

function readDay(text: string): string | Fault {
  if (!text) return '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // 2027-02-30 would become the second of March.
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
    ? text
    : { code: 'day-unreadable' };
}
