import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { clock, minutes, screenOf, timeLeft } from "../src/player/screen.ts";
import { at, FACET_JOINT, SMALL } from "./scripts.ts";

function shown(id: string, ms: number) {
  return screenOf(SMALL, at(id).wait(ms).state);
}

describe("the screen", () => {
  it("counts a hold down in seconds", () => {
    assert.deepEqual(shown("hold", 2500).count, {
      kind: "seconds",
      value: "8",
      unit: "",
      ring: 0.75,
    });
  });

  it("counts a movement by its repetition", () => {
    assert.deepEqual(shown("up", 1000).count, {
      kind: "repetition",
      value: "1",
      unit: "of 2",
      ring: 0.75,
    });
  });

  it("shows an exercise's own words where it has no figure", () => {
    const played = at("hold");
    const [item, ...others] = SMALL.items;
    const script = {
      ...SMALL,
      items: [{ ...item, text: "Draw an eight." } as typeof item, ...others],
    };
    assert.equal(screenOf(script as typeof SMALL, played.state).own, "");
    const bare = { ...script, steps: SMALL.steps.map((step) => ({ ...step, pose: null })) };
    assert.equal(screenOf(bare as typeof SMALL, played.state).own, "Draw an eight.");
  });

  it("has no number while it waits for the person", () => {
    const screen = shown("settle", 9000);
    assert.equal(screen.count.kind, "wait");
    assert.ok(screen.waits);
  });

  it("counts three seconds in after a pause, and says so", () => {
    const played = at("hold").wait(5000).do("pause").do("resume").wait(1100);
    const screen = screenOf(SMALL, played.state);
    assert.equal(screen.count.value, "2");
    assert.equal(screen.count.ring, 0.5);
    assert.equal(screen.caption, "Get back into place.");
  });

  it("keeps the last spoken line to be read", () => {
    assert.equal(shown("hold", 3900).caption, "Hold.");
    assert.equal(shown("hold", 4000).caption, "Half-way.");
    assert.equal(shown("cat", 4000).caption, "");
  });

  it("says in the first step, once voices had time to load, that the device has none", () => {
    const note = "No voice on this device: read along, and listen for tones.";
    const noteAt = (played: ReturnType<typeof at>, mute: boolean) =>
      screenOf(SMALL, played.state, mute).note;
    const [first = ""] = SMALL.steps.map(({ id }) => id);
    assert.equal(noteAt(at(first).wait(1400), true), "");
    assert.equal(noteAt(at(first).wait(1500), true), note);
    assert.equal(noteAt(at(first).wait(1500), false), "");
    assert.equal(noteAt(at(first).wait(12_000), true), "");
    assert.equal(noteAt(at("hold").wait(1500), true), "");
  });

  it("says that a pause is one, and asks after missing time", () => {
    const paused = at("hold").wait(1000).do("pause");
    assert.equal(screenOf(SMALL, paused.state).caption, "Paused. Nothing is lost.");
    const slept = at("hold").sleep(60_000).do("tick");
    assert.equal(screenOf(SMALL, slept.state).caption, "Still there? Go on when you are ready.");
  });

  it("names the exercise, or the way to it", () => {
    assert.equal(shown("hold", 0).title, "Knee");
    assert.equal(shown("over", 0).title, "Getting into place");
  });

  it("moves the figure along the step", () => {
    assert.equal(shown("up", 1000).along, 0.25);
  });

  it("adds what the person added to what is left", () => {
    const screen = screenOf(FACET_JOINT, at("s007", FACET_JOINT).do("extend").state);
    assert.equal(screen.left, "19 minutes left");
    assert.equal(screen.count.value, "40");
  });

  it("offers help on the floor, and more time where there is some", () => {
    const hold = shown("hold", 0);
    assert.ok(hold.canBeStuck && hold.canExtend);
    assert.ok(!shown("up", 0).canExtend);
    assert.ok(!shown("settle", 0).canExtend);
  });
});

describe("time in words", () => {
  it("rounds up what is left", () => {
    assert.equal(timeLeft(59), "Under a minute left");
    assert.equal(timeLeft(60), "1 minute left");
    assert.equal(timeLeft(61), "2 minutes left");
  });

  it("rounds what is to come", () => {
    assert.equal(minutes(1162), "19 minutes");
    assert.equal(minutes(20), "1 minute");
  });

  it("counts long holds in minutes and seconds", () => {
    assert.deepEqual([clock(99), clock(100), clock(120)], ["99", "1:40", "2:00"]);
  });
});
