/** What to say of a merge. */
import { outranks } from '$lib/domain/meeting/cluster';
import type { ClusterId } from '$lib/domain/meeting/ids';
import type { MeetingView } from '$lib/domain/meeting/view';

/** Which word lies under which when two come together: a merge is turned round where a leader's name would be lost. */
export function mergeLabels(
  { clusters }: MeetingView,
  cluster: ClusterId,
  into: ClusterId
): { text: string; label: string } {
  const [away, stays] = [clusters[cluster], clusters[into]];
  const [text, label] = [away?.label ?? '', stays?.label ?? ''];
  return outranks(away ?? {}, stays ?? {}) ? { text: label, label: text } : { text, label };
}
