/**
 * `npm run bench -- files [--notes 20000] [--json]`: how long the files of a project of so many notes take, each in a process of its
 * own, and how much memory that takes.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { REPORT_FORMATS, reportFile } from '../../server/exports/report-file.ts';
import type { ReportFormat } from '../../server/exports/report-file.ts';
import { huge } from '../fixtures/reports.ts';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    notes: { type: 'string', default: '20000' },
    format: { type: 'string' }
  }
});
const NOTES = Math.max(1, Number(options.notes) || 20_000);

interface Row {
  format: string;
  seconds: number;
  /** Of the processor: what it takes on a machine that does nothing else. */
  busy: number;
  /** Milliseconds: the longest piece in which nobody else had their turn. */
  longest: number;
  megabytes: number;
  /** Of the process, at most. */
  memory: number;
}

if (process.send) process.send(await measured(options.format as ReportFormat));
else {
  const rows: Row[] = [];
  for (const format of REPORT_FORMATS) rows.push(await apart(format));
  process.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
}

/** Memory is a process's: each format has its own. */
function apart(format: ReportFormat): Promise<Row> {
  const file = fileURLToPath(new URL('./bench.ts', import.meta.url));
  const child = fork(file, ['files', '--notes', String(NOTES), '--format', format], {
    execArgv: ['--import', 'tsx']
  });
  return new Promise((resolve, reject) => {
    child.on('message', (row: Row) => resolve(row));
    child.on('exit', (code) => code && reject(new Error(`${format}: ${code}`)));
  });
}

async function measured(format: ReportFormat): Promise<Row> {
  const report = huge(NOTES);
  const began = performance.now();
  const before = process.cpuUsage();
  const work = reportFile({ format, report });
  let longest = 0;
  for (;;) {
    const from = performance.now();
    const step = work.next();
    longest = Math.max(longest, performance.now() - from);
    if (!step.done) continue;
    const file = await step.value;
    const { user, system } = process.cpuUsage(before);
    return {
      format,
      seconds: Math.round(performance.now() - began) / 1_000,
      busy: Math.round((user + system) / 1_000) / 1_000,
      longest: Math.round(longest),
      megabytes: Math.round(file.length / 1e4) / 100,
      memory: Math.round(process.resourceUsage().maxRSS / 1_000)
    };
  }
}

function table(rows: readonly Row[]): string {
  const line = (format: string, ...figures: string[]) =>
    `${format.padEnd(8)}${figures.map((one) => one.padStart(14)).join('')}\n`;
  return (
    `A report of ${NOTES} notes\n` +
    line('', 'seconds', 'processor s', 'longest ms', 'file MB', 'memory MB') +
    rows
      .map(({ format, seconds, busy, longest, megabytes, memory }) =>
        line(
          format,
          seconds.toFixed(1),
          busy.toFixed(1),
          String(longest),
          megabytes.toFixed(1),
          String(memory)
        )
      )
      .join('')
  );
}
