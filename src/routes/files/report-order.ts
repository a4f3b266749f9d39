/** A report as any of its files: what is asked of the background, or waited for. */
import { markdownOf } from '$lib/domain/document/markdown';
import type { Report } from '$lib/domain/document/document';
import { fileName } from '$lib/review/file-name';

type App = App.Locals['app'];
type Order = Omit<Parameters<App['exports']['start']>[0], 'by'>;

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

/** `name`: the file's, without its ending. `may`: whether whoever fetches it later may still have it. */
export function reportOrder(
  app: App,
  format: ReportFile,
  { report, name, may }: { report: Report; name: string; may: Order['may'] }
): Order {
  return {
    name: `${fileName(name)}.${format}`,
    type: TYPES[format],
    may,
    async make(making) {
      if (format === 'md') return markdownOf(report);
      return format === 'html' ? app.file({ format, report }) : app.reportFile(format, report, making);
    }
  };
}
