import assert from "node:assert/strict";
import { test } from "node:test";
import { stillAddress } from "../src/live/still.ts";

const STILLS = { "bird-dog/table": "/t.svg", "bird-dog/reach": "/r.svg" };
const motion = { exercise: "bird-dog", from: "table", to: "reach" };

test("a still changes half-way through a move", () => {
  assert.equal(stillAddress(STILLS, motion, 0.49), "/t.svg");
  assert.equal(stillAddress(STILLS, motion, 0.5), "/r.svg");
});

test("a pose without a still has no address", () => {
  assert.equal(stillAddress(STILLS, { ...motion, to: "moon" }, 1), "");
});
