import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kind } from "../src/player/script.ts";
import { at, FACET_JOINT, Played } from "./scripts.ts";

describe("time", () => {
  it("crosses as many steps as a tick carries, each at its own time", () => {
    const played = at("up").sleep(4500).do("tick");
    assert.equal(played.step, "hold");
    assert.equal(played.state.elapsed, 500);
    const crossing = played.log.at(-1);
    assert.deepEqual(crossing, {
      type: "tick",
      at: 4000,
      seq: crossing?.seq,
      step: "hold",
      elapsed: 0,
      data: { from: "up", how: "done", spent: 4000 },
    });
  });

  it("waits for the person where a step has no time", () => {
    const played = at("settle").wait(60_000);
    assert.equal(played.step, "settle");
    played.do("ready");
    assert.equal(played.step, "up");
    assert.deepEqual(played.log.at(-1)?.data, { from: "settle", how: "answered", spent: 60_000 });
  });

  it("lets an answer pass where nothing was asked", () => {
    assert.equal(at("hold").do("ready").step, "hold");
  });

  it("keeps a beat of the log every five seconds", () => {
    const played = at("cat").wait(16_000);
    const beats = played.log.filter(({ type }) => type === "tick").map((event) => event.at);
    assert.deepEqual(beats, [5000, 10_000, 15_000]);
  });

  it("pauses at the last tick when more than five seconds are missing", () => {
    const played = at("cat").wait(3000).sleep(5001).do("tick");
    assert.equal(played.state.phase, "gap");
    assert.equal(played.state.elapsed, 3000);
    assert.deepEqual(played.log.at(-1)?.data, { since: 3000 });
  });

  it("plays on over five missing seconds", () => {
    const played = at("cat").wait(3000).sleep(5000).do("tick");
    assert.equal(played.state.phase, "running");
    assert.equal(played.state.elapsed, 8000);
  });

  it("never runs backwards", () => {
    const played = at("cat").wait(3000);
    played.now = 1000;
    assert.equal(played.do("tick").state.elapsed, 3000);
  });

  it("finishes after the last step", () => {
    const played = at("cat").wait(20_000);
    assert.equal(played.state.phase, "ended");
    assert.deepEqual(played.log.at(-1)?.data, { from: "cat", how: "done", spent: 20_000 });
    assert.equal(played.types.at(-1), "finish");
    assert.deepEqual(played.commands.at(-1), { do: "end" });
  });

  it("plays the facet-joint session in exactly the time it promises", () => {
    const played = new Played(FACET_JOINT).do("start");
    while (played.state.phase === "running") {
      if (FACET_JOINT.steps[played.state.step]?.seconds === null) played.do("ready");
      else played.wait(1000, 1000);
    }
    assert.equal(played.state.active, FACET_JOINT.seconds * 1000);
  });
});

describe("pause", () => {
  const kinds = new Set(FACET_JOINT.steps.map(({ kind }) => kind));
  for (const kind of kinds) {
    it(`loses nothing in a step of kind ${kind}`, () => losesNothing(kind));
  }

  it("gives three seconds to get back into a hold, which are not counted", () => {
    const played = at("hold").wait(6000).do("pause").wait(90_000).do("resume");
    assert.equal(played.wait(3000).state.elapsed, 6000);
    assert.equal(played.said.at(-1), "Get back into place.");
    assert.equal(played.wait(1000).state.elapsed, 7000);
    assert.equal(played.said.at(-1), "Three.");
  });

  it("says a step's first words when it is entered while paused", () => {
    const played = at("settle").do("pause").do("next");
    assert.deepEqual(played.said, []);
    assert.deepEqual(played.do("resume").said, ["Bring it up."]);
  });
});

function losesNothing(kind: Kind): void {
  const target = FACET_JOINT.steps.find((step) => step.kind === kind)?.id ?? "";
  const played = at(target, FACET_JOINT).wait(1500);
  const before = played.state;
  played.do("pause").wait(600_000, 1000).do("resume");
  const { step, elapsed, active } = played.state;
  assert.deepEqual(
    { step, elapsed, active },
    {
      step: before.step,
      elapsed: before.elapsed,
      active: before.active,
    },
  );
  played.wait(played.state.leadIn + 500);
  assert.equal(played.state.elapsed, 2000);
}

