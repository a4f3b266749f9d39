/** What leaders decide about a step of the agenda before anybody answers. */
import type { Brought } from './brought.ts';
import type { Homework } from './homework.ts';
import type { PromptId } from './ids.ts';
import type { Pledge } from './pledge.ts';

/**
 * 'off': nothing is taken away; 'after': a leader may hide what has been shown; 'before': nothing is shown before a leader lets it
 * through.
 */
export const MODERATIONS = ['off', 'after', 'before'] as const;
export type Moderation = (typeof MODERATIONS)[number];

/** An alternative that a leader wrote. */
export interface Choice {
  id: string;
  text: string;
  /** Taken over from what earlier steps left: somebody's words, which go along into no other project, template or file of a plan. */
  taken?: true;
}

/** What a vote is about, and how. */
export interface VoteSettings {
  /** What another question has brought in, one by one or cluster by cluster; null: `choices`. */
  about: { prompt: PromptId; of: 'notes' | 'clusters' } | null;
  choices: readonly Choice[];
  /** Dots or points a person. */
  votes: number;
  /** Several dots of one person on the same are allowed. */
  stack: boolean;
  /** What the two ends of a scale mean. */
  low: string;
  high: string;
}

export interface PromptText {
  title: string;
  instruction: string;
  /** Planned length in minutes, 0 = not planned. */
  minutes: number;
  /** Others' notes stay hidden on the wall until a leader reveals them; of a vote: its result. */
  hidden: boolean;
  pledge: Pledge;
  /** At most so many notes a person (a group, where groups answer), 0 = no limit. */
  perPerson: number;
  /** Who talks, and as what. Talks alone. */
  speaker: string;
  /** So many seconds after the close, what was half-written may still be sent. */
  grace: number;
  /** It closes by itself when its time is out. */
  closes: boolean;
  moderation: Moderation;
  /** Who has sent a card of the own is shown words of others, to take up. */
  suggests: boolean;
  /** Groups answer, one phone writing for all. */
  perGroup: boolean;
  /** Of a vote alone. */
  vote: VoteSettings | null;
  /** It is answered from home, too. */
  homework: Homework | null;
  /** What it builds on. */
  brought: Brought | null;
}

/** A step of which nothing has been decided; and what steps of the first version are. */
export const PLAIN_STEP: Omit<PromptText, 'title'> = {
  instruction: '',
  minutes: 0,
  hidden: false,
  pledge: 'named',
  perPerson: 0,
  speaker: '',
  grace: 0,
  closes: false,
  moderation: 'after',
  suggests: false,
  perGroup: false,
  vote: null,
  homework: null,
  brought: null
};

export const PLAIN_VOTE: VoteSettings = {
  about: null,
  choices: [],
  votes: 3,
  stack: false,
  low: '',
  high: ''
};

/** Limits of what a leader writes, in code points after cleaning. */
export const STEP_LIMITS = {
  title: 120,
  instruction: 500,
  speaker: 120,
  choice: 120,
  end: 60,
  summary: 2_000
} as const;
export const MOST_CHOICES = 60;
export const MOST_VOTES = 100;
