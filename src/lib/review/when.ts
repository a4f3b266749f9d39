/** Days and times of a meeting in the reader's words, by the clock of the place where it was held. */
import type { Outputs, PromptOutput } from '$lib/domain/outputs/outputs';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

/** The clock on the wall of every meeting; the server's own may be set to another zone. */
export const TIME_ZONE = 'Europe/Stockholm';

/** "Torsdag 15 april 2027"; empty where no day is set. */
export function dayOf(day: string | null): string {
  if (!day) return '';
  const text = format(
    Date.parse(day),
    { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    'UTC'
  );
  return text.charAt(0).toLocaleUpperCase(getLocale()) + text.slice(1);
}

/** Planned times, or else when it was opened and finished: "09.30–15.00". */
export function hoursOf({ startsAt, endsAt, openedAt, finishedAt }: Outputs['meeting']): string {
  const from = startsAt ? dotted(startsAt) : openedAt && clock(openedAt);
  const to = startsAt ? endsAt && dotted(endsAt) : finishedAt && clock(finishedAt);
  return [from, to].filter(Boolean).join('–');
}

/** When a prompt was open: "09.51–10.11"; days are named where it was not the meeting's own. */
export function spanOf({ stage, openedAt, closedAt }: PromptOutput, day: string | null): string {
  if (openedAt === undefined) return '';
  const from = at(openedAt, day);
  if (stage === 'open') return m.review_open_since({ time: from });
  const to = closedAt === undefined ? undefined : at(closedAt, dateOf(openedAt));
  return to && to !== clock(openedAt) ? `${from}–${to}` : from;
}

function at(instant: number, day: string | null): string {
  const time = clock(instant);
  return dateOf(instant) === day ? time : `${format(instant, { day: 'numeric', month: 'long' })} ${time}`;
}

function clock(instant: number): string {
  return dotted(format(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
}

/** Swedish writes 09.51, English 09:51. */
function dotted(time: string): string {
  return getLocale() === 'sv' ? time.replace(':', '.') : time;
}

function dateOf(instant: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(instant);
}

function format(instant: number, options: Intl.DateTimeFormatOptions, timeZone = TIME_ZONE): string {
  const locale = getLocale() === 'sv' ? 'sv-SE' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(instant);
}
