import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '../../../form-text';
import { leaderOf } from '../../../leader';
import { sentenceOf } from '../../fault';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = await event.locals.app.projects.led(leaderOf(event).id, event.params.id);
  if (!view || view.project.rehearsalOf) error(404);
  const { id, name, question, about } = view.project;
  return {
    project: { id, name, question, about },
    organisations: view.organisations.filter((one) => !one.removed).length
  };
};

export const actions: Actions = {
  default: async (event) => {
    const user = leaderOf(event).id;
    const form = await event.request.formData();
    const typed = {
      question: textOf(form, 'question'),
      name: textOf(form, 'name'),
      about: textOf(form, 'about'),
      organisations: form.has('organisations')
    };
    const copied = await event.locals.app.copies.make(user, event.params.id, typed);
    if (!copied) error(404);
    if (!copied.ok)
      return fail(400, { ...typed, field: copied.fault.field, sentence: sentenceOf(copied.fault) });
    redirect(303, `/projects/${copied.id}`);
  }
};
