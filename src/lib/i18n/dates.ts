/** Days and clock times as the reader's language writes them. Days are ISO dates without a time zone. */
import { getLocale } from '../paraglide/runtime.js';

/** "torsdag 15 april"; with the year where it is asked for. */
export function showDay(day: string, { year = false, weekday = true } = {}): string {
  const date = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(tag(), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(weekday ? { weekday: 'long' } : {}),
    ...(year ? { year: 'numeric' } : {})
  }).format(date);
}

/** Clock time of an instant in milliseconds since 1970: "10.04" in Swedish, "10:04" in English. */
export function showClock(at: number): string {
  const time = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  return showTime(time);
}

/** "09:30" as it is stored, as it is read. */
export function showTime(time: string): string {
  return getLocale() === 'sv' ? time.replace(':', '.') : time;
}

/** "Tallnäs, torsdag 15 april", or what of it there is. */
export function whereAndWhen({ place, day }: { place: string; day: string | null }): string {
  return [place, day && showDay(day)].filter(Boolean).join(', ');
}

function tag(): string {
  return getLocale() === 'sv' ? 'sv-SE' : 'en-GB';
}
