/** Sentences for what is wrong with a project's form. */
import { m } from '$lib/paraglide/messages';

type Fault = Extract<
  Awaited<ReturnType<App.Locals['app']['projects']['updateMeeting']>>,
  { ok: false }
>['fault'];

const SENTENCES: Record<Fault['code'], (inputs: { limit: number; line: number }) => string> = {
  empty: m.project_fault_empty,
  'too-long': m.project_fault_too_long,
  'too-many-lines': m.project_fault_too_many_lines,
  'entry-too-long': m.project_fault_entry_too_long,
  'not-a-date': m.project_fault_not_a_date,
  'not-a-time': m.project_fault_not_a_time,
  'ends-before-start': m.project_fault_ends_before_start,
  'has-notes': m.project_fault_has_notes,
  'too-many': m.project_fault_too_many,
  'last-owner': m.leading_fault_last_owner
};

export function sentenceOf({ code, limit = 0, line = 0 }: Fault): string {
  return SENTENCES[code]({ limit, line });
}
