/** What is left of a time, as a clock shows it and as it is said. */
import { getLocale } from '../paraglide/runtime.js';

const SECOND = 1_000;

/** Whole seconds: zero only when the time is out, and negative from the first second over it. */
export function secondsLeft(milliseconds: number): number {
  // Never minus zero.
  return Math.ceil(milliseconds / SECOND) + 0;
}

/** "06:12", "1:05:00", "+01:23" when it is over: never with the dot of a Swedish time of day, beside which it stands. */
export function showLeft(milliseconds: number): string {
  const seconds = secondsLeft(milliseconds);
  const all = Math.abs(seconds);
  const parts = [Math.floor(all / 60) % 60, all % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(all / 3_600);
  const shown = [...(hours > 0 ? [String(hours)] : []), ...parts];
  return `${seconds < 0 ? '+' : ''}${shown.join(':')}`;
}

/** "6 minuter och 12 sekunder", whether left or over. */
export function sayLeft(milliseconds: number): string {
  const all = Math.abs(secondsLeft(milliseconds));
  const parts = (
    [
      [Math.floor(all / 3_600), 'hour'],
      [Math.floor(all / 60) % 60, 'minute'],
      [all % 60, 'second']
    ] as const
  ).filter(([count], at) => count > 0 || (at === 2 && all === 0));
  const said = parts.map(([count, unit]) =>
    new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count)
  );
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(said);
}

/** "20 min", "1 h 30 min", "45 s": how long it was to be. */
export function showLength(milliseconds: number): string {
  const all = Math.round(milliseconds / SECOND);
  const parts = (
    [
      [Math.floor(all / 3_600), 'hour'],
      [Math.floor(all / 60) % 60, 'minute'],
      [all % 60, 'second']
    ] as const
  ).filter(([count]) => count > 0);
  return parts
    .map(([count, unit]) =>
      new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'short' }).format(count)
    )
    .join(' ');
}
