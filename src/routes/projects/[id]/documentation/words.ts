/** What parts of a step are called, and what is said of how the documentation is kept. */
import type { SharedDocument } from '$lib/client/shared-document.svelte';
import type { Part } from '$lib/domain/documentation/source';
import type { GoneMessage, WriteFault } from '$lib/protocol/documentation';
import { showClock } from '$lib/i18n/dates';
import { m } from '$lib/paraglide/messages';

const PARTS: Readonly<Record<Part, () => string>> = {
  all: m.documentation_part_all,
  picture: m.documentation_part_picture,
  list: m.documentation_part_list,
  quotes: m.documentation_part_quotes,
  attendance: m.documentation_part_attendance
};

export function partName(part: Part): string {
  return PARTS[part]();
}

/** Whether what was written is kept, in a few words. */
export function keepingText(shared: SharedDocument | undefined): string {
  switch (shared?.keeping ?? 'loading') {
    case 'loading':
      return m.documentation_keeping_loading();
    case 'sending':
      return m.documentation_keeping_sending();
    case 'waiting':
      return m.documentation_keeping_waiting();
    case 'away':
      return m.documentation_keeping_away();
    case 'refused':
    case 'gone':
      return m.documentation_keeping_refused();
    case 'saved':
      return shared?.savedAt
        ? m.documentation_keeping_saved_at({ time: showClock(shared.savedAt) })
        : m.documentation_keeping_saved();
  }
}

/** Why what was written last is not taken, and what helps. */
export function faultText(fault: WriteFault | undefined): string {
  if (fault === 'full') return m.documentation_fault_full();
  if (fault === 'too-large') return m.documentation_fault_large();
  return m.documentation_fault();
}

/** Why the page is not served any more. */
export function goneText(reason: GoneMessage['reason']): string {
  if (reason === 'reload') return m.documentation_old_page();
  return reason === 'signed-out' ? m.documentation_signed_out() : m.documentation_not_allowed();
}
