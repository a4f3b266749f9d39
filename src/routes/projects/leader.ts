/** What the actions of project pages share: who acts, the form's text, and the sentence for what is wrong with it. */
import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';

type Fault = Extract<
  Awaited<ReturnType<App.Locals['app']['projects']['updateMeeting']>>,
  { ok: false }
>['fault'];

/** The signed-in leader; anybody else is sent to sign in. */
export function leaderOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  if (!locals.user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
  return locals.user;
}

const SENTENCES: Record<Fault['code'], (inputs: { limit: number }) => string> = {
  empty: m.project_fault_empty,
  'too-long': m.project_fault_too_long,
  'not-a-date': m.project_fault_not_a_date,
  'not-a-time': m.project_fault_not_a_time,
  'ends-before-start': m.project_fault_ends_before_start,
  'has-notes': m.project_fault_has_notes,
  'too-many': m.project_fault_too_many
};

export function sentenceOf({ code, limit = 0 }: Fault): string {
  return SENTENCES[code]({ limit });
}

export function textOf(form: FormData, field: string): string {
  return String(form.get(field) ?? '').slice(0, 20_000);
}
