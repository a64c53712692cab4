import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isOver, localDate, localTime, type StoredEvent, stamp } from "../src/log/event.ts";
import { BATCH, isStale, Outbox, STALE } from "../src/log/outbox.ts";
import type { Answer, Server } from "../src/log/server.ts";
import { MemoryStore } from "../src/log/store.ts";
import { findUnfinished, Journal } from "../src/player/journal.ts";
import { at } from "./scripts.ts";

function event(seq: number, more: Partial<StoredEvent> = {}): StoredEvent {
  return {
    session: "a",
    seq,
    type: seq === 0 ? "start" : "tick",
    at: seq * 5000,
    step: "hold",
    elapsed: 0,
    data: seq === 0 ? { script: "5ma11" } : {},
    wall: localTime(new Date()),
    zone: "Europe/Berlin",
    ...more,
  };
}

function events(count: number, session = "a"): StoredEvent[] {
  return Array.from({ length: count }, (_, seq) => event(seq, { session }));
}

/** A server that keeps what it gets, and can be away. */
class FakeServer implements Server {
  readonly kept = new Map<string, Map<number, StoredEvent>>();
  readonly batches: number[] = [];
  away: Answer | null = null;

  async create(first: StoredEvent): Promise<Answer> {
    if (this.away) return this.away;
    this.kept.set(first.session, this.kept.get(first.session) ?? new Map());
    return { kind: "ok", next: 0 };
  }

  async send(session: string, batch: readonly StoredEvent[]): Promise<Answer> {
    if (this.away) return this.away;
    this.batches.push(batch.length);
    const kept = this.kept.get(session) ?? new Map<number, StoredEvent>();
    for (const each of batch) kept.set(each.seq, each);
    this.kept.set(session, kept);
    let next = 0;
    while (kept.has(next)) next += 1;
    return { kind: "ok", next };
  }

  async read(session: string): Promise<StoredEvent[]> {
    return [...(this.kept.get(session)?.values() ?? [])];
  }
}

/** Tests send by hand. */
const never = () => {};

async function filled(...lists: StoredEvent[][]): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const list of lists) await store.add(list);
  return store;
}

describe("an event", () => {
  it("is stamped with the local time and its offset", () => {
    const now = new Date("2026-11-24T06:12:03.120Z");
    assert.match(localTime(now), /^2026-11-2[345]T\d\d:\d\d:03\.120[+-]\d\d:\d\d$/);
    assert.equal(new Date(localTime(now)).getTime(), now.getTime());
    assert.equal(localDate(now), localTime(now).slice(0, 10));
  });

  it("keeps what was logged", () => {
    const [logged] = at("hold").log;
    assert.ok(logged);
    const { wall, zone, session, ...rest } = stamp(logged, "a", new Date());
    assert.deepEqual(rest, logged);
    assert.ok(wall && zone && session === "a");
  });

  it("ends a session by finish or leave", () => {
    assert.ok(isOver([event(0), event(1, { type: "leave" })]));
    assert.ok(!isOver([event(0), event(1)]));
    assert.ok(!isOver([]));
  });

  it("is stale after half a day", () => {
    const old = event(0, { wall: "2026-11-24T06:00:00.000+01:00" });
    const then = Date.parse(old.wall);
    assert.ok(!isStale([old], then + STALE));
    assert.ok(isStale([old], then + STALE + 1));
  });
});

