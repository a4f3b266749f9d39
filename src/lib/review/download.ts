/** A file as an answer, with a name to take it home under. */
import { attachment, fileName } from './file-name';

export function download(body: string | Uint8Array, type: string, title: string, ending: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'cache-control': 'no-store',
      'content-disposition': attachment(`${fileName(title)}.${ending}`)
    }
  });
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
