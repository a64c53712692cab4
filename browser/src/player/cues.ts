/** What sounds, and when, within one step: spoken lines and the last three seconds. */

import { lengthOf, type Step } from "./script.ts";
import type { Command, Tone } from "./state.ts";

const SECOND = 1000;
const COUNTED = new Set<Step["kind"]>(["ready", "hold", "rest", "announce", "switch"]);
/** Lines this near the end belong to the end: "three, two, one" moves with it. */
const ENDING = 5 * SECOND;

const TONES: Record<Step["kind"], Tone> = {
  announce: "step",
  ready: "step",
  move: "step",
  hold: "hold",
  release: "ease",
  rest: "ease",
  switch: "side",
  travel: "step",
  ask: "step",
};

interface Cue {
  at: number;
  command: Command;
}

/** When the line given for `at` ms is due once the step has been made `extra` ms longer. */
export function dueAt(at: number, step: Step, extra: number): number {
  if (step.seconds === null || extra === 0 || at === 0) return at;
  const written = Math.round(step.seconds * SECOND);
  if (at >= written - ENDING) return at + extra;
  return Math.round((at * (written + extra)) / written);
}

function cues(step: Step, extra: number): Cue[] {
  const lines = step.say.map(
    (line): Cue => ({
      at: dueAt(Math.round(line.at * SECOND), step, extra),
      command: { do: "say", text: line.text },
    }),
  );
  return [...lines, ...counts(step, extra)].sort((a, b) => a.at - b.at);
}

function counts(step: Step, extra: number): Cue[] {
  const length = lengthOf(step, extra);
  if (length === null || !COUNTED.has(step.kind)) return [];
  return [3, 2, 1]
    .map((n) => length - n * SECOND)
    .filter((at) => at > 0)
    .map((at) => ({ at, command: { do: "tone", kind: "count" } }));
}

/** The cues after `from` and up to `to` ms of the step. */
export function cuesBetween(step: Step, extra: number, from: number, to: number): Command[] {
  return cues(step, extra)
    .filter((cue) => cue.at > from && cue.at <= to)
    .map((cue) => cue.command);
}

/** What marks the beginning of a step: tone, flash, and the lines spoken at once. */
export function entryCues(step: Step): Command[] {
  const change: Command[] = [{ do: "tone", kind: TONES[step.kind] }, { do: "flash" }];
  if (step.face_down) change.push({ do: "vibrate" });
  return [...change, ...cuesBetween(step, 0, -1, 0)];
}

/** The line to be read at `elapsed` ms: the last one spoken in this step. */
export function captionAt(step: Step, extra: number, elapsed: number): string {
  const spoken = step.say.filter(
    (line) => dueAt(Math.round(line.at * SECOND), step, extra) <= elapsed,
  );
  return spoken.at(-1)?.text ?? "";
}
