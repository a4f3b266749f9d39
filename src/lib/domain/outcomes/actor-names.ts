/**
 * Who is the same actor, however it was written: "länsstyrelsen", "Länsstyrelsen i Älvmark", "lst". With care: names are laid together
 * only where both stand in the same map, as the same kind of actor; two county boards with different counties never.
 */
import { foldKey } from '../text.ts';

/** What everybody in the field calls them. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['lst', 'länsstyrelsen'],
  ['länsst', 'länsstyrelsen'],
  ['af', 'arbetsförmedlingen'],
  ['fk', 'försäkringskassan'],
  ['skr', 'sveriges kommuner och regioner']
]);
/** What a form has more than another of the same word: definite, or whose. */
const ENDINGS = ['n', 'en', 't', 'et', 'na', 's', 'ns', 'ens', 'ets', 'nas'];
/** Shorter words are too often others that begin alike. */
const LEAST = 4;

export interface Named {
  name: string;
  kind: string;
}

/** For each name that of the first with which it is one, by the key under which names count as equal. */
export function sameActors(all: readonly Named[]): Map<string, string> {
  const known = new Map(all.map((one) => [foldKey(one.name), { key: foldKey(one.name), kind: one.kind }]));
  const names = [...known.values()];
  const to = new Map<string, string>(names.map(({ key }) => [key, key]));
  const rootOf = (key: string): string => (to.get(key) === key ? key : rootOf(to.get(key)!));
  const join = (a: string, b: string) => to.set(rootOf(b), rootOf(a));
  names.forEach((a, at) => {
    for (const b of names.slice(at + 1)) if (a.kind === b.kind && isForm(a, b)) join(a.key, b.key);
  });
  // "Länsstyrelsen" is that of the only county that is named.
  const placed = names.flatMap((one) => {
    const [, base, place] = /^(.+?) i (.+)$/u.exec(plain(one.key)) ?? [];
    return base && place ? [{ ...one, base, place: bare(place.replace(/ län$/u, '')) }] : [];
  });
  for (const one of placed) {
    const others = placed.filter(({ base, kind }) => kind === one.kind && isWordForm(base, one.base));
    for (const other of others) if (other.place === one.place) join(one.key, other.key);
    if (others.some(({ place }) => place !== one.place)) continue;
    const whole = names.find(({ key, kind }) => kind === one.kind && isWordForm(plain(key), one.base));
    if (whole) join(whole.key, one.key);
  }
  return new Map(names.map(({ key }) => [key, rootOf(key)]));
}

function isForm(a: { key: string; kind: string }, b: { key: string }): boolean {
  const [x, y] = [a, b].map(({ key }) => {
    const name = plain(key);
    return a.kind === 'municipality' ? name.replace(/s? kommun(?:en)?$/u, '') : name;
  }) as [string, string];
  const [words, others] = [x.split(' '), y.split(' ')];
  return words.length === others.length && words.every((word, at) => isWordForm(word, others[at]!));
}

function isWordForm(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= LEAST && long.startsWith(short) && ENDINGS.includes(long.slice(short.length));
}

/** Without dots and articles, and in full where it is a known abbreviation. */
function plain(key: string): string {
  const name = key.replace(/\./gu, '').replace(/^the /u, '');
  const [first = '', ...rest] = name.split(' ');
  return [SHORT.get(first) ?? first, ...rest].join(' ');
}

function bare(place: string): string {
  return place.replace(/s$/u, '');
}
