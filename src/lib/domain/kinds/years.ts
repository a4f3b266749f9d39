/** Years as people write them: "1969", "1850–1930", "1975-76", "1970-talet", "1900-talet", "the 1970s". */

/** Both ends count; of a single year they are the same. */
export interface Years {
  from: number;
  to: number;
}

export type YearsFault = 'years-unreadable' | 'years-backwards' | 'years-outside';

/** There is no year 0; and what lies further ahead than this is no milestone but a slip of the finger. */
export const FIRST_YEAR = 1;
export const LAST_YEAR = 2_200;

const SPAN = /^(\d{1,4})\s*(?:-|–|—|−|till|to)\s*(\d{1,4})$/iu;
const ONE = /^(\d{1,4})$/u;
const DECADE = /^(?:the\s+)?(\d{1,3}0)(?:\s*[-–]?\s*talet|s)$/iu;

export function parseYears(text: string): Years | YearsFault {
  const written = text.trim();
  const years = read(written);
  if (!years) return 'years-unreadable';
  if (years.from < FIRST_YEAR || years.to < FIRST_YEAR || years.from > LAST_YEAR || years.to > LAST_YEAR)
    return 'years-outside';
  return years.to < years.from ? 'years-backwards' : years;
}

function read(text: string): Years | undefined {
  const one = ONE.exec(text);
  if (one) return { from: Number(one[1]), to: Number(one[1]) };
  const decade = DECADE.exec(text);
  if (decade) {
    const from = Number(decade[1]);
    // 1900-talet is a century, and so is "the 1900s": 1910-talet is ten years.
    return { from, to: from + (from % 100 === 0 ? 99 : 9) };
  }
  const span = SPAN.exec(text);
  if (!span) return undefined;
  const [from, to] = [span[1]!, span[2]!];
  // 1975-76: the end takes over the beginning's century.
  const whole = from.length === 4 && to.length === 2 ? from.slice(0, 2) + to : to;
  return { from: Number(from), to: Number(whole) };
}

/** As they are kept, and compared. */
export function keptYears({ from, to }: Years): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** As they are shown, with a dash between: "1850–1930". */
export function shownYears(kept: string): string {
  return kept.replace('-', '–');
}
