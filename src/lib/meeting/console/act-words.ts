/** What opening, closing and showing is called, by kind of step. */
import type { PromptView } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';

export interface ActWords {
  open(): string;
  reopen(): string;
  close(): string;
  reveal(): string;
  conceal(): string;
}

const QUESTION: ActWords = {
  open: m.console_open,
  reopen: m.console_reopen,
  close: m.console_close,
  reveal: m.console_reveal,
  conceal: m.console_conceal
};

const VOTE: ActWords = {
  open: m.stream_vote_open,
  reopen: m.stream_vote_reopen,
  close: m.stream_vote_close,
  reveal: m.stream_vote_reveal,
  conceal: m.stream_vote_conceal
};

const BREAK: ActWords = {
  ...QUESTION,
  open: m.stream_break_open,
  reopen: m.stream_break_reopen,
  close: m.stream_break_close
};

const WORDS: Readonly<Record<string, ActWords>> = {
  dots: VOTE,
  ranking: VOTE,
  points: VOTE,
  scale: VOTE,
  talk: {
    ...QUESTION,
    open: m.stream_talk_open,
    reopen: m.stream_talk_reopen,
    close: m.stream_talk_close
  },
  break: BREAK,
  'last-time': BREAK
};

export function actWords({ kind }: Pick<PromptView, 'kind'>): ActWords {
  return WORDS[kind] ?? QUESTION;
}
