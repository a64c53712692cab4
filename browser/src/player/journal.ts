/** The session's log in this tab: written to the device first, then sent. */

import { isOver, type StoredEvent, stamp } from "../log/event.ts";
import { isStale, type Outbox } from "../log/outbox.ts";
import type { EventStore } from "../log/store.ts";
import type { Logged } from "./state.ts";

export class Journal {
  private written: Promise<void> = Promise.resolve();

  constructor(
    readonly session: string,
    private readonly events: StoredEvent[],
    private readonly store: EventStore,
    private readonly outbox: Outbox,
  ) {}

  keep(event: Logged): void {
    const stored = stamp(event, this.session, new Date());
    this.events.push(stored);
    this.written = this.written.then(() => this.store.add([stored]));
    // The server hears of a session as soon as it begins, and of the rest in batches.
    if (event.seq === 0) void this.settle();
    else this.outbox.kick();
  }

  /** Wait until the device has everything, then until the server has: false if it has not. */
  async settle(): Promise<boolean> {
    await this.written;
    // What is under way may have begun before the last event was written.
    await this.outbox.sendAll();
    return (await this.outbox.sendAll()) && !this.outbox.refuses(this.session);
  }

  /** The page is going. */
  part(): void {
    this.outbox.part(this.session, this.events);
  }
}

/** The log of a session of `script` that was begun not long ago and not ended, if there is one. */
export async function findUnfinished(
  store: EventStore,
  script: string,
): Promise<StoredEvent[] | null> {
  for (const session of await store.sessions()) {
    const log = await store.read(session);
    const same = log[0]?.seq === 0 && log[0].data.script === script;
    if (same && !isOver(log) && !isStale(log)) return log;
  }
  return null;
}
