import assert from "node:assert/strict";
import { test } from "node:test";
import { type Due, ringsAt, waitFrom } from "../src/reminder.ts";

const due: Due = {
  today: "2026-11-24T07:30:00+01:00",
  next: "2026-11-25T07:30:00+01:00",
  title: "A moment for yourself",
};
const at = (moment: string) => Date.parse(moment);

for (const [moment, last, rings] of [
  ["2026-11-24T07:29:59+01:00", "", false],
  ["2026-11-24T07:30:00+01:00", "", true],
  ["2026-11-24T07:30:00+01:00", "2026-11-23", true],
  ["2026-11-24T07:30:01+01:00", "2026-11-24", false],
  ["2026-11-24T08:29:59+01:00", "", true],
  ["2026-11-24T08:30:00+01:00", "", false],
] as const) {
  test(`at ${moment}, last rung on "${last}", it ${rings ? "rings" : "is silent"}`, () => {
    assert.equal(ringsAt(due, at(moment), last), rings);
  });
}

test("a reminder that is off, or at rest today, is silent", () => {
  assert.equal(ringsAt({ ...due, today: null }, at("2026-11-24T07:30:00+01:00"), ""), false);
});

test("it waits until the next moment, half a day at most, and not at all when there is none", () => {
  assert.equal(waitFrom(due, at("2026-11-25T07:00:00+01:00")), 30 * 60_000);
  assert.equal(waitFrom(due, at("2026-11-24T07:30:00+01:00")), 12 * 60 * 60_000);
  assert.equal(waitFrom(due, at("2026-11-25T07:31:00+01:00")), 60_000);
  assert.equal(waitFrom({ ...due, next: null }, 0), undefined);
});