describe("going about", () => {
  it("goes back and on, one step at a time", () => {
    const played = at("hold").wait(2000).do("back");
    assert.equal(played.step, "up");
    assert.deepEqual(played.log.at(-1)?.data, { from: "hold", how: "back", spent: 2000 });
    assert.equal(played.do("next").step, "hold");
    assert.equal(played.state.elapsed, 0);
  });

  it("goes back no further than the beginning", () => {
    assert.equal(new Played().do("start").do("back").step, "down");
  });

  it("skips an exercise but not the way to the next one", () => {
    assert.equal(at("up").do("skip").step, "over");
    assert.equal(at("over").do("skip").step, "cat");
  });

  it("finishes when the last exercise is skipped", () => {
    const played = at("cat").do("skip");
    assert.equal(played.state.phase, "ended");
    assert.deepEqual(played.log.at(-1)?.data, { from: "cat", how: "skip", spent: 0 });
  });

  it("keeps what was done early", () => {
    const played = at("hold").wait(6500).do("early");
    assert.equal(played.step, "lower");
    assert.deepEqual(played.log.at(-1)?.data, { from: "hold", how: "early", spent: 6500 });
  });

  it("makes a hold ten seconds longer, and counts down at its new end", () => {
    const played = at("hold").wait(7500).do("extend");
    assert.deepEqual(played.log.at(-1)?.data, { added: 10_000 });
    assert.equal(played.wait(12_000).step, "hold");
    assert.deepEqual(played.said.slice(1), [
      "Hold.",
      "Half-way.",
      "Three.",
      "Half-way.",
      "Three.",
      "Two.",
      "One.",
    ]);
    assert.equal(played.wait(500).step, "lower");
  });

  it("gives the other side the ten seconds too, and no one else", () => {
    const held = FACET_JOINT.steps.filter(
      ({ kind, side, repetition }) => kind === "hold" && side !== "both" && repetition === 1,
    );
    const [right, left] = held;
    assert.deepEqual([right?.side, left?.side], ["right", "left"]);
    const played = at(right?.id ?? "", FACET_JOINT).do("extend");
    const extra = new Map<string, number>();
    while (played.step !== left?.id) {
      extra.set(played.step, played.state.extra);
      played.do("next");
    }
    extra.set(played.step, played.state.extra);
    const longer = [...extra].filter(([, ms]) => ms > 0);
    assert.deepEqual(longer, [
      [right?.id, 10_000],
      [left?.id, 10_000],
    ]);
  });

  it("keeps the pace of a movement", () => {
    const played = at("up").do("extend").wait(4000);
    assert.equal(played.step, "hold");
    assert.ok(!played.types.includes("extend"));
  });

  it("leaves with what was done kept", () => {
    const played = at("hold").wait(2000).do("leave").wait(9000).do("resume");
    assert.equal(played.state.phase, "ended");
    assert.equal(played.types.at(-1), "leave");
    assert.equal(played.log.at(-1)?.elapsed, 2000);
  });
});

describe("when it hurts", () => {
  it("first says to ease out and rest, and stops the clock", () => {
    const played = at("hold").wait(2000).do("hurt").wait(60_000);
    assert.equal(played.said.at(-1), "Ease out slowly and rest.");
    assert.equal(played.state.elapsed, 2000);
  });

  const endings = {
    usual: "smaller",
    sharp: "enough",
    leg: "enough",
    chest: "emergency",
    numb: "emergency",
  };
  for (const [kind, phase] of Object.entries(endings)) {
    it(`${kind} leads to ${phase}`, () => {
      const played = at("hold").do("hurt").do("hurt-kind", { kind });
      assert.equal(played.state.phase, phase);
      assert.deepEqual(played.log.at(-1)?.data, { kind });
    });
  }

  it("asks again when the kind is none it knows", () => {
    assert.equal(at("hold").do("hurt").do("hurt-kind", { kind: "?" }).state.phase, "hurt");
  });

  it("goes on smaller, or leaves the exercise out", () => {
    const smaller = at("hold").wait(2000).do("hurt").do("hurt-kind", { kind: "usual" });
    assert.equal(smaller.do("resume").step, "hold");
    assert.equal(smaller.state.hurt, "usual");
    const out = at("hold").do("hurt").do("hurt-kind", { kind: "usual" }).do("skip");
    assert.equal(out.step, "over");
    assert.equal(out.state.phase, "running");
    assert.equal(out.state.hurt, null);
  });

  it("offers no way on after a sign of an emergency", () => {
    const played = at("hold").do("hurt").do("hurt-kind", { kind: "chest" });
    for (const type of ["resume", "next", "back", "skip", "calm", "hurt", "unstuck"] as const) {
      assert.equal(played.do(type).state.phase, "emergency");
    }
    assert.equal(played.do("leave").state.phase, "ended");
  });

  it("is stuck and comes loose into a pause", () => {
    const played = at("hold").wait(2000).do("stuck").wait(300_000);
    assert.equal(played.said.at(-1), "Stay still and breathe. There is no hurry.");
    assert.equal(played.do("unstuck").state.phase, "paused");
    assert.equal(played.state.elapsed, 2000);
  });
});

describe("what is heard and seen", () => {
  it("marks every change by tone and flash, and by vibration face down", () => {
    const played = at("lower").wait(4000);
    const entry = played.commands.slice(-3);
    assert.deepEqual(entry, [{ do: "tone", kind: "step" }, { do: "flash" }, { do: "vibrate" }]);
  });

  it("counts the last three seconds of a hold", () => {
    const played = at("hold");
    const heard = played.commands.length;
    played.wait(9900);
    const tones = played.commands.slice(heard).filter((command) => command.do === "tone");
    assert.deepEqual(tones, Array(3).fill({ do: "tone", kind: "count" }));
  });

  it("speaks every line of the session once, in order", () => {
    const played = new Played(FACET_JOINT).do("start");
    while (played.state.phase === "running") {
      if (FACET_JOINT.steps[played.state.step]?.seconds === null) played.wait(9000).do("ready");
      else played.wait(500, 100);
    }
    const written = FACET_JOINT.steps.flatMap(({ say }) => say.map(({ text }) => text));
    assert.deepEqual(played.said, written);
  });

  it("falls silent at a pause", () => {
    assert.deepEqual(at("hold").wait(1000).do("pause").commands.at(-1), { do: "hush" });
  });
});

describe("opening again", () => {
  it("waits where it stopped", () => {
    const played = at("hold").wait(2000).do("reopen");
    assert.equal(played.state.phase, "paused");
    assert.equal(played.state.elapsed, 2000);
  });

  it("comes back to an emergency as an emergency", () => {
    const played = at("hold").do("hurt").do("hurt-kind", { kind: "numb" }).do("reopen");
    assert.equal(played.state.phase, "emergency");
  });
});
