/** GET: what leaders are told of a homework besides its answers: who there is to answer it, which links lead to it, and how many may be asked later on. */
import { error, json } from '@sveltejs/kit';
import { passedLinks } from '../../../../../partner-url';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { params, locals, cookies, setHeaders } = event;
  const { app } = locals;
  const admission = await app.admit(params.id, 'leader', { cookie: (name) => cookies.get(name) });
  if (!admission.ok) error(admission.reason === 'signed-out' ? 401 : 404);
  const [everybody, links, agreed, reminded] = await Promise.all([
    app.participants.everybody(admission.meeting.projectId),
    app.partnerLinks.of(params.id, params.prompt),
    app.followUps.agreed(admission.meeting.projectId),
    app.mail ? app.reminders.to(admission.meeting, params.prompt) : null
  ]);
  setHeaders({ 'cache-control': 'no-store' });
  return json({
    people: [...everybody.values()]
      .filter(({ outsider }) => !outsider)
      .map(({ id, name, organisation }) => ({ id, name, organisation })),
    links: passedLinks(event, links),
    agreed,
    /** Null: no mail server is set. */
    reminded: reminded && reminded.length
  });
};
