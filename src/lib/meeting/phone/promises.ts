/** What happens to what one writes, besides whose name it bears: said before one writes. */
import type { PromptView } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';

export function promises({ moderation, hidden, revealed }: PromptView): string {
  const looked = moderation === 'before';
  const later = hidden && !revealed;
  if (looked) return later ? m.phone_promise_looked_later() : m.phone_promise_looked();
  return later ? m.phone_promise_later() : '';
}
