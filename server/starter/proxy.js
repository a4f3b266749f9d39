/**
 * What Kit is told about who asked, and how. It reads three headers of names that only we set: on every request they
 * are overwritten, so that nobody outside can lend them a value.
 */
const PROTOCOL = 'x-ordvagg-protocol';
const HOST = 'x-ordvagg-host';
const ADDRESS = 'x-ordvagg-address';

const MOST_BYTES = 512 * 1024;
/** A project's file, and what a form puts around it. */
const MOST_BYTES_TAKEN_IN = 33 * 1024 * 1024;
const TAKES_IN = /^\/projects\/import(?:[?/]|$)/;

/**
 * Points Kit's handler at those headers; to be called before it is imported.
 * @param {NodeJS.ProcessEnv} env
 */
export function tellKit(env) {
  // Kit would fail on a wrong one with a stack; the app checks it and says it in a sentence.
  delete env.ORIGIN;
  delete env.PORT_HEADER;
  Object.assign(env, { PROTOCOL_HEADER: PROTOCOL, HOST_HEADER: HOST, ADDRESS_HEADER: ADDRESS });
  // Kit has one limit for all pages; `refusedAs` holds all but one of them to what Kit would take by itself.
  env.BODY_SIZE_LIMIT = String(MOST_BYTES_TAKEN_IN);
}

/**
 * The HTTP status with which a request is refused before anything of it is read: it brings more than its page takes, or does not say
 * how much. Undefined: it may come in.
 * @param {Pick<import('node:http').IncomingMessage, 'url' | 'headers'>} request
 * @returns {411 | 413 | undefined}
 */
export function refusedAs({ url = '', headers }) {
  if (TAKES_IN.test(url))
    return Number(headers['content-length'] ?? 0) > MOST_BYTES_TAKEN_IN ? 413 : undefined;
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > MOST_BYTES ? 413 : undefined;
}

/**
 * @param {Pick<import('../config.ts').Config, 'origin' | 'trustedProxy'>} config
 * @returns {(request: import('node:http').IncomingMessage) => Record<string, string>}
 */
export function proxyHeaders({ origin, trustedProxy }) {
  const own = origin ? new URL(origin) : undefined;
  return ({ headers, socket }) => {
    const forwarded = (/** @type {string} */ name) => (trustedProxy ? last(headers[name]) : undefined);
    const secure = own ? own.protocol === 'https:' : forwarded('x-forwarded-proto') === 'https';
    return {
      [PROTOCOL]: secure ? 'https' : 'http',
      [HOST]: own?.host ?? forwarded('x-forwarded-host') ?? headers.host ?? 'localhost',
      [ADDRESS]: forwarded('x-forwarded-for') ?? socket.remoteAddress ?? ''
    };
  };
}

/**
 * The last entry is what our own proxy saw; those before it are hearsay.
 * @param {string | string[] | undefined} value
 */
function last(value) {
  return value === undefined ? undefined : String(value).split(',').at(-1)?.trim() || undefined;
}
