/** One step of the session's machinery: a working copy of the state, moved on and accounted for. */

import { t } from "../words.ts";
import { cuesBetween, entryCues } from "./cues.ts";
import { lengthOf, otherSide, type Script, type Step, stepAt } from "./script.ts";
import type { Command, Data, EventType, Logged, Phase, State } from "./state.ts";

/** More missing time than this is not playing on: the device slept or the page froze. */
export const GAP = 5000;
const HEARTBEAT = 5000;
const LEAD_IN = 3000;

/** How a step came to be left. */
export type How = "done" | "answered" | "early" | "next" | "skip" | "back";

export class Session {
  readonly state: State;
  readonly commands: Command[] = [];

  constructor(
    private readonly script: Script,
    state: State,
  ) {
    this.state = { ...state };
  }

  get step(): Step {
    return stepAt(this.script, this.state.step);
  }

  /** Let time pass until `at`; if too much of it is missing, pause where it was last seen. */
  advance(at: number): void {
    const missing = this.state.phase === "running" && at - this.state.at > GAP;
    if (missing) this.miss(at, this.state.at);
    else this.run(at);
  }

  /** Play on to `from` and stop there: what came between it and `at` was missed. */
  miss(at: number, from: number): void {
    this.run(Math.min(from, at));
    this.state.at = at;
    if (this.state.phase === "running") this.turn("gap", "gap", { since: from }, { do: "hush" });
  }

  /** Play on to `at`, stopping at each step's end and wherever the log is due a beat. */
  private run(at: number): void {
    const { state } = this;
    while (state.phase === "running" && state.at < at) {
      const end = this.endsAt();
      const beat = state.logged + HEARTBEAT;
      const stop = Math.min(at, end, beat);
      this.spend(stop - state.at);
      if (stop === end) this.move(state.step + 1, "tick", "done");
      else if (stop === beat) this.log("tick");
    }
    state.at = at;
  }

  /** When the present step ends on the session's clock. */
  private endsAt(): number {
    const { at, leadIn, elapsed, extra } = this.state;
    const length = lengthOf(this.step, extra);
    return length === null ? Number.POSITIVE_INFINITY : at + leadIn + length - elapsed;
  }

  private spend(ms: number): void {
    const { state } = this;
    const waited = Math.min(state.leadIn, ms);
    const before = state.elapsed;
    this.countIn(state.leadIn, state.leadIn - waited);
    state.at += ms;
    state.leadIn -= waited;
    state.elapsed += ms - waited;
    state.active += ms - waited;
    this.ask(...cuesBetween(this.step, state.extra, before, state.elapsed));
  }

  private countIn(from: number, to: number): void {
    for (const mark of [2000, 1000]) {
      if (from > mark && to <= mark) this.ask({ do: "tone", kind: "count" });
    }
  }

  /** Enter `phase` because of `type`, and keep that. */
  turn(phase: Phase, type: EventType, data: Data = {}, ...commands: Command[]): void {
    this.state.phase = phase;
    this.log(type, data);
    this.ask(...commands);
  }

  /** Play from the present step's beginning, or from its middle with time to get into place. */
  play(type: EventType, data: Data = {}): void {
    const { state, step } = this;
    const begun = state.elapsed > 0;
    const inPlace = step.kind === "hold" || step.kind === "move";
    state.leadIn = begun && inPlace ? LEAD_IN : 0;
    this.turn("running", type, data);
    if (!begun) this.ask(...entryCues(step));
    else if (state.leadIn) this.ask({ do: "say", text: t("Get back into place.") });
  }

  /** Leave the step for step `to`; past the last one the session is finished. */
  move(to: number, type: EventType, how: How): void {
    const { state, step } = this;
    const data: Data = { from: step.id, how, spent: state.elapsed };
    if (to >= this.script.steps.length) {
      this.turn("ended", "finish", data, { do: "tone", kind: "end" }, { do: "end" });
      return;
    }
    const extra = state.owed[stepAt(this.script, to).id] ?? 0;
    Object.assign(state, { step: to, elapsed: 0, extra, leadIn: 0 });
    if (this.step.item !== step.item) state.hurt = null;
    this.log(type, data);
    if (state.phase === "running") this.ask(...entryCues(this.step));
  }

  /** Make the present step longer, and the same step of the other side if that is to come. */
  extend(ms: number): void {
    const { state } = this;
    const other = otherSide(this.script, state.step);
    state.extra += ms;
    if (other) state.owed = { ...state.owed, [other.id]: state.extra };
  }

  /** The step after this exercise: the way to the next one is never skipped with it. */
  nextExercise(): number {
    const { steps } = this.script;
    const here = this.step.item;
    const found = steps.findIndex((step, index) => index > this.state.step && step.item !== here);
    return found === -1 ? steps.length : found;
  }

  get end(): number {
    return this.script.steps.length;
  }

  ask(...commands: Command[]): void {
    this.commands.push(...commands);
  }

  log(type: EventType, data: Data = {}): void {
    const { state } = this;
    const { at, elapsed } = state;
    const event: Logged = { type, at, seq: state.seq, step: this.step.id, elapsed, data };
    state.seq += 1;
    state.logged = at;
    this.ask({ do: "log", event });
  }
}
