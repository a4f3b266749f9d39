/**
 * What a participant was promised about a note before writing it. Fixed on the note when it is sent:
 * a prompt that is loosened afterwards does not loosen what was written under it.
 */
export const PLEDGES = ['named', 'organisation', 'anonymous'] as const;

export type Pledge = (typeof PLEDGES)[number];

/** The stricter of two pledges. */
export function stricter(a: Pledge, b: Pledge): Pledge {
  return PLEDGES.indexOf(a) >= PLEDGES.indexOf(b) ? a : b;
}
