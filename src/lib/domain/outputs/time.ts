/** Times in files: the wall clock of the meeting's place, whatever clock the server keeps. */

/** ISO date and time of day in that zone, e.g. "2027-04-15 09:51:07": spreadsheets read it as a time. */
export function localTime(at: number, timeZone: string): string {
  const local = new Date(at + offsetAt(at, timeZone));
  return local.toISOString().slice(0, 19).replace('T', ' ');
}

/** Asked once for each quarter of an hour, in which no clock is put forward or back: of 20,000 notes each would take a second. */
const OFFSETS = new Map<string, number>();
const QUARTER = 900_000;
const MOST_OFFSETS = 5_000;

function offsetAt(at: number, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER);
  const key = `${timeZone} ${quarter}`;
  let offset = OFFSETS.get(key);
  if (offset !== undefined) return offset;
  offset = wallClock(quarter * QUARTER, timeZone) - quarter * QUARTER;
  if (OFFSETS.size >= MOST_OFFSETS) OFFSETS.clear();
  OFFSETS.set(key, offset);
  return offset;
}

/** What the clock on the wall says then, as if it were UTC. */
function wallClock(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23'
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** An instant in a file for programs: UTC, ISO 8601. */
export function instant(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
