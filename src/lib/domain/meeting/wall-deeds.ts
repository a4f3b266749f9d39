/** Decides what leaders ask of the projector and of the walls. */
import { kindOf } from '../kinds/registry.ts';
import type { CommandData } from './commands.ts';
import { happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import { isAnnounced } from './homework.ts';
import type { RefusalCode } from './refusal.ts';
import { promptOn, turning } from './screen.ts';
import type { Screen } from './screen.ts';
import { isConcealed, stands } from './state.ts';
import type { MeetingState, Prompt } from './state.ts';
import { wallOf } from './wall-settings.ts';
import type { WallSettings } from './wall-settings.ts';

export function turnProjector(state: MeetingState, { screen }: CommandData<'TurnProjector'>): Decision {
  if ('prompt' in screen) {
    const prompt = state.prompts[screen.prompt];
    if (!prompt || prompt.removed) return refuse('prompt-unknown');
    if (!isAnnounced(prompt)) return refuse('prompt-not-open');
  }
  if ('note' in screen && screen.note !== undefined) {
    const note = state.notes[screen.note];
    if (!note || note.withdrawn) return refuse('note-unknown');
    if (!stands(note)) return refuse('note-not-shown');
    if ('prompt' in screen && note.prompt !== screen.prompt) return refuse('note-unknown');
  }
  const prompt = state.prompts[promptOn(screen, state.notes) ?? ''];
  const misfit = prompt && whyNot(screen, prompt);
  return misfit ? refuse(misfit) : happen(...turning(state, screen));
}

/** Not every kind of answer can be shown in every way. */
function whyNot({ view }: Screen, prompt: Prompt): RefusalCode | undefined {
  const { takes, outcome } = kindOf(prompt.kind) ?? {};
  const isWall = outcome === 'wall';
  switch (view) {
    case 'word':
      if (!isWall) return 'not-a-wall';
      // One note may be lit all the same: a word shows all that lie in it.
      return isConcealed(prompt) ? 'prompt-concealed' : undefined;
    case 'tour':
    case 'replay':
      return isWall ? undefined : 'not-a-wall';
    case 'quotes':
      return isWall || takes !== 'notes' ? 'not-in-turns' : undefined;
    default:
      return undefined;
  }
}

export function darkenProjector(state: MeetingState, { dark }: CommandData<'DarkenProjector'>): Decision {
  return dark === (state.dark ?? false) ? nothing : happen({ name: 'ProjectorDarkened', data: { dark } });
}

export function setWall(state: MeetingState, { prompt: id, ...wanted }: CommandData<'SetWall'>): Decision {
  return withWall(state, id, (prompt) => {
    const now = wallOf(prompt);
    const changed = Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && now[key as keyof WallSettings] !== value
    );
    if (changed.length === 0) return nothing;
    return happen({ name: 'WallSet', data: { prompt: id, ...Object.fromEntries(changed) } });
  });
}

export function tidyWall(state: MeetingState, { prompt: id }: CommandData<'TidyWall'>): Decision {
  return withWall(state, id, (prompt) =>
    wallOf(prompt).locked ? refuse('wall-locked') : happen({ name: 'WallTidied', data: { prompt: id } })
  );
}

function withWall(state: MeetingState, id: string, then: (prompt: Prompt) => Decision): Decision {
  return withPrompt(state, id, (prompt) =>
    kindOf(prompt.kind)?.outcome === 'wall' ? then(prompt) : refuse('not-a-wall')
  );
}
