/** What has become of a commitment, in words, with the sign that stands beside it. */
import type { Mark } from '../domain/meeting/mark.ts';
import { m } from '../paraglide/messages.js';

interface MarkWords {
  text(): string;
  sign: 'ring' | 'dot' | 'saved' | 'minus';
}

const WORDS: Record<Mark | 'open', MarkWords> = {
  open: { text: m.homework_mark_open, sign: 'ring' },
  begun: { text: m.homework_mark_begun, sign: 'dot' },
  done: { text: m.homework_mark_done, sign: 'saved' },
  dropped: { text: m.homework_mark_dropped, sign: 'minus' }
};

export function markWords(mark: Mark | null | undefined): MarkWords {
  return WORDS[mark ?? 'open'];
}
