/** Scripts and sessions for the tests. */

import facetJoint from "../../tests/snapshots/script-facet-joint.json";
import { reduce } from "../src/player/reducer.ts";
import type { Script, Step } from "../src/player/script.ts";
import {
  type Command,
  type Data,
  type EventType,
  type Logged,
  START,
  type State,
} from "../src/player/state.ts";

/** The facet-joint session as the server writes it. */
export const FACET_JOINT = facetJoint as unknown as Script;

export function step(id: string, more: Partial<Step> = {}): Step {
  return {
    id,
    item: "knee",
    kind: "hold",
    exercise: "knee",
    side: "right",
    repetition: 1,
    of: 2,
    set: 1,
    sets: 1,
    seconds: 10,
    left: 60,
    text: `do ${id}`,
    side_text: "Right leg",
    detail: "1 of 2",
    next: "Rest",
    pose: { exercise: "knee", from: "hook", to: "hug" },
    floor: true,
    face_down: false,
    say: [],
    ...more,
  };
}

/** Lie down, say when; a knee twice with a hold; turn over; a cat. */
export const SMALL: Script = {
  schema: 1,
  id: "5ma11",
  routine: "small",
  plan: { id: "plan", version: 3 },
  library: "test",
  locale: "en",
  seconds: 50,
  items: [
    { id: "knee", exercise: "knee", name: "Knee", dose: "1 × 10 s", ours: [], first: 2, last: 4 },
    {
      id: "cat",
      exercise: "cat",
      name: "Cat",
      dose: "1 × 20 s",
      ours: ["hold"],
      first: 6,
      last: 6,
    },
  ],
  steps: [
    step("down", { item: "", kind: "travel", seconds: 6, left: 50, side: null, side_text: "" }),
    step("settle", { item: "", kind: "ask", seconds: null, left: 44, text: "Tap when ready" }),
    step("up", { kind: "move", seconds: 4, left: 44, say: [{ at: 0, text: "Bring it up." }] }),
    step("hold", {
      left: 40,
      say: [
        { at: 0, text: "Hold." },
        { at: 4, text: "Half-way." },
        { at: 7, text: "Three." },
        { at: 8, text: "Two." },
        { at: 9, text: "One." },
      ],
    }),
    step("lower", { kind: "release", seconds: 4, left: 30 }),
    step("over", { item: "", kind: "travel", seconds: 6, left: 26, side: null, face_down: true }),
    step("cat", { item: "cat", seconds: 20, left: 20, side: "both", face_down: true }),
  ],
};

/** A session that is played by hand: time passes in frames, as it does in a browser. */
export class Played {
  state: State = START;
  readonly log: Logged[] = [];
  readonly commands: Command[] = [];
  now = 0;

  constructor(readonly script: Script = SMALL) {}

  do(type: EventType, data: Data = {}): this {
    const { state, commands } = reduce(this.script, this.state, { type, at: this.now, data });
    this.state = state;
    this.commands.push(...commands);
    for (const command of commands) if (command.do === "log") this.log.push(command.event);
    return this;
  }

  /** Let `ms` pass with a tick every `frame`. */
  wait(ms: number, frame = 250): this {
    const end = this.now + ms;
    while (this.now < end) {
      this.now = Math.min(end, this.now + frame);
      this.do("tick");
    }
    return this;
  }

  /** Let `ms` pass unseen. */
  sleep(ms: number): this {
    this.now += ms;
    return this;
  }

  get step(): string {
    return this.script.steps[this.state.step]?.id ?? "";
  }

  get said(): string[] {
    return this.commands.flatMap((command) => (command.do === "say" ? [command.text] : []));
  }

  get types(): string[] {
    return this.log.map(({ type }) => type);
  }
}

/** A session at the beginning of step `id`, running. */
export function at(id: string, script: Script = SMALL): Played {
  const played = new Played(script).do("start");
  while (played.step !== id) played.do("next");
  return played;
}
