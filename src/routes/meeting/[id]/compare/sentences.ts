/** Differences between two sides as sentences. What one would have to know besides, how few they are, is said with them. */
import type { Comparison, KindBeside } from '$lib/domain/outcomes/compare/compared';
import { isFew } from '$lib/domain/outcomes/compare/differences';
import type { More } from '$lib/domain/outcomes/compare/differences';
import type { SlopeRow } from '$lib/domain/outcomes/slope';
import { kindName } from '$lib/i18n/organisation-kinds';
import { decimal } from '$lib/i18n/vote';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

type Counted = Extract<Comparison, { by: 'words' | 'themes' }>;
type Names = readonly [left: string, right: string];

/** So many are named; the others stand in the table. */
const MOST = 8;
/** Parts of those who voted: less is no difference worth a sentence. */
const CLEAR = 0.1;
/** Steps on a scale from 0 to 10. */
const APART = 1;

export function percent(share: number): string {
  return new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Each a sentence of its own. */
export function sentencesOf(
  comparison: Comparison,
  { names, at, what }: { names: Names; at: Names; what: (count: number) => string }
): string[] {
  switch (comparison.by) {
    case 'words':
    case 'themes': {
      const [left, right] = comparison.cards;
      return [
        m.compare_cards({ left: what(left), right: what(right), one: names[0], other: names[1] }),
        ...(isFew(left, right) ? [m.compare_few()] : []),
        ...counted(comparison, at)
      ];
    }
    case 'shares': {
      const [left, right] = comparison.voters;
      return [
        m.compare_voters({ one: names[0], left, other: names[1], right }),
        ...(isFew(left, right) ? [m.compare_few()] : []),
        ...shares(comparison.rows, names)
      ];
    }
    case 'scales': {
      const [left, right] = comparison.voters;
      return [
        m.compare_voters({ one: names[0], left, other: names[1], right }),
        ...(isFew(left, right) ? [m.compare_few()] : []),
        m.compare_means({
          ...{ one: names[0], left: decimal(comparison.left.mean) },
          ...{ other: names[1], right: decimal(comparison.right.mean) }
        })
      ];
    }
    case 'perspectives':
      return comparison.kinds.flatMap((kind) => perspective(kind, names, at));
    default:
      return [];
  }
}

function counted({ by, differences }: Counted, [left, right]: Names): string[] {
  const { onlyLeft, onlyRight, moreLeft, moreRight, shared } = differences;
  const more = (all: readonly More[], who: string, count: (one: More) => string) =>
    all.length > 0 ? [m.compare_more_at({ who, words: some(all.map(count)) })] : [];
  const only = (all: readonly More[], who: string, count: (one: More) => number) =>
    all.length > 0
      ? [
          m.compare_only_at({
            who,
            words: some(all.map((one) => (count(one) > 1 ? `${one.text} ${count(one)}` : one.text)))
          })
        ]
      : [];
  const against = (text: string, one: number, other: number) => m.compare_against({ text, one, other });
  return [
    ...only(onlyLeft, left, (one) => one.left),
    ...only(onlyRight, right, (one) => one.right),
    ...more(moreLeft, left, (one) => against(one.text, one.left, one.right)),
    ...more(moreRight, right, (one) => against(one.text, one.right, one.left)),
    by === 'words' ? m.compare_shared_words({ count: shared }) : m.compare_shared_themes({ count: shared }),
    ...(shared > 0 && moreLeft.length + moreRight.length === 0 ? [m.compare_no_more()] : [])
  ];
}

function shares(rows: readonly SlopeRow[], names: Names): string[] {
  const apart = rows.flatMap(({ text, left, right }) =>
    left === null || right === null || Math.abs(left - right) < CLEAR ? [] : [{ text, left, right }]
  );
  if (apart.length === 0) return [m.compare_alike_shares()];
  return apart
    .sort((a, b) => Math.abs(b.left - b.right) - Math.abs(a.left - a.right))
    .slice(0, MOST)
    .map(({ text, left, right }) =>
      m.compare_share({ text, one: names[0], left: percent(left), other: names[1], right: percent(right) })
    );
}

function perspective({ kind, left, right, answers }: KindBeside, [one, other]: Names, at: Names): string[] {
  const name = kindName(kind);
  if (!left || !right) {
    const answered = left ? answers[0] : answers[1];
    return [m.compare_one_side({ kind: name, who: left ? at[0] : at[1], answers: answered })];
  }
  const facts = {
    ...{ kind: name, one, left: decimal(left.median), answersLeft: answers[0] },
    ...{ other, right: decimal(right.median), answersRight: answers[1] }
  };
  const said = m.compare_medians(facts);
  return [Math.abs(left.median - right.median) < APART ? `${said} ${m.compare_alike()}` : said];
}

function some(parts: readonly string[]): string {
  const rest = parts.length - MOST;
  const shown = rest > 0 ? parts.slice(0, MOST) : parts;
  return shown.join(', ') + (rest > 0 ? ` ${m.compare_and_more({ count: rest })}` : '');
}
