/**
 * The meetings of a project for the calendars of its participants: whoever is known by the cookie or a personal code gets the code of
 * each meeting; whoever knows the code of an open meeting gets that one alone. All others are answered as at a wrong code.
 */
import { error } from '@sveltejs/kit';
import { readCode } from '$lib/domain/join-code';
import { calendarFile } from '../../../calendar';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals, cookies, getClientAddress }) => {
  const { participants, projects, joinOrigin } = locals.app;
  const code = readCode(params.code);
  const found = code ? await projects.find({ code }) : undefined;
  const personal = url.searchParams.get('personal')?.slice(0, 40);
  const known =
    found &&
    ((await participants.known(cookies, found.project.id)) ??
      (personal ? await participants.invited(personal, found.project.id, getClientAddress()) : undefined));
  if (!known) {
    const open = await participants.meetingByCode(params.code, getClientAddress());
    if (!open.ok) error(open.reason === 'code' ? 404 : 429);
  }
  const { project } = found!;
  const origin = joinOrigin(url);
  const all = await projects.meetingsOf(project.id);
  return calendarFile({
    project,
    meetings: all.map((meeting) => ({
      meeting,
      ...(known || meeting.code === code
        ? { join: { link: `${origin}/join/${meeting.code}`, code: meeting.code } }
        : {})
    })),
    now: Date.now()
  });
};
