/** Leads one session: gives the reducer its time and the person's wishes, and does what it asks. */

import type { Figure } from "../figure.ts";
import { Awake, toggleFullScreen } from "./device.ts";
import { type Choice, Dialogs } from "./dialogs.ts";
import type { Journal } from "./journal.ts";
import { type Key, listen } from "./keys.ts";
import { reduce } from "./reducer.ts";
import { screenOf } from "./screen.ts";
import { type Script, stepAt } from "./script.ts";
import type { Sound } from "./sound.ts";
import { openSound } from "./sound-dialog.ts";
import type { Command, Data, EventType, State } from "./state.ts";
import type { Tones } from "./tones.ts";
import { View } from "./view.ts";
import type { Speaker } from "./voice.ts";

/** A page that is not seen gets no frames; this keeps its time. */
const UNSEEN_TICK = 500;
const BUZZ = [120, 80, 120];

export interface Parts {
  root: HTMLElement;
  stage: HTMLElement;
  figure: Figure;
  speaker: Speaker;
  tones: Tones;
  journal: Journal;
  sound: Sound;
  emergency: string;
  /** The session is over; `state` is its last. */
  ended: (state: State) => void;
}

export class Player {
  private readonly view: View;
  private readonly dialogs: Dialogs;
  private readonly awake = new Awake();
  private readonly begun: number;
  private readonly timer: ReturnType<typeof setInterval>;
  private stopped = false;
  private leaving = false;
  private queue: Command[] = [];

  constructor(
    private readonly script: Script,
    private state: State,
    private readonly parts: Parts,
  ) {
    const { root, figure, stage, emergency } = parts;
    root.replaceChildren();
    this.view = new View(root, figure, stage, (wish) => this.wish(wish));
    this.dialogs = new Dialogs(root, emergency, (choice) => this.choose(choice));
    listen(root, (key) => this.wish(key));
    document.addEventListener("pointerdown", () => parts.tones.wake());
    document.addEventListener("keydown", () => parts.tones.wake());
    // The session's clock goes on from where its log ended.
    this.begun = performance.now() - state.at;
    this.timer = setInterval(() => this.send("tick"), UNSEEN_TICK);
    window.addEventListener("pagehide", () => this.parts.journal.part());
    const frame = () => {
      if (this.stopped) return;
      this.send("tick");
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    root.focus({ preventScroll: true });
  }

  /** Tell the session that something happened, now. */
  send(type: EventType, data: Data = {}): void {
    if (this.stopped) return;
    const at = performance.now() - this.begun;
    const { state, commands } = reduce(this.script, this.state, { type, at, data });
    this.state = state;
    this.queue.push(...commands);
    for (let next = this.queue.shift(); next; next = this.queue.shift()) this.carryOut(next);
    if (!this.stopped) this.show();
  }

  /** Stop at once and touch nothing more: another tab leads. */
  yield(): void {
    this.stopped = true;
    clearInterval(this.timer);
    this.awake.set(false);
    this.parts.speaker.hush();
    this.parts.tones.close();
    this.dialogs.show("before");
  }

  private show(): void {
    const screen = screenOf(this.script, this.state, this.mute());
    this.view.show(screen, this.parts.tones.asleep);
    this.dialogs.show(this.leaving ? "leaving" : screen.phase);
    this.awake.set(screen.phase === "running");
  }

  /** Asked in the first step alone, where it is told. */
  private mute(): boolean {
    const { sound, speaker } = this.parts;
    return this.state.step === 0 && sound.speech && !speaker.hasVoice();
  }

  private wish(wish: Key): void {
    switch (wish) {
      case "pause":
        this.send(this.turning());
        break;
      case "turn":
        this.send(this.waits() ? "ready" : "next");
        break;
      case "sound":
        this.send("pause");
        this.openSound();
        break;
      case "leave":
        this.leaving = true;
        this.send("pause");
        break;
      case "wake":
        this.parts.tones.wake();
        break;
      case "full-screen":
        void toggleFullScreen();
        break;
      default:
        this.send(wish);
    }
  }

  private choose(choice: Choice): void {
    this.leaving = false;
    this.send(choice.type, "kind" in choice ? { kind: choice.kind } : {});
  }

  /** What a tap anywhere means just now. */
  private turning(): EventType {
    if (this.state.phase !== "running") return "resume";
    return this.waits() ? "ready" : "pause";
  }

  private waits(): boolean {
    const { phase, step } = this.state;
    return phase === "running" && stepAt(this.script, step).seconds === null;
  }

  private openSound(): void {
    const { root, sound, speaker, tones } = this.parts;
    openSound(
      () => sound,
      (changed) => Object.assign(sound, changed),
      () => {
        tones.play("hold");
        speaker.hush();
        speaker.say(stepAt(this.script, this.state.step).text);
      },
      () => root.focus({ preventScroll: true }),
    );
  }

  private carryOut(command: Command): void {
    const { speaker, tones, journal, sound } = this.parts;
    switch (command.do) {
      case "say":
        speaker.say(command.text);
        break;
      case "hush":
        speaker.hush();
        break;
      case "tone":
        tones.play(command.kind);
        break;
      case "flash":
        if (sound.flash) this.view.flash();
        break;
      case "vibrate":
        if (sound.vibrate) navigator.vibrate?.(BUZZ);
        break;
      case "log":
        journal.keep(command.event);
        break;
      case "end":
        this.end();
    }
  }

  private end(): void {
    this.stopped = true;
    clearInterval(this.timer);
    this.awake.set(false);
    this.dialogs.show("ended");
    this.parts.ended(this.state);
  }
}
