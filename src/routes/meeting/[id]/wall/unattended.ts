/** What keeps a projector right at which nobody stands: for hours, through sleep, a lost net and a new version. */
import { within } from '$lib/client/within';

/** Asks for a screen that stays on, again whenever the page is back in sight; browsers that cannot, or may not, let it go dark. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  const ask = async () => {
    if (over || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    try {
      const got = await navigator.wakeLock?.request('screen');
      if (over) await got?.release();
      else lock = got;
    } catch {
      // A battery that is low, or a policy.
    }
  };
  void ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}

/** When it was last loaded anew, in the tab's own store: the page itself does not live to remember. */
const LOADED_ANEW = 'ordvagg-wall-loaded-anew';
const ASK_MS = 2_000;
/** Where loading anew does not help, it is tried again after so long: the server and the page may be of two versions for a while. */
const AGAIN_MS = 30_000;

/** Loads the page anew as soon as the server answers: a page that does not load would stay away for good. */
export function loadAnew(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const attempt = async () => {
    const last = Number(sessionStorage.getItem(LOADED_ANEW) ?? 0);
    const passed = Date.now() - last;
    const well = (passed < 0 || passed > AGAIN_MS) && (await isUp());
    if (well) {
      sessionStorage.setItem(LOADED_ANEW, String(Date.now()));
      location.reload();
    }
    timer = setTimeout(attempt, ASK_MS);
  };
  timer = setTimeout(attempt, 0);
  return () => clearTimeout(timer);
}

async function isUp(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store', signal: within(ASK_MS) })).ok;
  } catch {
    return false;
  }
}
