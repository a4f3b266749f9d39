/** What is written to those who are invited: to all alike, and to each with a link of one's own. In the reader's language. */
import { showCode } from '$lib/domain/join-code';
import { showDay, showTime } from '$lib/i18n/dates';
import { m } from '$lib/paraglide/messages';

interface Meeting {
  number: number;
  title: string;
  place: string;
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  code: string;
}

interface About {
  /** Where phones reach the server. */
  origin: string;
  project: { name: string; question: string };
  meeting: Meeting;
}

/** A link that brings somebody in as oneself, or to what else is only for whoever is invited. */
export function linkFor(origin: string, meeting: Pick<Meeting, 'code'>, personal: string, to = ''): string {
  return `${origin}/join/${meeting.code}${to}?personal=${personal.replace(' ', '')}`;
}

export function lettersFor({ origin, project, meeting }: About) {
  const { number, title, code } = meeting;
  const head = [
    m.project_people_letter_head({ number, title }),
    whenAndWhere(meeting),
    '',
    m.project_people_letter_question({ question: project.question }),
    ''
  ].filter((line, at, all) => line || all[at - 1]);
  const common = [
    ...head,
    m.project_people_letter_join({ link: `${origin}/join/${code}` }),
    m.project_people_letter_code({ code: showCode(code) })
  ];
  return {
    subject: m.project_people_letter_subject({ name: project.name, number, title }),
    common: common.join('\n'),
    /** To one person. */
    own: (name: string, personal: string) =>
      [
        m.project_people_letter_hello({ name }),
        '',
        ...head,
        m.project_people_letter_own({ link: linkFor(origin, meeting, personal) }),
        m.project_calendar_letter({ link: linkFor(origin, meeting, personal, '/calendar.ics') })
      ].join('\n')
  };
}

/** "Torsdag 15 april 2027, 9.30–15.00, Tallnäs", or what of it there is. */
function whenAndWhere({ day, startsAt, endsAt, place }: Meeting): string {
  const date = day && showDay(day, { year: true });
  const hours = [startsAt, endsAt].flatMap((time) => (time ? [showTime(time)] : [])).join('–');
  const line = [date, day && hours, place].filter(Boolean).join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
