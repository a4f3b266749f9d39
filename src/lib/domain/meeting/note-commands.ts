/** Requests about notes. */
import * as v from 'valibot';
import { ID_PATTERN } from './ids.ts';
import { MARKS } from './mark.ts';
import { PLEDGES } from './pledge.ts';

/** Generous bounds on what is read at all; the finer limits of a kind are told with a sentence by `decide`. */
const MAX_RAW = 20_000;
const id = v.pipe(v.string(), v.regex(ID_PATTERN));
const fields = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.string(), v.maxLength(MAX_RAW))),
  v.check((record) => Object.keys(record).length <= 20)
);
/** So many fit into one message, and one deed. */
export const MOST_IMPORTED = 500;

export const NOTE_COMMANDS = {
  SubmitNote: v.strictObject({
    note: id,
    prompt: id,
    fields,
    pledge: v.optional(v.picklist(PLEDGES)),
    /** It is counted, and nowhere quoted. */
    unquoted: v.optional(v.literal(true))
  }),
  ChangeNote: v.strictObject({ note: id, fields, pledge: v.optional(v.picklist(PLEDGES)) }),
  WithdrawNote: v.strictObject({ note: id }),
  /** What has become of a commitment: by its author, at any time, and by leaders. */
  MarkOwnNote: v.strictObject({ note: id, mark: v.nullable(v.picklist(MARKS)) }),
  MarkNote: v.strictObject({ note: id, mark: v.nullable(v.picklist(MARKS)) }),
  HideNote: v.strictObject({ note: id }),
  RestoreNote: v.strictObject({ note: id }),
  /** For good: what it said is taken out of the log. */
  EraseNote: v.strictObject({ note: id }),
  /** Lets through what waited. */
  ApproveNotes: v.strictObject({
    prompt: id,
    notes: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_IMPORTED))
  }),
  /** Shows one while the others of its prompt are concealed; and takes that back. */
  RevealNote: v.strictObject({ note: id }),
  ConcealNote: v.strictObject({ note: id }),
  ImportNotes: v.strictObject({
    prompt: id,
    notes: v.pipe(
      /** `organisation`: the id of one of the project's, where whoever wrote it said so. */
      v.array(v.strictObject({ note: id, fields, organisation: v.optional(id) })),
      v.minLength(1),
      v.maxLength(MOST_IMPORTED)
    )
  })
} as const;
