import { quote } from './quote.ts';
import type { Kind } from './kind.ts';

/** Somebody talks to the room: what is said, or thought meanwhile, comes in as quotes. */
export const talk: Kind = { ...quote, name: 'talk' };
