/** Checks what somebody wrote against its kind. The phone and the server use the same function. */
import { cleanLine, cleanLines, lengthOf } from '../text.ts';
import type { ChoiceField, Field, FieldFault, Fields, Kind, TextField } from './kind.ts';

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
    const raw = written[name] ?? '';
    const text = field.type === 'choice' ? raw || (field.fallback ?? '') : cleanField(field, raw);
    const fault = field.type === 'choice' ? checkChoice(name, field, text) : checkLength(name, field, text);
    if (fault) return { ok: false, fault };
    const silent = field.type === 'choice' && text === field.fallback;
    if (text && !silent) fields[name] = text;
  }
  return { ok: true, fields };
}

/** A text as it will be stored: what a counter beside the input counts. */
export function cleanField(field: TextField, text: string): string {
  return field.type === 'line' ? cleanLine(text) : cleanLines(text);
}

function isAsked(field: Field, written: Readonly<Record<string, string>>): boolean {
  return !field.when || field.when.is.includes(written[field.when.field] ?? '');
}

function checkChoice(name: string, field: ChoiceField, choice: string): FieldFault | undefined {
  return field.options.includes(choice) ? undefined : { code: 'choice-unknown', field: name };
}

function checkLength(name: string, field: TextField, text: string): FieldFault | undefined {
  const length = lengthOf(text);
  if (length > field.max) return { code: 'text-too-long', field: name, limit: field.max };
  if (length === 0 && field.min > 0) return { code: 'text-empty', field: name };
  return undefined;
}
