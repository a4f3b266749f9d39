import type { Kind } from './kind.ts';

/** What the project's previous meeting left: nothing comes in but what has become of its commitments. */
export const lastTime: Kind = { name: 'last-time', takes: 'nothing', fields: {}, main: '', outcome: 'pause' };
