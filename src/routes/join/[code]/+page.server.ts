import { fail, redirect } from '@sveltejs/kit';
import { showCode } from '$lib/domain/join-code';
import { m } from '$lib/paraglide/messages';
import { codeFault } from '../../code-fault';
import { textOf } from '../../form-text';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({
  params,
  url,
  locals,
  cookies,
  getClientAddress,
  setHeaders
}) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { participants } = locals.app;
  const found = await participants.meetingByCode(params.code, getClientAddress());
  if (!found.ok) return { code: showCode(params.code.slice(0, 40)), fault: codeFault(found.reason) };
  const { meeting, project, organisations } = found;
  // "Not you?" on the phone leads here, to be somebody else; "Is that you?" to be somebody again.
  const again = url.searchParams.get('again');
  // A personal link says who one is; nobody is in before the button is pressed.
  const personal = url.searchParams.get('personal')?.slice(0, 40);
  const invited =
    personal === undefined ? undefined : await participants.invited(personal, project.id, getClientAddress());
  const known =
    again !== null || personal !== undefined ? undefined : await participants.known(cookies, project.id);
  return {
    code: meeting.code,
    meeting: { number: meeting.number, title: meeting.title, place: meeting.place, day: meeting.day },
    project: { name: project.name, host: project.host },
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    before: again === 'code',
    personal,
    invited: invited && { name: invited.name, organisation: invited.organisation },
    known: known && { name: known.name, organisation: known.organisationId ?? '' }
  };
};

const OTHER = 'other';
const FAULTS: Readonly<Record<string, (() => string) | undefined>> = {
  'name-too-long': m.start_name_long,
  'organisation-too-long': m.start_organisation_long,
  'organisation-removed': m.start_organisation_removed
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    if (form.has('personal')) return comeBack(event, textOf(form, 'personal').slice(0, 40));
    const name = textOf(form, 'name');
    const chosen = textOf(form, 'organisation');
    const other = textOf(form, 'other');
    const organisation = chosen === OTHER || (!chosen && other) ? other : chosen;
    // Who has said "Not you?" is a new person also under the same name, or without any.
    const joined = await event.locals.app.participants.enter(
      event,
      { code: event.params.code, name, organisation },
      { anew: event.url.searchParams.get('again') === '' }
    );
    if (joined.ok) redirect(303, `/meeting/${joined.meeting.id}`);
    const fault = FAULTS[joined.reason]?.();
    if (!fault) redirect(303, event.url.pathname);
    const field = joined.reason === 'name-too-long' ? ('name' as const) : ('organisation' as const);
    return fail(400, { name, organisation: chosen, other, field, fault });
  }
};

/** In as the person whose own code that is. */
async function comeBack(event: RequestEvent, personal: string) {
  const { params, locals, url } = event;
  const form = { code: params.code, name: '', organisation: '', personal };
  const joined = await locals.app.participants.enter(event, form);
  if (joined.ok) redirect(303, `/meeting/${joined.meeting.id}`);
  if (joined.reason !== 'personal') redirect(303, url.pathname);
  return fail(404, { personal, field: 'personal' as const, fault: m.start_before_wrong() });
}
