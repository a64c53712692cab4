/**
 * Sends what the store holds, in idempotent batches, until the server has it.
 *
 * One request at a time; after a failure it waits longer each time. A session
 * that is over and wholly sent is removed from the device.
 */

import { isOver, type StoredEvent } from "./event.ts";
import type { Server } from "./server.ts";
import type { EventStore } from "./store.ts";

export const BATCH = 500;
/** A request that outlives its page may carry 64 KiB; an event takes about a quarter KiB. */
const PARTING_BATCH = 150;
const PAUSE = 4000;
const LONGEST_PAUSE = 60_000;
/** A session left open so long is not gone on with. */
export const STALE = 12 * 3600 * 1000;

type Later = (act: () => void, ms: number) => void;

export class Outbox {
  private readonly next = new Map<string, number>();
  private readonly refused = new Set<string>();
  private pause = PAUSE;
  private waiting = false;
  private sending: Promise<boolean> | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly server: Server,
    private readonly later: Later = (act, ms) => setTimeout(act, ms),
  ) {}

  /** Something new is in the store: send it soon. */
  kick(): void {
    if (this.waiting) return;
    this.waiting = true;
    this.later(() => {
      this.waiting = false;
      void this.sendAll();
    }, this.pause);
  }

  /** Send everything now; true when nothing is left that the server would take. */
  sendAll(): Promise<boolean> {
    this.sending ??= this.work().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  /** Whether the server will never take `session`: it stays on the device. */
  refuses(session: string): boolean {
    return this.refused.has(session);
  }

  /** The page is going: hand over the last of `session` and do not wait. */
  part(session: string, events: readonly StoredEvent[]): void {
    const rest = events.filter((event) => event.seq >= (this.next.get(session) ?? 0));
    if (rest.length) void this.server.send(session, rest.slice(0, PARTING_BATCH), true);
  }

  private async work(): Promise<boolean> {
    let done = true;
    for (const session of await this.store.sessions()) {
      if (!this.refused.has(session)) done = (await this.sendSession(session)) && done;
    }
    this.pause = done ? PAUSE : Math.min(this.pause * 2, LONGEST_PAUSE);
    if (!done) this.kick();
    return done;
  }

  private async sendSession(session: string): Promise<boolean> {
    const log = await this.store.read(session);
    const first = log[0];
    if (!first) return true;
    if (!this.next.has(session) && !(await this.begin(first))) return this.refused.has(session);
    while ((this.next.get(session) ?? 0) <= lastSeq(log)) {
      if (!(await this.sendBatch(session, log))) return this.refused.has(session);
    }
    if (isOver(log) || isStale(log)) await this.forget(session, log);
    return true;
  }

  private async begin(first: StoredEvent): Promise<boolean> {
    if (first.seq !== 0) return this.accept(first.session, 0);
    const answer = await this.server.create(first);
    if (answer.kind === "refused") this.refused.add(first.session);
    return answer.kind === "ok" && this.accept(first.session, 0);
  }

  private async sendBatch(session: string, log: readonly StoredEvent[]): Promise<boolean> {
    const from = this.next.get(session) ?? 0;
    const batch = log.filter((event) => event.seq >= from).slice(0, BATCH);
    const answer = await this.server.send(session, batch);
    if (answer.kind === "refused") this.refused.add(session);
    // A server that does not move on would be asked the same thing for ever.
    if (answer.kind !== "ok" || answer.next <= from) return false;
    return this.accept(session, answer.next);
  }

  private accept(session: string, next: number): boolean {
    this.next.set(session, next);
    return true;
  }

  /** Remove a sent session, unless something was added while it was being sent. */
  private async forget(session: string, sent: readonly StoredEvent[]): Promise<void> {
    const now = await this.store.read(session);
    if (now.length === sent.length) await this.store.remove(session);
  }
}

function lastSeq(log: readonly StoredEvent[]): number {
  return log.at(-1)?.seq ?? -1;
}

export function isStale(log: readonly StoredEvent[], now = Date.now()): boolean {
  const last = log.at(-1);
  return last !== undefined && now - Date.parse(last.wall) > STALE;
}
