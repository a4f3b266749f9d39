/** What happened at a moment of the replay, in words. */
import type { Moment } from '$lib/domain/outputs/replay/replay';
import { wordsFor } from '$lib/i18n/kind-words';
import { m } from '$lib/paraglide/messages';

/** The moments that a step is marked by; answers come between them. */
export function isMark({ name, notes }: Moment): boolean {
  return name !== 'came' && name !== 'lit' && notes === undefined;
}

/** "Öppnades", of the step that is named beside it; of answers how many came. */
export function momentWords({ name, notes }: Moment, kind: string): string {
  const count = notes?.length ?? 0;
  switch (name) {
    case 'began':
      return m.compare_began();
    case 'ended':
      return m.compare_ended();
    case 'opened':
      return m.compare_opened();
    case 'closed':
      return m.compare_closed();
    case 'revealed':
      return m.compare_revealed();
    case 'concealed':
      return m.compare_concealed();
    case 'lit':
      return m.compare_lit();
    case 'came':
      return m.compare_came({ what: wordsFor(kind).count({ count }) });
  }
}
