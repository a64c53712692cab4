/**
 * The session as one pure function from state and event to state and commands.
 *
 * Time is an event like any other: a tick carries the clock, and every other
 * event first moves the session on to its own time. What is worth keeping goes
 * out as `log` commands; reading them back in through `replay` gives the same
 * session, so resuming is replaying.
 */

import { t } from "../words.ts";
import { type Script, type Step, stepAt } from "./script.ts";
import { type How, Session } from "./session.ts";
import {
  type Data,
  type EventType,
  type HurtKind,
  type Logged,
  type Outcome,
  type Phase,
  type PlayerEvent,
  START,
  type State,
} from "./state.ts";

export const EXTENSION = 10_000;

/** `state` after `event`, and what the world has to do about it. */
export function reduce(script: Script, state: State, event: PlayerEvent): Outcome {
  const session = new Session(script, state);
  const at = Math.max(Math.round(event.at), state.at);
  if (event.type === "gap") session.miss(at, since(event, state.at));
  else session.advance(at);
  const rule = RULES[event.type];
  if (rule.during.includes(session.state.phase)) rule.act(session, event.data ?? {});
  return { state: session.state, commands: session.commands };
}

/** The state that a log ends in. */
export function replay(script: Script, log: readonly Logged[]): State {
  return log.reduce((state, event) => reduce(script, state, event).state, START);
}

/** Whether the present step can be made longer. A movement keeps its pace. */
export function canExtend(script: Script, state: State): boolean {
  return extensible(stepAt(script, state.step));
}

interface Rule {
  /** The phases in which the event means something; elsewhere it is let pass. */
  during: readonly Phase[];
  act: (session: Session, data: Data) => void;
}

const PLAYING: readonly Phase[] = ["running", "paused", "gap"];
const HALTED: readonly Phase[] = ["hurt", "smaller", "enough"];
const OPEN: readonly Phase[] = [...PLAYING, ...HALTED, "stuck", "emergency"];

/** Time alone has no rule: `advance` and `miss` have done all there is to do. */
const PASSING: Rule = { during: [], act: () => {} };

const RULES: Record<EventType, Rule> = {
  tick: PASSING,
  gap: PASSING,
  start: { during: ["before"], act: (session, data) => session.play("start", data) },
  pause: { during: ["running"], act: (session) => halt(session, "paused", "pause") },
  resume: { during: ["paused", "gap", "smaller"], act: (session) => session.play("resume") },
  ready: { during: ["running"], act: answer },
  back: { during: PLAYING, act: (session) => jump(session, session.state.step - 1, "back") },
  next: { during: PLAYING, act: (session) => jump(session, session.state.step + 1, "next") },
  early: { during: PLAYING, act: (session) => jump(session, session.state.step + 1, "early") },
  skip: { during: [...PLAYING, "smaller"], act: skip },
  finish: { during: PLAYING, act: finish },
  extend: { during: PLAYING, act: extend },
  hurt: { during: [...PLAYING, "smaller", "enough"], act: hurt },
  "hurt-kind": { during: ["hurt"], act: hurtKind },
  calm: { during: ["hurt", "smaller"], act: (session) => halt(session, "paused", "calm") },
  stuck: { during: [...PLAYING, ...HALTED], act: stuck },
  unstuck: { during: ["stuck"], act: (session) => halt(session, "paused", "unstuck") },
  reopen: { during: OPEN, act: reopen },
  leave: { during: OPEN, act: leave },
};

function extensible(step: Step): boolean {
  return step.seconds !== null && step.kind !== "move" && step.kind !== "release";
}

function since(event: PlayerEvent, otherwise: number): number {
  const from = event.data?.since;
  return typeof from === "number" ? from : otherwise;
}

function halt(session: Session, phase: Phase, type: EventType, data: Data = {}): void {
  session.turn(phase, type, data, { do: "hush" });
}

function jump(session: Session, to: number, how: Exclude<How, "done" | "answered">): void {
  session.ask({ do: "hush" });
  session.move(Math.max(0, to), how, how);
}

function answer(session: Session): void {
  if (session.step.seconds !== null) return;
  session.ask({ do: "hush" });
  session.move(session.state.step + 1, "ready", "answered");
}

function skip(session: Session): void {
  if (session.state.phase === "smaller") session.state.phase = "running";
  jump(session, session.nextExercise(), "skip");
}

/** Only a log says "finish"; in a session it is the end of the last step that does. */
function finish(session: Session, data: Data): void {
  session.move(session.end, "finish", data.how as How);
}

function extend(session: Session): void {
  if (!extensible(session.step)) return;
  session.extend(EXTENSION);
  session.log("extend", { added: EXTENSION });
}

function hurt(session: Session): void {
  halt(session, "hurt", "hurt");
  session.ask({ do: "tone", kind: "stop" }, { do: "say", text: t("Ease out slowly and rest.") });
}

const AFTER_HURT = new Map<unknown, Phase>([
  ["usual", "smaller"],
  ["sharp", "enough"],
  ["leg", "enough"],
  ["chest", "emergency"],
  ["numb", "emergency"],
]);

function hurtKind(session: Session, data: Data): void {
  const phase = AFTER_HURT.get(data.kind);
  if (!phase) return;
  session.state.hurt = data.kind as HurtKind;
  halt(session, phase, "hurt-kind", { kind: data.kind });
}

function stuck(session: Session): void {
  halt(session, "stuck", "stuck");
  session.ask({ do: "say", text: t("Stay still and breathe. There is no hurry.") });
}

/** The page was closed and opened again: nothing plays until the person says so. */
function reopen(session: Session): void {
  const { phase } = session.state;
  halt(session, PLAYING.includes(phase) ? "paused" : phase, "reopen");
}

function leave(session: Session): void {
  halt(session, "ended", "leave");
  session.ask({ do: "end" });
}
