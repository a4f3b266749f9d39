/**
 * A project's meetings as a calendar file (RFC 5545). Times are written in UTC, which every calendar shows by its own clock. A meeting
 * keeps its UID, and whatever is fetched later has a higher SEQUENCE: a calendar that has an event already moves it.
 */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { showCode } from '$lib/domain/join-code';
import { instantAt } from '$lib/i18n/dates';
import { m } from '$lib/paraglide/messages';
import { attachment, fileName } from '$lib/review/file-name';

interface Dated {
  id: string;
  number: number;
  title: string;
  place: string;
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
}

interface Calendar {
  project: { name: string; question: string; createdAt: Date };
  /** With the address at which one joins, for whoever may know it. Those without a day are left out. */
  meetings: readonly { meeting: Dated; join?: { link: string; code: string } }[];
  /** Milliseconds since 1970. */
  now: number;
}

export const PRODUCT = { company: 'Ordvagg', product: 'Ordvagg' };
const MINUTE = 60_000;

export function calendarText({ project, meetings, now }: Calendar): string {
  const calendar = ical({
    name: project.name,
    prodId: PRODUCT,
    method: ICalCalendarMethod.PUBLISH
  });
  for (const { meeting, join } of meetings) {
    const { id, number, title, place, day, startsAt, endsAt } = meeting;
    if (!day) continue;
    calendar.createEvent({
      id: `${id}@ordvagg`,
      sequence: Math.max(0, Math.floor((now - project.createdAt.getTime()) / MINUTE)),
      stamp: new Date(now),
      summary: m.project_calendar_event({ name: project.name, number, title }),
      description: [
        m.project_people_letter_question({ question: project.question }),
        ...(join
          ? [
              m.project_people_letter_join({ link: join.link }),
              m.project_people_letter_code({ code: showCode(join.code) })
            ]
          : [])
      ].join('\n'),
      ...(place ? { location: place } : {}),
      ...(join ? { url: join.link } : {}),
      ...(startsAt
        ? {
            start: new Date(instantAt(day, startsAt)),
            ...(endsAt ? { end: new Date(instantAt(day, endsAt)) } : {})
          }
        : { start: new Date(`${day}T00:00:00Z`), allDay: true })
    });
  }
  return calendar.toString();
}

export function calendarFile(calendar: Calendar): Response {
  return calendarDownload(calendarText(calendar), calendar.project.name);
}

/** `name`: of the file, as somebody wrote it. */
export function calendarDownload(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': attachment(`${fileName(name)}.ics`),
      'cache-control': 'no-store'
    }
  });
}
