/** The meeting as a report in a file, for whoever may review it. */
import type { RequestEvent } from '@sveltejs/kit';
import { meetingReport, meetingTitle } from '$lib/domain/document/of-meeting';
import { wordingFor } from '$lib/review/wording';
import { reportOrder } from '../../../files/report-order';
import type { ReportFile } from '../../../files/report-order';
import { reviewed } from '../review/reviewed';

/** Redirects or throws Kit's errors for whoever may not have it. */
export async function meetingOrder(event: RequestEvent<{ id: string }>, format: ReportFile) {
  const { app } = event.locals;
  const { id } = event.params;
  const { projectId: project, outputs, again } = await reviewed(event);
  const wording = wordingFor(outputs);
  return reportOrder(app, format, {
    project,
    name: meetingTitle(outputs, wording).replace(': ', ', '),
    async report() {
      const review = await again();
      if (!review) throw new Error('the meeting has gone');
      return meetingReport(review, wording, Date.now());
    },
    may: async (shown) => (await app.admit(id, 'review', shown)).ok
  });
}
