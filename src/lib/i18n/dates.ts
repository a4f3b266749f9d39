/** Days and clock times as the reader's language writes them, by the clock of the place where meetings are held. */
import { getLocale } from '../paraglide/runtime.js';

/** The clock on the wall of every meeting; the server's own may be set to another zone. */
export const TIME_ZONE = 'Europe/Stockholm';

/** Making one takes longer than all else that a card in a list does; there are some dozen. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** "torsdag 15 april" of an ISO day; with the year where it is asked for. */
export function showDay(day: string, { year = false, weekday = true, locale = getLocale() } = {}): string {
  return format(
    Date.parse(day),
    {
      day: 'numeric',
      month: 'long',
      ...(weekday ? { weekday: 'long' } : {}),
      ...(year ? { year: 'numeric' } : {})
    },
    'UTC',
    locale
  );
}

/** "15 april", the day of an instant in milliseconds since 1970; with the year where it is asked for. */
export function showDateOf(at: number, { year = false } = {}): string {
  return format(at, { day: 'numeric', month: 'long', ...(year ? { year: 'numeric' } : {}) });
}

/** Clock time of an instant in milliseconds since 1970: "10.04" in Swedish, "10:04" in English. */
export function showClock(at: number): string {
  return showTime(format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
}

/** "09:30" as it is stored, as it is read. */
export function showTime(time: string): string {
  return getLocale() === 'sv' ? time.replace(':', '.') : time;
}

/** ISO day of an instant in milliseconds since 1970. */
export function dayOf(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(at);
}

/** The instant, in milliseconds since 1970, at which the clock of the place shows that time of that day. */
export function instantAt(day: string, time: string): number {
  const shown = Date.parse(`${day}T${time}:00Z`);
  // Where the clock is put forward or back that night, the first guess is an hour wrong.
  return shown - aheadAt(shown - aheadAt(shown));
}

/** By how much the clock of the place is ahead of UTC then, in milliseconds. */
function aheadAt(at: number): number {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'medium'
  }).format(at);
  return Date.parse(`${clock.replace(' ', 'T')}Z`) - at;
}

/** When that ISO day begins where meetings are held, in milliseconds since 1970. */
export function startOfDay(day: string): number {
  return instantAt(day, '00:00');
}

/** The ISO day so many days later, or earlier. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "Tallnäs, torsdag 15 april", or what of it there is. */
export function whereAndWhen({ place, day }: { place: string; day: string | null }): string {
  return [place, day && showDay(day)].filter(Boolean).join(', ');
}

function format(
  at: number,
  options: Intl.DateTimeFormatOptions,
  timeZone = TIME_ZONE,
  language = getLocale()
): string {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const key = JSON.stringify([locale, timeZone, options]);
  let formatter = FORMATTERS.get(key);
  if (!formatter)
    FORMATTERS.set(key, (formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone })));
  return formatter.format(at);
}
