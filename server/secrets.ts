/** Ids and tokens. Tokens are stored as their hash only. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 22 characters that cannot be guessed; fits every id in the project. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** 43 characters: what opens a door. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Compares in the same time whatever differs. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
