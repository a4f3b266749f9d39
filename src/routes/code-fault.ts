import { m } from '$lib/paraglide/messages';

/** Unknown, closed and mistyped codes have one friendly answer. */
export function codeFault(reason: 'code' | 'too-many-tries'): string {
  return reason === 'code' ? m.start_code_wrong() : m.start_code_often();
}
