/** What a vote and its result are called, in the reader's language. */
import type { Result, Spread } from '../domain/voting/result.ts';
import { m } from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';

/** "6,4". */
export function decimal(number: number): string {
  return new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(number);
}

/** What is counted: dots or points. */
export function scoreName(kind: string): string {
  if (kind === 'choice') return m.vote_column_people();
  return kind === 'dots' ? m.vote_column_dots() : m.vote_column_points();
}

/** "12 prickar". */
export function scored(kind: string, count: number): string {
  if (kind === 'choice') return m.review_people({ count });
  return kind === 'dots' ? m.vote_dots({ count }) : m.vote_points({ count });
}

/** How a result is to be read, as a sentence; empty where its numbers say it. */
export function reading(kind: string, { ballots, options, scale }: Result): string {
  if (ballots === 0) return m.vote_nobody();
  if (scale) return spreadText(scale);
  const top = options.length;
  return kind === 'ranking' && top > 1 ? m.vote_borda({ top, next: top - 1 }) : '';
}

function spreadText({ counts, ...spread }: Spread): string {
  const given = counts.flatMap((count, number) => (count > 0 ? [number] : []));
  if (given.length === 1) return m.vote_spread_one({ number: given[0]! });
  const { median, low, high, mean } = spread;
  return m.vote_spread({
    median: decimal(median),
    low: decimal(low),
    high: decimal(high),
    mean: decimal(mean)
  });
}

/** `"A", "B" och "C"`, in the language's quotation marks. */
export function namesOf(options: readonly { text: string }[]): string {
  const [open, close] = getLocale() === 'sv' ? ['”', '”'] : ['“', '”'];
  const names = options.map(({ text }) => `${open}${text}${close}`);
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names);
}
