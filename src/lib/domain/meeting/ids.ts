/**
 * What an id looks like wherever it came from: 8-40 letters, digits, hyphens or underscores. The names that
 * every object has are none, since ids are keys of the state.
 */
export const ID_PATTERN =
  /^(?!(?:toString|toLocaleString|constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|__\w+__)$)[A-Za-z0-9_-]{8,40}$/;

export type MeetingId = string;
export type PromptId = string;
export type NoteId = string;
export type PersonId = string;
/** Made by the client, once per intention: a retry carries the same one. */
export type CommandId = string;

/** Who acts. The machine lays notes together, and does nothing else. */
export interface Actor {
  role: 'leader' | 'participant' | 'machine';
  id: PersonId;
}

export const MACHINE: Actor = { role: 'machine', id: 'machine' };

/** Made by the machine or by a leader's client. */
export type ClusterId = string;
