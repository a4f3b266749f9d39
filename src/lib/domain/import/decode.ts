/** Bytes of a file as text: UTF-8, UTF-16 where it says so, else what Excel on Windows writes. */

/** What a file is, by its first bytes: its name is often wrong. */
export type FileType = 'text' | 'xlsx' | 'old-excel' | 'binary';

/** Larger files are not read: 500 cards of 500 letters are a tenth of it. */
export const MOST_BYTES = 5 * 1024 * 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** So many bytes are looked at for what no text has. */
const LOOKED_AT = 4_096;

export function fileTypeOf(bytes: Uint8Array): FileType {
  if (begins(bytes, ZIP)) return 'xlsx';
  if (begins(bytes, COMPOUND)) return 'old-excel';
  if (markOf(bytes) === undefined && bytes.subarray(0, LOOKED_AT).includes(0)) return 'binary';
  return 'text';
}

export function decoded(bytes: Uint8Array): string {
  const mark = markOf(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (begins(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (begins(bytes, [0xff, 0xfe])) return 'utf-16le';
  return begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined;
}

function begins(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, at) => bytes[at] === byte);
}
