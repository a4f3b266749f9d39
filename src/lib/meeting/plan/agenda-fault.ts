/** What is wrong with an agenda from a file, or with a template, as a sentence. */
import type { AgendaFault } from '$lib/domain/agenda/file';
import { m } from '$lib/paraglide/messages';

type Fault = Omit<AgendaFault, 'code'> & {
  code: AgendaFault['code'] | 'name-empty' | 'name-too-long' | 'too-many-templates';
};

const SENTENCES: Record<Fault['code'], (inputs: { step: number; limit: number }) => string> = {
  'too-large': m.plan_file_too_large,
  'not-json': m.plan_file_not_json,
  'other-format': m.plan_file_other_format,
  'newer-version': m.plan_file_newer_version,
  'no-steps': m.plan_file_no_steps,
  'too-many-steps': m.plan_file_too_many_steps,
  'step-wrong': m.plan_file_step_wrong,
  'kind-unknown': m.plan_file_kind_unknown,
  'title-empty': m.plan_file_title_empty,
  'text-too-long': m.plan_file_text_too_long,
  'name-empty': m.plan_name_empty,
  'name-too-long': m.plan_name_too_long,
  'too-many-templates': m.plan_too_many_templates
};

export function agendaFaultText({ code, step = 0, limit = 0 }: Fault): string {
  return SENTENCES[code]({ step, limit });
}
