import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { reduce, replay } from "../src/player/reducer.ts";
import type { Script } from "../src/player/script.ts";
import { type EventType, type Logged, START, type State } from "../src/player/state.ts";
import { FACET_JOINT, Played, SMALL } from "./scripts.ts";

type Doing = [type: EventType, wait: number, kind: string];

const TYPES: EventType[] = [
  "pause",
  "resume",
  "ready",
  "back",
  "next",
  "skip",
  "early",
  "extend",
  "hurt",
  "hurt-kind",
  "calm",
  "stuck",
  "unstuck",
  "reopen",
  "start",
  "gap",
  "finish",
  "leave",
];

/** Mostly time passing, as in life; now and then the device sleeps. */
const waiting = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5001, max: 90_000 }) },
);
const doing: fc.Arbitrary<Doing> = fc.tuple(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant<EventType>("tick") },
    { weight: 7, arbitrary: fc.constantFrom(...TYPES.slice(0, -2)) },
    { weight: 1, arbitrary: fc.constantFrom<EventType>("finish", "leave") },
  ),
  waiting,
  fc.constantFrom("usual", "sharp", "leg", "chest", "numb", "none"),
);
const session = fc.tuple(fc.constantFrom(SMALL, FACET_JOINT), fc.array(doing, { maxLength: 60 }));

function play(script: Script, doings: readonly Doing[]): Played {
  const played = new Played(script).do("start");
  for (const [type, wait, kind] of doings) {
    played.sleep(wait).do(type, type === "hurt-kind" ? { kind } : {});
  }
  return played;
}

function holds(law: (played: Played) => void): void {
  fc.assert(
    fc.property(session, ([script, doings]) => law(play(script, doings))),
    { numRuns: 400 },
  );
}

/** The events that a log makes when it is read back in. */
function logged(script: Script, log: readonly Logged[]): Logged[] {
  const again: Logged[] = [];
  let state: State = START;
  for (const event of log) {
    const outcome = reduce(script, state, event);
    state = outcome.state;
    for (const command of outcome.commands) if (command.do === "log") again.push(command.event);
  }
  return again;
}

describe("laws of every session", () => {
  it("numbers its log without a hole, in the order of time", () => {
    holds(({ log }) => {
      assert.deepEqual(
        log.map(({ seq }) => seq),
        log.map((_, index) => index),
      );
      for (const [index, event] of log.entries()) {
        assert.ok(event.at >= (log[index - 1]?.at ?? 0));
      }
    });
  });

  it("is the same again when its log is replayed", () => {
    holds(({ script, log, state }) => {
      const again = replay(script, log);
      const now = reduce(script, again, { type: "tick", at: state.at }).state;
      assert.deepEqual(now, state);
    });
  });

  it("stands, after any part of its log, where that part says it stood", () => {
    holds(({ script, log }) => {
      let state: State = START;
      for (const event of log) {
        state = reduce(script, state, event).state;
        assert.equal(script.steps[state.step]?.id, event.step);
        assert.equal(state.elapsed, event.elapsed);
        assert.equal(state.seq, event.seq + 1);
        assert.equal(state.at, event.at);
      }
    });
  });

  it("logs a replay exactly as it was logged", () => {
    holds(({ script, log }) => assert.deepEqual(logged(script, log), log));
  });

  it("accounts for every active millisecond, step by step", () => {
    holds(({ log, state }) => {
      const spent = log.reduce((sum, { data }) => sum + Number(data.spent ?? 0), 0);
      const open = state.phase === "ended" && log.at(-1)?.type === "finish" ? 0 : state.elapsed;
      assert.equal(spent + open, state.active);
    });
  });

  it("is never active longer than it lasts", () => {
    holds(({ state }) => assert.ok(state.active <= state.at));
  });

  it("counts no time that went missing", () => {
    holds(({ log }) => {
      for (const [index, event] of log.entries()) {
        const before = log[index - 1];
        const stayed = before && before.step === event.step && !("from" in event.data);
        if (event.type !== "gap" || !stayed) continue;
        assert.ok(event.elapsed - before.elapsed <= 5000);
      }
    });
  });

  it("does not depend on how often the clock ticks", () => {
    fc.assert(
      fc.property(session, fc.integer({ min: 16, max: 4000 }), ([script, doings], frame) => {
        const awake = doings
          .filter(([type]) => type !== "gap")
          .map(([type, wait, kind]): Doing => [type, wait % 5001, kind]);
        const coarse = play(script, awake);
        const fine = new Played(script).do("start");
        for (const [type, wait, kind] of awake) {
          fine.wait(wait, frame).do(type, type === "hurt-kind" ? { kind } : {});
        }
        assert.deepEqual(fine.state, coarse.state);
        assert.deepEqual(fine.log, coarse.log);
        assert.deepEqual(fine.said, coarse.said);
      }),
      { numRuns: 200 },
    );
  });
});
