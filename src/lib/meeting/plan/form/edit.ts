import type { CommandData } from '$lib/domain/meeting/commands';

/** Changes the chosen step; false where that was refused, of which the form tells why. */
export type Edit = (change: Omit<CommandData<'EditPrompt'>, 'prompt'>) => Promise<boolean>;
