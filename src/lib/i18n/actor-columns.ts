/** What is asked of each actor, as the matrix heads its columns. */
import type { ActorColumn } from '../domain/outcomes/actors.js';
import { m } from '../paraglide/messages.js';

export const ACTOR_HEADS: Record<ActorColumn, () => string> = {
  role: m.kinds_actor_role,
  responsibility: m.kinds_actor_responsibility,
  interface: m.kinds_actor_interface
};
