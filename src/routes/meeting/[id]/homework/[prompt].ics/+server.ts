/** GET: the last day of a homework for the calendar of a participant, with a reminder on the morning of the day before. */
import { error } from '@sveltejs/kit';
import ical, { ICalAlarmType } from 'ical-generator';
import { isAnnounced } from '$lib/domain/meeting/homework';
import { daysOf } from '$lib/i18n/homework';
import { m } from '$lib/paraglide/messages';
import { calendarDownload, PRODUCT } from '../../../../calendar';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, cookies, locals }) => {
  const { app } = locals;
  const admission = await app.admit(params.id, 'participant', { cookie: (name) => cookies.get(name) });
  if (!admission.ok) error(404);
  const { meeting } = admission;
  const prompt = (await app.meetings.room(meeting.id))?.state.prompts[params.prompt];
  const found = await app.projects.find({ id: meeting.id });
  if (!found || !prompt || prompt.removed || !prompt.homework || !isAnnounced(prompt)) error(404);
  const calendar = ical({ prodId: PRODUCT });
  const link = `${app.joinOrigin(url)}/join/${meeting.code}`;
  const event = calendar.createEvent({
    id: `${prompt.id}@ordvagg`,
    summary: m.homework_calendar_event({ title: prompt.title, project: found.project.name }),
    description: [prompt.instruction, link].filter(Boolean).join('\n\n'),
    url: link,
    start: new Date(`${daysOf(prompt.homework).last}T00:00:00Z`),
    allDay: true
  });
  // An all-day event begins at midnight: at nine on the morning before.
  event.createAlarm({ type: ICalAlarmType.display, triggerBefore: 15 * 3_600 });
  return calendarDownload(calendar.toString(), m.homework_legend());
};
