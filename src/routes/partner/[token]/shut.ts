/** Why a partner's link takes no answer, as a sentence. Unknown and taken back are alike: neither tells of the other. */
import { m } from '$lib/paraglide/messages';

export type Why = 'gone' | 'soon' | 'over' | 'used-up' | 'too-fast';

const WHY: Record<Why, () => string> = {
  gone: m.homework_link_gone,
  soon: m.homework_link_soon,
  over: m.homework_link_over,
  'used-up': m.homework_link_used_up,
  'too-fast': m.homework_link_too_fast
};

export function shutText(why: Why): string {
  return WHY[why]();
}
