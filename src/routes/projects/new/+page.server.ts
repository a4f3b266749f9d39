import { fail, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { textOf } from '../../form-text';
import { leaderOf } from '../../leader';
import { sentenceOf } from '../fault';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const user = leaderOf(event);
    const form = await event.request.formData();
    const typed = {
      question: textOf(form, 'question'),
      name: textOf(form, 'name'),
      host: textOf(form, 'host'),
      about: textOf(form, 'about')
    };
    const titles = [
      m.project_meeting_1(),
      m.project_meeting_2(),
      m.project_meeting_3(),
      m.project_meeting_4()
    ];
    const made = await event.locals.app.projects.create(user.id, { ...typed, language: getLocale() }, titles);
    if (!made.ok) return fail(400, { ...typed, field: made.fault.field, sentence: sentenceOf(made.fault) });
    redirect(303, `/projects/${made.id}`);
  }
};
