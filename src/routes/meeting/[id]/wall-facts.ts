/** What a wall says of its meeting, for the projector and for the small picture of it in the console. */
import { error } from '@sveltejs/kit';
import type { WallFacts } from '$lib/meeting/wall/facts';

export async function wallFacts(app: App.Locals['app'], id: string, url: URL): Promise<WallFacts> {
  const found = await app.projects.find({ id });
  if (!found) error(404);
  const { title, number, place, day, code } = found.meeting;
  const key = url.searchParams.get('key');
  const origin = app.joinOrigin(url);
  return {
    title,
    number,
    place,
    day,
    code,
    projectName: found.project.name,
    address: new URL(origin).host,
    joinUrl: `${origin}/join/${code}`,
    lastTime: `/meeting/${id}/last-time?view=wall${key ? `&key=${encodeURIComponent(key)}` : ''}`
  };
}
