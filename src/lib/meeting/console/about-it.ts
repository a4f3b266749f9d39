/** What the line under a question says of it: what has come in, from how many, and what the wall keeps back. */
import { kindOf } from '$lib/domain/kinds/registry';
import type { PromptView } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';
import type { PresenceMessage } from '$lib/protocol/protocol';
import { isConcealed } from './acts';
import { votedText } from './vote/voted';

export function aboutIt(prompt: PromptView, { here, joined }: PresenceMessage): string {
  switch (kindOf(prompt.kind)?.takes) {
    case 'nothing':
      return '';
    case 'ballots': {
      const counted = votedText(prompt, here);
      return prompt.stage === 'closed' && isConcealed(prompt) ? `${counted} ${m.vote_concealed()}` : counted;
    }
    default: {
      const counted = prompt.stage === 'draft' ? fromHome(prompt) : countedIn(prompt, joined);
      if (prompt.finding === 'on') {
        return `${counted} ${m.console_finding_on({ people: prompt.heard?.people ?? 0, here })}`;
      }
      return isConcealed(prompt) ? `${counted} ${m.console_concealed()}` : counted;
    }
  }
}

function countedIn(prompt: PromptView, joined: number): string {
  const { people } = prompt;
  const counted = countOf(prompt);
  if (people === undefined) return `${counted}.`;
  return m.console_counted({ counted, people, joined: Math.max(joined, people) });
}

/** Who will join the meeting is not known yet. */
function fromHome(prompt: PromptView): string {
  const { people } = prompt;
  return people === undefined
    ? `${countOf(prompt)}.`
    : m.homework_counted({ counted: countOf(prompt), count: people });
}

function countOf({ kind, count = 0 }: PromptView): string {
  const outcome = kindOf(kind)?.outcome;
  if (outcome === 'wall') return m.wall_cards({ count });
  return outcome === 'quotes' ? m.wall_quotes({ count }) : m.wall_notes({ count });
}

/** What opening it will do. */
export function draftHelp({ kind }: PromptView): string {
  if (kind === 'talk') return m.stream_talk_draft();
  const takes = kindOf(kind)?.takes;
  if (takes === 'nothing') return m.stream_break_draft();
  return takes === 'ballots' ? m.stream_vote_draft() : m.console_draft_help();
}
