/** The words of a report besides those that all files have. Made by the routes, from the messages. */
import type { Commitment } from '../outcomes/commitments.ts';
import type { ActorColumn } from '../outcomes/actors.ts';
import type { Mark } from '../meeting/mark.ts';
import type { Spread } from '../voting/result.ts';

export interface ReportWording {
  /** With soft hyphens where it may be broken: for texts in pictures. */
  breakable(text: string): string;
  /** E.g. "6,5". */
  decimal(number: number): string;
  /** A kind of organisation in the plural, and one of that kind. */
  kind(kind: string): string;
  oneOfKind(kind: string): string;
  /** Over who took part, and over that table's columns. */
  attendance: string;
  organisationKind: string;
  organisations: string;
  people: string;
  /** Over whose answer it is. */
  from: string;
  wall: {
    alt(words: number, largest: string): string;
    /** How its counts are to be read. */
    counts: string;
    /** So many words had no room. */
    rest(count: number): string;
  };
  timeline: {
    years: string;
    event: string;
    meaning: string;
    alt(count: number, years: string): string;
  };
  perspectives: {
    count(count: number): string;
    /** E.g. "7 av 10". */
    role(role: number): string;
    reading(spread: Spread): string;
    low: string;
    high: string;
    alt(kinds: string): string;
    /** How the picture is to be read. */
    caption: string;
  };
  actors: {
    us: string;
    actor: string;
    columns: Readonly<Record<ActorColumn, string>>;
    /** What nobody could tell. */
    gap: string;
    gaps(count: number): string;
    /** What strong texts say. */
    shared: string;
    said(count: number): string;
    spellings(names: string): string;
    rest(count: number): string;
    alt(count: number): string;
    caption: string;
  };
  definitions: { means(meaning: string): string; examples: string; activities: string };
  commitments: {
    by: string;
    text: string;
    who: string;
    state: string;
    day(by: Commitment['by']): string;
    mark(mark: Mark | undefined): string;
  };
  votes: {
    option: string;
    /** What is counted of that kind, e.g. "Prickar". */
    score(kind: string): string;
    people: string;
    number: string;
    answers: string;
    /** What an end of the scale means. */
    end(number: number, meaning: string): string;
    bars(count: number, first: string): string;
    columns(reading: string): string;
  };
  slope: {
    heading(before: string): string;
    share(share: number): string;
    cell(share: string, people: number): string;
    alt(before: string, after: string): string;
  };
}
