/** A phone that nobody holds: what it shows follows the leader's view, and what it is asked to send goes nowhere. */
import { newcomersView, sampleQuestion } from '$lib/domain/meeting/newcomers-view';
import type { MeetingView } from '$lib/domain/meeting/view';
import type { LiveMeeting } from '$lib/client/meeting.svelte';
import { m } from '$lib/paraglide/messages';
import type { Ack, PresenceMessage, QuestionMessage } from '$lib/protocol/protocol';
import type { PhoneMeeting } from '../phone/phone-meeting';

/** As many as a phone promises. */
const QUESTIONS = 8;

export class PicturedPhone implements PhoneMeeting {
  readonly #live: LiveMeeting;
  readonly status = 'live';
  readonly pending = [];
  readonly ballots = [];
  readonly hints = {};
  readonly tapped = undefined;
  readonly tapTrouble = '';
  readonly #view = $derived.by(() => newcomersView(this.#live.view));

  constructor(live: LiveMeeting) {
    this.#live = live;
  }

  get view(): MeetingView {
    return this.#view;
  }

  get presence(): PresenceMessage {
    const { here, joined } = this.#live.presence;
    return { here, joined };
  }

  get question(): QuestionMessage | undefined {
    const { view } = this.#live;
    const prompt = view.agenda.find((id) => view.prompts[id]?.finding === 'on');
    if (prompt === undefined) return undefined;
    const question = sampleQuestion(view, prompt, m.room_sample_note()) ?? null;
    return { prompt, question, asked: 0, of: QUESTIONS };
  }

  now(): number {
    return this.#live.now();
  }

  async send(): Promise<Ack> {
    return { ok: false, code: 'not-allowed', message: '' };
  }

  submitNote(): string {
    return '';
  }

  changeNote(): void {}
  withdrawNote(): void {}
  tap(): void {}
  castBallot(): void {}
  forget(): void {}
}
