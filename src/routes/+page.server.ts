import { fail, redirect } from '@sveltejs/kit';
import { codeFault } from './code-fault';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals, getClientAddress }) => {
    const code = String((await request.formData()).get('code') ?? '').slice(0, 40);
    const found = await locals.app.participants.meetingByCode(code, getClientAddress());
    if (found.ok) redirect(303, `/join/${found.meeting.code}`);
    return fail(found.reason === 'code' ? 404 : 429, { code, fault: codeFault(found.reason) });
  }
};
