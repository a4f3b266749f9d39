/** Ids and tokens. Tokens are stored as their hash only. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS } from '../src/lib/domain/join-code.ts';

/** 22 characters that cannot be guessed; fits every id in the project. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** 43 characters: what opens a door. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Six letters at random: for a join code or a personal one. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Compares in the same time whatever differs. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
