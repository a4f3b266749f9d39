/**
 * Transactions that may lose their connection. postgres.js answers any failure in one with a rollback; on a connection that is
 * gone it writes that to a socket that is null, in a turn of its own, and so ends the process (porsager/postgres#1208).
 */
import type postgres from 'postgres';

/** What a query says whose connection is gone. */
const GONE = new Set([
  'CONNECTION_CLOSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH'
]);

/** The same client; where a transaction loses its connection nothing is rolled back, as the server has done that. */
export function withoutLateRollback(sql: postgres.Sql): postgres.Sql {
  const begin = sql.begin.bind(sql) as (work: Work) => Promise<unknown>;
  const safely = (work: Work) =>
    begin(async (transaction) => {
      try {
        return await work(transaction);
      } catch (error) {
        // `begin` itself rejects as the connection closes; it must not come to its rollback.
        if (isGone(error)) return new Promise(() => {});
        throw error;
      }
    });
  return Object.assign(sql, { begin: safely });
}

type Work = (transaction: postgres.TransactionSql) => Promise<unknown>;

/** drizzle wraps what the driver says. */
function isGone(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return GONE.has(code ?? '') || (cause !== undefined && isGone(cause));
}
