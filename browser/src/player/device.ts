/** The device around the session: awake, full screen, and led by one tab alone. */

const LOCK = "supple-session";

/** Keeps the screen on while it should be. The browser drops the lock whenever it hides the page. */
export class Awake {
  private wanted = false;
  private lock: WakeLockSentinel | null = null;

  constructor() {
    document.addEventListener("visibilitychange", () => void this.settle());
  }

  set(wanted: boolean): void {
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    void this.settle();
  }

  private async settle(): Promise<void> {
    if (!("wakeLock" in navigator)) return;
    if (!this.wanted) {
      await this.lock?.release();
      this.lock = null;
    } else if (document.visibilityState === "visible" && (!this.lock || this.lock.released)) {
      // Refused on a low battery, for one: the session goes on all the same.
      this.lock = await navigator.wakeLock.request("screen").catch(() => null);
    }
  }
}

export async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen().catch(() => {});
}

/**
 * Become the one tab that leads. False where another does, unless it is to be taken from it.
 *
 * `lost` is called when another tab takes the session over.
 */
export function takeLead(lost: () => void, steal = false): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
    const held = navigator.locks.request(LOCK, options, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
    held.catch(lost);
  });
}