describe("the outbox", () => {
  it("sends a session in order, in batches", async () => {
    const server = new FakeServer();
    const outbox = new Outbox(await filled(events(BATCH + 20)), server, never);
    assert.ok(await outbox.sendAll());
    assert.deepEqual(server.batches, [BATCH, 20]);
    assert.equal(server.kept.get("a")?.size, BATCH + 20);
  });

  it("sends only what is new", async () => {
    const server = new FakeServer();
    const store = await filled(events(3));
    const outbox = new Outbox(store, server, never);
    await outbox.sendAll();
    await store.add([event(3)]);
    await outbox.sendAll();
    assert.deepEqual(server.batches, [3, 1]);
  });

  it("keeps everything while the server is away, and loses nothing", async () => {
    const server = new FakeServer();
    server.away = { kind: "later" };
    const store = await filled([...events(2), event(2, { type: "finish" })]);
    const outbox = new Outbox(store, server, never);
    assert.ok(!(await outbox.sendAll()));
    assert.equal((await store.read("a")).length, 3);
    server.away = null;
    assert.ok(await outbox.sendAll());
    assert.equal(server.kept.get("a")?.size, 3);
  });

  it("removes a session that is over and sent, and keeps an open one", async () => {
    const store = await filled([event(0), event(1, { type: "finish" })], events(2, "b"));
    await new Outbox(store, new FakeServer(), never).sendAll();
    assert.deepEqual(await store.sessions(), ["b"]);
  });

  it("does not ask again about what was refused, and sends the rest", async () => {
    const server = new FakeServer();
    const store = await filled(events(2), events(2, "b"));
    const send = server.send.bind(server);
    let asked = 0;
    server.send = async (session, batch) => {
      if (session !== "a") return send(session, batch);
      asked += 1;
      return { kind: "refused" };
    };
    const outbox = new Outbox(store, server, never);
    await outbox.sendAll();
    await outbox.sendAll();
    assert.equal(asked, 1);
    assert.equal(server.kept.get("b")?.size, 2);
    assert.equal((await store.read("a")).length, 2);
  });

  it("stops asking a server that does not move on", async () => {
    const server = new FakeServer();
    server.send = async () => ({ kind: "ok", next: 0 });
    assert.ok(!(await new Outbox(await filled(events(2)), server, never).sendAll()));
  });

  it("waits longer after each failure, and no longer after a success", async () => {
    const server = new FakeServer();
    server.away = { kind: "later" };
    const pauses: number[] = [];
    let again = () => {};
    const outbox = new Outbox(await filled(events(1)), server, (act, ms) => {
      pauses.push(ms);
      again = act;
    });
    outbox.kick();
    for (let tries = 0; tries < 5; tries += 1) {
      again();
      await outbox.sendAll();
    }
    server.away = null;
    again();
    await outbox.sendAll();
    outbox.kick();
    assert.deepEqual(pauses, [4000, 8000, 16_000, 32_000, 60_000, 60_000, 4000]);
  });

  it("hands over the rest when the page goes", async () => {
    const server = new FakeServer();
    const list = events(4);
    const store = await filled(list.slice(0, 2));
    const outbox = new Outbox(store, server, never);
    await outbox.sendAll();
    outbox.part("a", list);
    assert.deepEqual(server.batches, [2, 2]);
  });
});

describe("the journal", () => {
  it("does not say that the server has a session which it refused", async () => {
    const server = new FakeServer();
    server.away = { kind: "refused" };
    const store = await filled(events(1));
    const journal = new Journal("a", events(1), store, new Outbox(store, server, never));
    assert.equal(await journal.settle(), false);
    assert.equal((await store.read("a")).length, 1);
  });

  it("keeps every event on the device before it is sent", async () => {
    const server = new FakeServer();
    const store = new MemoryStore();
    const journal = new Journal("a", [], store, new Outbox(store, server, never));
    for (const logged of at("hold").log) journal.keep(logged);
    assert.ok(await journal.settle());
    const types = [...(server.kept.get("a")?.values() ?? [])].map(({ type }) => type);
    assert.deepEqual(types, ["start", "next", "next", "next"]);
  });

  it("finds a session of the same script that was not ended", async () => {
    const other = events(1, "other").map((each) => ({ ...each, data: { script: "another" } }));
    const done = [event(0, { session: "done" }), event(1, { session: "done", type: "leave" })];
    const store = await filled(other, done, events(2, "open"));
    assert.equal((await findUnfinished(store, "5ma11"))?.[0]?.session, "open");
    assert.equal(await findUnfinished(store, "none"), null);
  });

  it("does not go on with one of yesterday", async () => {
    const old = events(2).map((each) => ({ ...each, wall: "2020-01-01T10:00:00.000+01:00" }));
    assert.equal(await findUnfinished(await filled(old), "5ma11"), null);
  });
});
