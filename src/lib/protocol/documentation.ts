/**
 * How the documentation is written together: Socket.IO's namespace `DOCUMENTATION`, for a project's members, who all may write.
 *
 * The page holds a Yjs document. After each connection it sends `sync` with its state vector; the answer has what it lacks, and the
 * vector of what the server has stored. What the page has beyond that it sends as an `update`; so it goes on, one at a time: the ack
 * comes when it is committed. The same update may be sent again: it is known by its content. `gap` asks for a new `sync`. An update
 * larger than `LARGEST_BY_SOCKET` is posted to `/projects/<id>/documentation/updates`, with the same answer.
 * The server sends everybody else's updates as `update`, and who else is here as `here`. After `gone` the page reads no more.
 *
 * An update names what its writer deleted, and nothing that had not come to that page: so the server knows words that nobody took out
 * (server/documentation/unseen.ts). It lays them in again where their text goes on, or lays them beside the text (`STRAYS`), and sends
 * that to everybody, the writer too.
 */
export const DOCUMENTATION = '/documentation';

/** Raised with every change of the grammar: a page deletes what it does not know, for everybody, and so an older one is told to reload. */
export const DOCUMENTATION_PROTOCOL = 1;

/** A socket takes no more (`MAX_MESSAGE_BYTES`). */
export const LARGEST_BY_SOCKET = 48 * 1024;
/** A pasted book; more is not taken at once. */
export const LARGEST_UPDATE = 512 * 1024;
/** All of a documentation: some thousand pages of text. */
export const LARGEST_DOCUMENTATION = 8 * 1024 * 1024;

/** 'refused': nothing that the editor has written. 'gap': something before it is missing here. */
export type WriteFault =
  'refused' | 'gap' | 'too-large' | 'full' | 'too-fast' | 'signed-out' | 'not-allowed' | 'unavailable';

/** `at`: when it was committed, in milliseconds since 1970. */
export type Written = { ok: true; at: number } | { ok: false; code: WriteFault };

export type Synced = { ok: true; update: Uint8Array; vector: Uint8Array } | { ok: false; code: WriteFault };

/** Somebody with the page open; the same person once, however many pages. */
export interface Editor {
  id: string;
  name: string;
}

export interface GoneMessage {
  /** 'reload': the page is older than the server, or newer. */
  reason: 'signed-out' | 'not-allowed' | 'reload';
}

export interface DocumentationServerToClient {
  update(update: Uint8Array): void;
  here(editors: readonly Editor[]): void;
  gone(message: GoneMessage): void;
}

export interface DocumentationClientToServer {
  sync(vector: Uint8Array, ack: (answer: Synced) => void): void;
  update(update: Uint8Array, ack: (answer: Written) => void): void;
}
