import assert from "node:assert/strict";
import { test } from "node:test";
import { roundAt, STOP } from "../src/live/round.ts";

const UP = { from: "hook", to: "top", start: 0, end: 6 };
const DOWN = { from: "top", to: "hook", start: 6, end: 12 };

test("a round moves, stops in each pose and begins again", () => {
  const at = (seconds: number) => roundAt([UP, DOWN], seconds);
  assert.deepEqual(at(0), { segment: UP, progress: 0 });
  assert.deepEqual(at(3), { segment: UP, progress: 0.5 });
  assert.deepEqual(at(6 + STOP / 2), { segment: UP, progress: 1 });
  assert.deepEqual(at(6 + STOP + 3), { segment: DOWN, progress: 0.5 });
  assert.deepEqual(at(2 * (6 + STOP)), { segment: UP, progress: 0 });
});

test("a clip without segments is refused", () => {
  assert.throws(() => roundAt([], 1), { message: "A clip without segments cannot be shown." });
});
