/** A fault in what somebody wrote, as a sentence that says what to do. */
import { cleanField } from '$lib/domain/kinds/fields';
import type { Field, FieldFault, Fields, Kind, TextField } from '$lib/domain/kinds/kind';
import { lengthOf } from '$lib/domain/text';
import { refusalText } from '$lib/i18n/refusal';
import { m } from '$lib/paraglide/messages';

export function faultSentence(kind: Kind, fault: FieldFault, written: Fields): string {
  const text = written[fault.field] ?? '';
  const field = kind.fields[fault.field];
  switch (fault.code) {
    case 'text-too-long':
      return m.phone_fault_long({ count: isText(field) ? -remaining(field, text) : 0 });
    case 'text-empty':
      if (text.length > 0) return m.phone_fault_unseen();
      return fault.field === 'speakerName' ? m.phone_fault_name() : m.phone_fault_empty();
    case 'choice-unknown':
      if (fault.field === 'printed') return m.phone_fault_printed();
      return fault.field === 'speaker' ? m.phone_fault_speaker() : refusalText(fault);
    case 'number-outside':
    case 'years-unreadable':
    case 'years-backwards':
    case 'years-outside':
    case 'day-unreadable':
      return refusalText(fault);
    case 'field-unknown':
      return m.phone_kind_unknown();
  }
}

/** Characters left, counted as the server counts them; below zero when there are too many. */
export function remaining(field: TextField, text: string): number {
  return field.max - lengthOf(cleanField(field, text));
}

function isText(field: Field | undefined): field is TextField {
  return field !== undefined && 'max' in field;
}
