/** Planned clock times of an agenda: each prompt begins when the one before it is planned to end. */

/** Minutes since midnight of "09:30"; undefined where there is none. */
export function minutesOf(time: string | null): number | undefined {
  const found = /^(\d\d):(\d\d)$/.exec(time ?? '');
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** "09:30" of minutes since midnight. */
export function timeOf(minutes: number): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

/** Begin of each prompt, and the planned end; empty without a beginning. */
export function schedule(
  startsAt: string | null,
  lengths: readonly number[]
): { starts: string[]; end?: string } {
  const start = minutesOf(startsAt);
  if (start === undefined) return { starts: [] };
  let at = start;
  const starts = lengths.map((minutes) => {
    const begin = timeOf(at);
    at += minutes;
    return begin;
  });
  return { starts, end: timeOf(at) };
}
