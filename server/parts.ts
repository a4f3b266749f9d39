/** What each part in a project lets its holder do. */
import type { projectMembers } from './db/schema.ts';

export type Part = (typeof projectMembers.$inferSelect)['part'];

/** What one can be invited as: whoever owns a project makes others owners by hand. */
export const INVITED = ['co-leader', 'leader', 'reviewer'] as const satisfies readonly Part[];
export const PARTS = ['owner', ...INVITED] as const satisfies readonly Part[];
export type InvitedPart = (typeof INVITED)[number];

/** Plans and leads meetings, and changes what the project is. A reviewer reads alone. */
export function leads(part: Part): boolean {
  return part !== 'reviewer';
}

/** Invites others, and takes invitations back. */
export function invites(part: Part): boolean {
  return part === 'owner' || part === 'leader';
}

/** Erases answers for good. */
export function erases(part: Part): boolean {
  return part === 'owner' || part === 'leader';
}

export function isInvitedPart(text: string): text is InvitedPart {
  return (INVITED as readonly string[]).includes(text);
}

export function isPart(text: string): text is Part {
  return (PARTS as readonly string[]).includes(text);
}
