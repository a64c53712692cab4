/** What the player knows, what can happen to it, and what it asks of the world. */

export type Phase =
  | "before" // the script is there, nothing has begun
  | "running"
  | "paused"
  | "gap" // time went missing: are you still there?
  | "hurt" // what kind of hurt is it?
  | "smaller" // a usual ache: make it smaller or leave it out
  | "enough" // sharp, new or down a leg: finish here
  | "emergency" // chest, breathing, numb or weak: no exercise
  | "stuck" // on the floor and not getting up
  | "ended";

export type HurtKind = "usual" | "sharp" | "leg" | "chest" | "numb";
export type Tone = "step" | "hold" | "ease" | "side" | "count" | "stop" | "end";

/** Times are whole milliseconds; `at` and `logged` on the session's clock, pauses included. */
export interface State {
  phase: Phase;
  step: number;
  /** Active time in the step. Pausing never resets it. */
  elapsed: number;
  /** Added to the step by the person. */
  extra: number;
  /** Added to a step that is still to come, by its id: the other side gets the same time. */
  owed: Readonly<Record<string, number>>;
  /** What remains of the three seconds to get back into place after a pause. */
  leadIn: number;
  at: number;
  /** When the log last got an event: it gets one at least every 5 s of running time. */
  logged: number;
  seq: number;
  /** Active time of the whole session. */
  active: number;
  hurt: HurtKind | null;
}

export type EventType =
  | "start"
  | "tick"
  | "gap"
  | "pause"
  | "resume"
  | "ready"
  | "back"
  | "next"
  | "skip"
  | "early"
  | "extend"
  | "hurt"
  | "hurt-kind"
  | "calm"
  | "stuck"
  | "unstuck"
  | "reopen"
  | "leave"
  | "finish";

export type Data = Record<string, unknown>;

/** Something that happened, `at` milliseconds on the session's clock. */
export interface PlayerEvent {
  type: EventType;
  at: number;
  data?: Data;
}

/** What is kept of an event: where it left the session. The log is a list of these. */
export interface Logged extends PlayerEvent {
  seq: number;
  step: string;
  elapsed: number;
  data: Data;
}

export type Command =
  | { do: "say"; text: string }
  | { do: "hush" }
  | { do: "tone"; kind: Tone }
  | { do: "flash" }
  | { do: "vibrate" }
  | { do: "log"; event: Logged }
  | { do: "end" };

export interface Outcome {
  state: State;
  commands: Command[];
}

export const START: State = {
  phase: "before",
  step: 0,
  elapsed: 0,
  extra: 0,
  owed: {},
  leadIn: 0,
  at: 0,
  logged: 0,
  seq: 0,
  active: 0,
  hurt: null,
};
