/** Homework by its days: stored are instants, and people speak of the first and the last day. */
import { atHome } from '../domain/meeting/homework.ts';
import type { Homework } from '../domain/meeting/homework.ts';
import { m } from '../paraglide/messages.js';
import { dayAfter, dayOf, showDateOf, startOfDay } from './dates.ts';

/** ISO days; empty: not decided. The last one belongs to it. */
export interface HomeworkDays {
  first: string;
  last: string;
}

export function daysOf({ from, until }: Homework): HomeworkDays {
  return { first: from === null ? '' : dayOf(from), last: until === null ? '' : dayOf(until - 1) };
}

/** From the beginning of the first day to the end of the last. */
export function betweenDays({ first, last }: HomeworkDays): Homework {
  return { from: first ? startOfDay(first) : null, until: last ? startOfDay(dayAfter(last)) : null };
}

/** From tomorrow until the day before the meeting, or today where that is tomorrow; without a day, or too late, nothing is proposed. */
export function proposedDays(today: string, meeting: string | null): HomeworkDays {
  if (!meeting || meeting <= today) return { first: '', last: '' };
  const [first, last] = [dayAfter(today), dayAfter(meeting, -1)];
  return { first: first < last ? first : last, last };
}

/** "14 april", the last day; of homework that has its dates. */
export function lastDayOf({ until }: Homework): string {
  return until === null ? '' : showDateOf(until - 1);
}

/** "Hemuppgift, öppen till och med 14 april": where it stands at that time, of a step that has not been taken to the room. */
export function homeStage(step: Parameters<typeof atHome>[0], now: number): string {
  const { homework } = step;
  if (!homework) return '';
  const day = lastDayOf(homework);
  switch (atHome(step, now)) {
    case 'soon':
      return m.homework_soon({ day: showDateOf(homework.from ?? 0) });
    case 'open':
      return m.homework_open({ day });
    case 'over':
      return m.homework_over({ day });
    case undefined:
      return m.homework_undated();
  }
}

/** "Hemma till 14 april", where a step stands in a list. */
export function homeLine(homework: Homework): string {
  const { from, until } = homework;
  return from === null || until === null
    ? m.homework_row_undated()
    : m.homework_row({ day: lastDayOf(homework) });
}
