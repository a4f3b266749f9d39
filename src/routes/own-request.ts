/** What a page of ours sends as JSON: cookies alone must not speak for somebody on another site's page. */
import { error } from '@sveltejs/kit';

/** The JSON of a request that one of our own pages made; anything else is refused. */
export async function ownJson(request: Request, url: URL, most: number): Promise<unknown> {
  if (request.headers.get('origin') !== url.origin) error(403);
  const text = await request.text();
  if (text.length > most) error(413);
  try {
    return JSON.parse(text);
  } catch {
    error(400);
  }
}
