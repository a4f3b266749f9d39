import { fail, redirect } from '@sveltejs/kit';
import { MAX_PROJECT_BYTES } from '$lib/domain/project-file/file';
import { m } from '$lib/paraglide/messages';
import { leaderOf } from '../../leader';
import { sentenceOf } from './fault';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const user = leaderOf(event);
    const file = (await event.request.formData()).get('file');
    if (!(file instanceof File) || file.size === 0) return fail(400, { sentence: m.data_fault_none() });
    if (file.size > MAX_PROJECT_BYTES) {
      const limit = MAX_PROJECT_BYTES / 2 ** 20;
      return fail(400, { sentence: sentenceOf({ code: 'too-large', limit }) });
    }
    const taken = await event.locals.app.projectFiles
      .take(user.id, await file.text(), (number) => m.data_take_unnamed({ number }))
      .catch((error: unknown) => {
        // Its thread is busy or has died a moment ago; whatever else it is, is not the file's fault.
        if (error instanceof Error && 'code' in error) return undefined;
        throw error;
      });
    if (!taken) return fail(503, { sentence: m.data_fault_busy() });
    if (!taken.ok) return fail(400, { sentence: sentenceOf(taken.fault) });
    redirect(303, `/projects/${taken.id}?taken`);
  }
};
