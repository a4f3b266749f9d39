/** Who leads the meeting besides oneself, and what they just did. */
import type { LiveMeeting } from '$lib/client/meeting.svelte';
import type { DoneDeed } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';
import { deedText } from '../deeds';

/** What another leader did stands in the bar for so long, in milliseconds. */
const TOLD_MS = 12_000;

export class Others {
  readonly #live: LiveMeeting;
  readonly me: string;
  /** What another leader has just done, or taken back; empty where there is nothing new. */
  said = $state('');
  #known: readonly DoneDeed[] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(live: LiveMeeting, me: string) {
    this.#live = live;
    this.me = me;
  }

  /** The names of the others who have the meeting open to lead it now. */
  get here(): string[] {
    const { leaders = [] } = this.#live.presence;
    return leaders.filter(({ id, here }) => here && id !== this.me).map(({ name }) => name);
  }

  /** "Anna leder också", or nothing. */
  get line(): string {
    const [name, other, ...more] = this.here;
    if (name === undefined) return '';
    if (other === undefined) return m.leading_also_one({ name });
    return more.length > 0
      ? m.leading_also_more({ name, count: more.length + 1 })
      : m.leading_also_two({ name, other });
  }

  textOf(deed: DoneDeed): string {
    const name = this.#live.presence.leaders?.find(({ id }) => id === deed.by)?.name;
    return deedText(deed, deed.by === this.me ? m.leading_you() : (name ?? m.leading_a_leader()));
  }

  /** Looks what has been done since the last look; answers what is to be told of others, or nothing. */
  look(deeds: readonly DoneDeed[]): string {
    const before = this.#known;
    this.#known = deeds;
    if (!before) return '';
    const isNew = (deed: DoneDeed) => !before.some(({ command }) => command === deed.command);
    const fresh = deeds.find((deed) => isNew(deed) && !deed.undone);
    if (fresh) return this.#tell(fresh.by === this.me ? '' : this.textOf(fresh));
    const back = deeds.find(
      ({ command, undone }) => undone && before.some((one) => one.command === command && !one.undone)
    );
    if (!back) return '';
    return this.#tell(back.by === this.me ? '' : m.leading_took_back({ deed: this.textOf(back) }));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tell(sentence: string): string {
    clearTimeout(this.#timer);
    this.said = sentence;
    if (sentence) this.#timer = setTimeout(() => (this.said = ''), TOLD_MS);
    return sentence;
  }
}
