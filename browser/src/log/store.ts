/** The browser's own store of session events: written first, sent afterwards. */

import type { StoredEvent } from "./event.ts";

/** Events by session and sequence number. Adding one again changes nothing. */
export interface EventStore {
  add(events: readonly StoredEvent[]): Promise<void>;
  /** The events of `session` in their order. */
  read(session: string): Promise<StoredEvent[]>;
  sessions(): Promise<string[]>;
  remove(session: string): Promise<void>;
}

const DATABASE = "supple";
const EVENTS = "events";

/** The device's store; in memory where the browser has none to give (private windows). */
export async function openStore(): Promise<EventStore> {
  try {
    return new DeviceStore(await openDatabase());
  } catch {
    return new MemoryStore();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(EVENTS, { keyPath: ["session", "seq"] });
  };
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

class DeviceStore implements EventStore {
  constructor(private readonly database: IDBDatabase) {}

  async add(events: readonly StoredEvent[]): Promise<void> {
    const transaction = this.database.transaction(EVENTS, "readwrite");
    for (const event of events) transaction.objectStore(EVENTS).put(event);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  read(session: string): Promise<StoredEvent[]> {
    return settled(this.events("readonly").getAll(wholeOf(session)));
  }

  async sessions(): Promise<string[]> {
    const first = IDBKeyRange.bound(["", 0], ["\uffff", 0]);
    const keys = await settled(this.events("readonly").getAllKeys(first));
    const names = keys.map((key) => String((key as IDBValidKey[])[0]));
    return [...new Set(names)];
  }

  async remove(session: string): Promise<void> {
    await settled(this.events("readwrite").delete(wholeOf(session)));
  }

  private events(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(EVENTS, mode).objectStore(EVENTS);
  }
}

function wholeOf(session: string): IDBKeyRange {
  return IDBKeyRange.bound([session, 0], [session, Number.POSITIVE_INFINITY]);
}

export class MemoryStore implements EventStore {
  private readonly events = new Map<string, Map<number, StoredEvent>>();

  async add(events: readonly StoredEvent[]): Promise<void> {
    for (const event of events) {
      const session = this.events.get(event.session) ?? new Map<number, StoredEvent>();
      this.events.set(event.session, session.set(event.seq, event));
    }
  }

  async read(session: string): Promise<StoredEvent[]> {
    const events = [...(this.events.get(session)?.values() ?? [])];
    return events.sort((a, b) => a.seq - b.seq);
  }

  async sessions(): Promise<string[]> {
    return [...this.events.keys()];
  }

  async remove(session: string): Promise<void> {
    this.events.delete(session);
  }
}
