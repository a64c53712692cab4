/** What the screen shows for a state: a plain value, so that it can be tested without a screen. */

import { t, tn } from "../words.ts";
import { captionAt } from "./cues.ts";
import { canExtend } from "./reducer.ts";
import {
  type Item,
  lengthOf,
  type Motion,
  type Script,
  type Side,
  type Step,
  stepAt,
} from "./script.ts";
import type { Phase, State } from "./state.ts";

/** The one number: seconds to go, which repetition, or none while the person decides. */
export interface Count {
  kind: "seconds" | "repetition" | "wait";
  value: string;
  /** Under the number: "of 10", or "". */
  unit: string;
  /** How much of the ring is left, 0 to 1. */
  ring: number;
}

export interface Screen {
  phase: Phase;
  kind: Step["kind"];
  title: string;
  left: string;
  /** How much of the session lies behind this step, 0 to 1: it moves from step to step only. */
  progress: number;
  count: Count;
  side: string;
  text: string;
  detail: string;
  next: string;
  caption: string;
  /** Said once, beside the first step; "" where there is nothing to say. */
  note: string;
  smaller: boolean;
  motion: Motion | null;
  /** Shown where the figure would be, for an exercise without one. */
  own: string;
  along: number;
  worked: Side | null;
  waits: boolean;
  canExtend: boolean;
  canBeStuck: boolean;
}

/** Voices may load late: until then nothing is said of a device that seems to have none. */
const VOICES_LOADED = 1500;
/** Long enough to be read; then the figure is free again. */
const NOTE_READ = 12_000;

/** `mute` = spoken lines are wanted, and the device has no voice of its own for them. */
export function screenOf(script: Script, state: State, mute = false): Screen {
  const step = stepAt(script, state.step);
  return {
    phase: state.phase,
    kind: step.kind,
    title: titleOf(script, step),
    left: timeLeft(secondsLeft(step, state)),
    progress: script.seconds > 0 ? clamp(1 - step.left / script.seconds) : 0,
    count: countOf(step, state),
    side: step.side_text,
    text: step.text,
    detail: step.detail,
    next: step.next,
    caption: captionOf(step, state),
    note: mute ? noteOf(state) : "",
    smaller: state.hurt === "usual",
    motion: step.pose,
    own: step.pose ? "" : (itemOf(script, step)?.text ?? ""),
    along: alongOf(step, state),
    worked: step.side,
    waits: step.seconds === null,
    canExtend: canExtend(script, state),
    canBeStuck: step.floor,
  };
}

/** "12 minutes left": rounded up, as one would say it. */
export function timeLeft(seconds: number): string {
  if (seconds < 60) return t("Under a minute left");
  return tn("{n} minute left", "{n} minutes left", Math.ceil(seconds / 60));
}

/** "20 minutes", to the nearest one. */
export function minutes(seconds: number): string {
  return tn("{n} minute", "{n} minutes", Math.max(1, Math.round(seconds / 60)));
}

function secondsLeft(step: Step, state: State): number {
  const spent = step.seconds === null ? 0 : state.elapsed - state.extra;
  return Math.max(0, step.left - spent / 1000);
}

/** Everything spoken is also to be read, and a pause says that it is one. */
function captionOf(step: Step, { phase, leadIn, extra, elapsed }: State): string {
  if (phase === "paused") return t("Paused. Nothing is lost.");
  if (phase === "gap") return t("Still there? Go on when you are ready.");
  if (leadIn > 0) return t("Get back into place.");
  const spoken = captionAt(step, extra, elapsed);
  return spoken === step.text ? "" : spoken;
}

function noteOf({ step, elapsed }: State): string {
  if (step > 0 || elapsed < VOICES_LOADED || elapsed >= NOTE_READ) return "";
  return t("No voice on this device: read along, and listen for tones.");
}

function titleOf(script: Script, step: Step): string {
  return itemOf(script, step)?.name ?? t("Getting into place");
}

function itemOf(script: Script, step: Step): Item | undefined {
  return script.items.find(({ id }) => id === step.item);
}

function countOf(step: Step, state: State): Count {
  const length = lengthOf(step, state.extra);
  if (length === null) return { kind: "wait", value: "", unit: "", ring: 1 };
  const ring = clamp(1 - state.elapsed / length);
  if (state.leadIn > 0) return seconds(state.leadIn, ring);
  const paced = step.kind === "move" || step.kind === "release";
  if (paced && step.repetition !== null && step.of !== null) {
    const unit = t("of {n}", { n: step.of });
    return { kind: "repetition", value: String(step.repetition), unit, ring };
  }
  return seconds(length - state.elapsed, ring);
}

function seconds(ms: number, ring: number): Count {
  return { kind: "seconds", value: clock(Math.max(1, Math.ceil(ms / 1000))), unit: "", ring };
}

/** Seconds as they are counted; from 100 on as minutes and seconds. */
export function clock(seconds: number): string {
  if (seconds < 100) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function alongOf(step: Step, state: State): number {
  const length = lengthOf(step, 0);
  return length ? clamp(state.elapsed / length) : 0;
}

function clamp(n: number): number {
  return Math.min(1, Math.max(0, n));
}
