/**
 * Where each act stands on the remote control: always at the same place, so that a thumb finds it without looking, and a second
 * tap never does something else.
 */
import type { Act } from '$lib/meeting/console/acts';
import { m } from '$lib/paraglide/messages';

export interface Placed {
  /** At the foot to the left: open or close. Above it: show or hide; the room finds together. */
  turn?: Act;
  show?: Act;
  find?: Act;
  /** At the foot to the right: the next step, and after the last the end of the day, which asks first. */
  next?: Act;
}

export function placed(acts: readonly Act[]): Placed {
  const of = (...keys: string[]) => acts.find(({ key }) => keys.includes(key));
  return { turn: of('O', 'S'), show: of('V'), find: of('F'), next: of('N', 'A') };
}

/** Room for a word or two on half of a phone's width. */
export function shortLabel({ label, request }: Act): string {
  switch (request.name) {
    case 'RevealNotes':
      return m.leading_remote_reveal();
    case 'ConcealNotes':
      return m.leading_remote_conceal();
    case 'StartFinding':
      return m.leading_remote_find();
    case 'EndFinding':
      return m.leading_remote_find_end();
    default:
      return label;
  }
}
