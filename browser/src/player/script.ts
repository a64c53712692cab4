/** A script as the server writes it: the timed steps of one session. Times are seconds. */

export type Kind =
  | "announce"
  | "ready"
  | "move"
  | "hold"
  | "release"
  | "rest"
  | "switch"
  | "travel"
  | "ask";
export type Side = "left" | "right" | "both";

/** A spoken line, `at` seconds after its step begins. */
export interface Line {
  at: number;
  text: string;
}

/** What the figure does during a step: from one pose of an exercise to another. */
export interface Motion {
  exercise: string;
  from: string;
  to: string;
}

/** One thing to do; `seconds` is null where the person says when to go on. */
export interface Step {
  id: string;
  item: string;
  kind: Kind;
  exercise: string;
  side: Side | null;
  repetition: number | null;
  of: number | null;
  set: number | null;
  sets: number | null;
  seconds: number | null;
  left: number;
  text: string;
  side_text: string;
  detail: string;
  next: string;
  pose: Motion | null;
  floor: boolean;
  face_down: boolean;
  say: Line[];
}

export interface Item {
  id: string;
  exercise: string;
  name: string;
  dose: string;
  /** The own words of an exercise that has no figure. */
  text?: string;
  ours: string[];
  first: number;
  last: number;
}

export interface Script {
  schema: number;
  id: string;
  routine: string;
  plan: { id: string; version: number };
  library: string;
  locale: string;
  seconds: number;
  items: Item[];
  steps: Step[];
}

/** The step at `index`; the player never leaves the script, so a miss is a mistake of ours. */
export function stepAt(script: Script, index: number): Step {
  const step = script.steps[index];
  if (!step) throw new RangeError(`Script ${script.id} has no step ${index}.`);
  return step;
}

/** How long `step` lasts with `extra` milliseconds added; null = until the person says. */
export function lengthOf(step: Step, extra: number): number | null {
  return step.seconds === null ? null : Math.round(step.seconds * 1000) + extra;
}

/** The step still to come that does for the other side what step `index` does for its own. */
export function otherSide(script: Script, index: number): Step | undefined {
  const here = stepAt(script, index);
  if (here.side !== "left" && here.side !== "right") return undefined;
  const same = ["item", "kind", "repetition", "set", "text"] as const;
  return script.steps
    .slice(index + 1)
    .find((step) => step.side !== here.side && same.every((key) => step[key] === here[key]));
}
