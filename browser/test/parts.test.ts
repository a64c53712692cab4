import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { between, joint, LENGTH } from "../src/drawing/body.ts";
import { POSES } from "../src/drawing/poses.ts";
import { readScript } from "../src/player/read.ts";
import { readSound } from "../src/player/sound.ts";
import { chooseVoice } from "../src/speech.ts";
import { FACET_JOINT, SMALL, step } from "./scripts.ts";

describe("reading a script", () => {
  it("takes what the server writes", () => {
    assert.equal(readScript(FACET_JOINT), FACET_JOINT);
  });

  it("says what is wrong, and what to do", () => {
    const unknown =
      "The page holds no session this player knows. Go back to Today and start again.";
    assert.equal(readScript(null), unknown);
    assert.equal(readScript({ ...SMALL, schema: 2 }), unknown);
    assert.equal(
      readScript({ ...SMALL, steps: [step("s1"), step("s2", { seconds: 0 })] }),
      "Step s2 of the session has no time it could take. Ask for a new plan.",
    );
  });
});

describe("sound settings", () => {
  it("put the device's last word on top of the person's settings", () => {
    const sound = readSound({ rate: 0.8, volume: 0.5 }, '{"volume": 0.9}');
    assert.equal(sound.rate, 0.8);
    assert.equal(sound.volume, 0.9);
    assert.ok(sound.speech);
  });

  it("let pass what is not theirs, or not of its kind", () => {
    const sound = readSound({}, '{"volume": "loud", "colour": 1}');
    assert.equal(sound.volume, 1);
    assert.ok(!("colour" in sound));
    assert.equal(readSound({}, "{").volume, 1);
  });
});

describe("choosing a voice", () => {
  const voice = (voiceURI: string, lang: string, more = {}) =>
    ({ voiceURI, lang, default: false, ...more }) as SpeechSynthesisVoice;
  const voices = [
    voice("de", "de-DE", { default: true }),
    voice("us", "en_US"),
    voice("gb", "en-GB", { default: true }),
  ];

  it("takes the one that was chosen", () => {
    assert.equal(chooseVoice(voices, "us", "en-GB")?.voiceURI, "us");
  });

  it("takes the session's own language", () => {
    assert.equal(chooseVoice(voices, "", "en-US")?.voiceURI, "us");
    assert.equal(chooseVoice(voices, "", "en")?.voiceURI, "gb");
    assert.equal(chooseVoice(voices, "gone", "de")?.voiceURI, "de");
  });

  it("rather says nothing than reads in a strange tongue", () => {
    assert.equal(chooseVoice(voices, "", "fr"), undefined);
  });
});

describe("the drawn body", () => {
  const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
    Math.hypot(a.x - b.x, a.y - b.y);

  it("keeps the length of its bones in every pose and between", () => {
    const poses = [...POSES.values()];
    for (const [index, pose] of poses.entries()) {
      const half = between(pose, poses[(index + 1) % poses.length] ?? pose, 0.5);
      for (const { hip, near, leg } of [pose, half]) {
        const knee = joint(hip, near.ankle, LENGTH.thigh * leg, LENGTH.shin * leg, near.knee);
        assert.ok(Math.abs(distance(hip, knee) - LENGTH.thigh * leg) < 1e-6);
      }
    }
  });

  it("knows every pose of the facet-joint session", () => {
    for (const { pose } of FACET_JOINT.steps) {
      if (pose) assert.ok(POSES.has(pose.from) && POSES.has(pose.to), `${pose.from} ${pose.to}`);
    }
  });
});
