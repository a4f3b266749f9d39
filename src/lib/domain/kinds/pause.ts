import type { Kind } from './kind.ts';

/** A break, or whatever else the room does without phones: nothing comes in. */
export const pause: Kind = { name: 'break', takes: 'nothing', fields: {}, main: '', outcome: 'pause' };
