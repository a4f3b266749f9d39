/** POST: a letter to those who have not done the homework, where a mail server is set. How many went, and to how many not. */
import { error, json } from '@sveltejs/kit';
import { atHome } from '$lib/domain/meeting/homework';
import { showDateOf } from '$lib/i18n/dates';
import { m } from '$lib/paraglide/messages';
import { linkFor } from '../../../../../../projects/[id]/people/letter';
import { ownJson } from '../../../../../../own-request';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request, url, locals, cookies }) => {
  await ownJson(request, url, 100);
  const { app } = locals;
  const admission = await app.admit(params.id, 'leader', { cookie: (name) => cookies.get(name) });
  if (!admission.ok || !app.mail) error(404);
  const { meeting } = admission;
  const found = await app.projects.find({ id: meeting.id });
  const prompt = (await app.meetings.room(meeting.id))?.state.prompts[params.prompt];
  if (!found || !prompt || atHome(prompt, Date.now()) !== 'open') error(404);
  const { title, homework } = prompt;
  const people = await app.reminders.to(meeting, prompt.id);
  const { sent, failed } = await app.mail.send(
    people.map(({ name, email, code }) => ({
      to: email,
      subject: m.remind_subject({ title, project: found.project.name }),
      text: [
        m.project_people_letter_hello({ name }),
        '',
        m.remind_text({ title, day: showDateOf(homework!.until! - 1) }),
        '',
        m.remind_link({ link: linkFor(app.joinOrigin(url), meeting, code) })
      ].join('\n')
    })),
    meeting.projectId
  );
  return json({ sent, failed: failed.length });
};
