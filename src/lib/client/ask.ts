/** A page asks the server, besides what goes over the meeting's connection. A server that is silent is an answer too. */

/** The answer's JSON; undefined where none came, or no good one. A hotel's sign-in page answers 200 with HTML. */
export async function ask<T>(
  path: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET',
  body?: unknown
): Promise<T | undefined> {
  try {
    const response = await fetch(path, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body)
    });
    const isOurs = response.ok && response.headers.get('content-type')?.startsWith('application/json');
    return isOurs ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
