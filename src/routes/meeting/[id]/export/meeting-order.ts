/** The meeting as a report in a file, for whoever may review it. */
import type { RequestEvent } from '@sveltejs/kit';
import { meetingReport } from '$lib/domain/document/of-meeting';
import { wordingFor } from '$lib/review/wording';
import { reportOrder } from '../../../files/report-order';
import type { ReportFile } from '../../../files/report-order';
import { reviewed } from '../review/reviewed';

/** Redirects or throws Kit's errors for whoever may not have it. */
export async function meetingOrder(event: RequestEvent<{ id: string }>, format: ReportFile) {
  const { app } = event.locals;
  const { id } = event.params;
  const review = await reviewed(event);
  const report = meetingReport(review, wordingFor(review.outputs), Date.now());
  return reportOrder(app, format, {
    report,
    name: report.title.replace(': ', ', '),
    may: async (shown) => (await app.admit(id, 'review', shown)).ok
  });
}
