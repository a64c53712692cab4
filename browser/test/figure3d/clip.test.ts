import assert from "node:assert/strict";
import { test } from "node:test";
import { clipName, clipTime, type Segment } from "../../src/figure3d/clip.ts";

const BRIDGE: Segment[] = [
  { from: "hook", to: "top", start: 0, end: 6 },
  { from: "top", to: "hook", start: 6, end: 12 },
];
const motion = (from: string, to: string) => ({ exercise: "segmental-bridge", from, to });

test("a move runs through its own part of the clip", () => {
  assert.equal(clipTime(BRIDGE, motion("hook", "top"), 0), 0);
  assert.equal(clipTime(BRIDGE, motion("hook", "top"), 0.5), 3);
  assert.equal(clipTime(BRIDGE, motion("top", "hook"), 0.5), 9);
});

test("progress beyond the move stays at its end", () => {
  assert.equal(clipTime(BRIDGE, motion("hook", "top"), 1.5), 6);
  assert.equal(clipTime(BRIDGE, motion("hook", "top"), -1), 0);
});

test("a hold stands where its pose is reached, whatever the progress", () => {
  assert.equal(clipTime(BRIDGE, motion("top", "top"), 0.3), 6);
  assert.equal(clipTime(BRIDGE, motion("hook", "hook"), 0.3), 12);
});

test("a pose that is only left is shown where it is left", () => {
  const once: Segment[] = [{ from: "standing", to: "kneeling", start: 1, end: 9 }];
  assert.equal(clipTime(once, motion("standing", "standing"), 0.5), 1);
});

test("a pose the clip does not know shows its beginning", () => {
  assert.equal(clipTime(BRIDGE, motion("moon", "moon"), 0.5), 0);
});

test("each way between positions has a clip of its own", () => {
  const travels = ["segmental-bridge", "travel-sidelying-supine"];
  const way = (from: string, to: string) => ({ exercise: "travel", from, to });
  assert.equal(clipName(way("sidelying", "supine"), travels), "travel-sidelying-supine");
  assert.equal(clipName(way("supine", "supine"), travels), "travel-sidelying-supine");
  assert.equal(clipName(way("moon", "moon"), travels), "");
  assert.equal(clipName(motion("hook", "top"), travels), "segmental-bridge");
});
