/** A report as a file, made piece by piece: a long one lets others have their turn, tells how far it is, and can be ended. */
import type { Report } from '../../src/lib/domain/document/document.ts';
import { reportDocx } from './report-docx.ts';
import { reportPdf } from './report-pdf.ts';

export const REPORT_FORMATS = ['pdf', 'docx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportTask {
  format: ReportFormat;
  report: Report;
}

/** Yields how much of it is made, from 0 to 1. */
export function reportFile({ format, report }: ReportTask): Generator<number, Promise<Uint8Array>> {
  return format === 'pdf' ? reportPdf(report) : reportDocx(report);
}
