/** Sentences for what is wrong with a project's file. */
import type { ProjectFault } from '$lib/domain/project-file/read';
import { m } from '$lib/paraglide/messages';

export function sentenceOf({ code, part = '', meeting = 0, event, limit = 0 }: ProjectFault): string {
  switch (code) {
    case 'too-large':
      return m.data_fault_too_large({ limit });
    case 'not-json':
      return m.data_fault_not_json();
    case 'other-format':
      return m.data_fault_other_format();
    case 'one-meeting':
      return m.data_fault_one_meeting();
    case 'newer-version':
      return m.data_fault_newer_version();
    case 'part-wrong':
      return m.data_fault_part_wrong({ part });
    case 'log-gap':
      return m.data_fault_log_gap({ meeting, event: event ?? 0 });
    case 'event-unknown':
      return m.data_fault_event_unknown({ meeting, event: event ?? 0 });
    case 'event-wrong':
      return m.data_fault_event_wrong({ meeting, event: event ?? 0 });
    case 'reference-unknown':
      return event === undefined
        ? m.data_fault_reference_unknown({ part })
        : m.data_fault_event_reference({ meeting, event });
    case 'documentation-large':
      return m.data_fault_documentation_large({ limit });
    case 'altered':
      return m.data_fault_altered();
  }
}
