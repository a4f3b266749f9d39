import pino from 'pino';
import type { LogLevel } from './config.ts';

export type Log = pino.Logger;

/** The server's log, JSON lines on standard error. Never give it a text, a name, an address or a raw database error. */
export function createLog(level: LogLevel): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}

/** What may be said of an error: its code and where it came from, never its message (it can hold parameters). */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause ? errorCode(cause) : String(name ?? 'unknown');
}
