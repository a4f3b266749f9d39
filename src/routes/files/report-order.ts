/** A report as any of its files: what is asked of the background, or waited for. */
import { AsyncResource } from 'node:async_hooks';
import { markdownOf } from '$lib/domain/document/markdown';
import type { Report } from '$lib/domain/document/document';
import { fileName } from '$lib/review/file-name';

type App = App.Locals['app'];
type Order = Omit<Parameters<App['exports']['start']>[0], 'by'>;
type Making = Parameters<Order['make']>[0];

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8'
} as const;
export type ReportFile = keyof typeof TYPES;

export function isReportFile(format: string): format is ReportFile {
  return Object.hasOwn(TYPES, format);
}

interface Wanted extends Pick<Order, 'project' | 'may'> {
  /** The file's, without its ending. */
  name: string;
  /** Made when the file's turn comes: until then something in it may be erased. */
  report(): Promise<Report>;
}

export function reportOrder(
  app: App,
  format: ReportFile,
  { project, name, may, report: made }: Wanted
): Order {
  return {
    project,
    name: `${fileName(name)}.${format}`,
    type: TYPES[format],
    may,
    // Its turn may come in another's request: it speaks the language of this one.
    make: AsyncResource.bind(async (making: Making) => {
      const report = await made();
      if (format === 'md') return markdownOf(report);
      return format === 'html' ? app.file({ format, report }) : app.reportFile(format, report, making);
    })
  };
}
