/** When a meeting was and its prompts were open, in the reader's words. */
import type { Outputs, PromptOutput } from '$lib/domain/outputs/outputs';
import { dayOf, showClock, showDateOf, showDay, showTime } from '$lib/i18n/dates';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

/** "Torsdag 15 april 2027"; empty where no day is set. */
export function meetingDay(day: string | null): string {
  if (!day) return '';
  const text = showDay(day, { year: true });
  return text.charAt(0).toLocaleUpperCase(getLocale()) + text.slice(1);
}

/** Planned times, or else when it was opened and finished: "09.30–15.00". */
export function hoursOf({ startsAt, endsAt, openedAt, finishedAt }: Outputs['meeting']): string {
  const from = startsAt ? showTime(startsAt) : openedAt && showClock(openedAt);
  const to = startsAt ? endsAt && showTime(endsAt) : finishedAt && showClock(finishedAt);
  return [from, to].filter(Boolean).join('–');
}

/** When a prompt was open: "09.51–10.11"; days are named where it was not the meeting's own. */
export function spanOf({ stage, openedAt, closedAt }: PromptOutput, day: string | null): string {
  if (openedAt === undefined) return '';
  const from = at(openedAt, day);
  if (stage === 'open') return m.review_open_since({ time: from });
  const to = closedAt === undefined ? undefined : at(closedAt, dayOf(openedAt));
  return to && to !== showClock(openedAt) ? `${from}–${to}` : from;
}

function at(instant: number, day: string | null): string {
  const time = showClock(instant);
  return dayOf(instant) === day ? time : `${showDateOf(instant)} ${time}`;
}
