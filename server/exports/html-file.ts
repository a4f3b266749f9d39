/** A report as one HTML file, its handwriting drawn as outlines. */
import type { Report } from '../../src/lib/domain/document/document.ts';
import { htmlOf } from '../../src/lib/domain/document/html.ts';
import { outlineOf } from './outlines.ts';

export interface HtmlTask {
  format: 'html';
  report: Report;
}

export function htmlFile({ report }: HtmlTask): Uint8Array {
  return new TextEncoder().encode(htmlOf(report, { outlineOf }));
}
