/** The player's screen: built once, then changed only where something is different. */

import { icon, make, setText } from "../dom.ts";
import type { Figure } from "../figure.ts";
import { t } from "../words.ts";
import { Dial } from "./dial.ts";
import type { Screen } from "./screen.ts";

/** What a hand can ask for by a control of the screen. */
export type Wish =
  | "pause"
  | "back"
  | "next"
  | "skip"
  | "early"
  | "extend"
  | "hurt"
  | "stuck"
  | "leave"
  | "sound"
  | "wake"
  | "full-screen";

const FLASH = 420;

export class View {
  private readonly dial = new Dial();
  private readonly title = make("h1", "player__title");
  private readonly left = make("p", "player__left number");
  private readonly bar = make("div", "player__bar", { "aria-hidden": "true" }, make("div", ""));
  private readonly caption = make("p", "player__caption");
  private readonly own = make("p", "player__own");
  private readonly note = make("p", "player__note", { role: "status" });
  private readonly side = make("p", "player__side");
  private readonly text = make("p", "player__text");
  private readonly detail = make("p", "player__detail number");
  private readonly next = make("p", "player__next");
  private readonly spoken = make("p", "visually-hidden", { "aria-live": "polite" });
  private readonly pause: HTMLButtonElement;
  private readonly extend: HTMLButtonElement;
  private readonly early: HTMLButtonElement;
  private readonly stuck: HTMLButtonElement;
  private readonly hint: HTMLButtonElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly figure: Figure,
    stage: HTMLElement,
    private readonly wish: (wish: Wish) => void,
  ) {
    this.pause = this.button(
      "pause",
      "button button--ink player__pause",
      icon("pause"),
      t("Pause"),
    );
    this.extend = this.button("extend", "player__flank", t("+10 s"));
    this.extend.title = t("Ten seconds more");
    this.early = this.button("early", "player__flank", icon("done"), t("Done"));
    this.stuck = this.button("stuck", "button button--quiet", icon("help"), t("Stuck"));
    this.hint = this.button("wake", "player__hint", icon("sound"), t("Tap here for sound"));
    const notes = make("div", "player__notes", {}, this.hint, this.note);
    stage.append(this.own, notes, this.caption);
    root.append(
      this.head(),
      this.bar,
      stage,
      make("div", "player__now", {}, this.dialRow(), this.words()),
      this.controls(),
      this.spoken,
    );
  }

  /** `silent` = the browser wants a touch before it lets the page sound. */
  show(screen: Screen, silent: boolean): void {
    const { root } = this;
    root.dataset.phase = screen.phase;
    root.dataset.kind = screen.kind;
    setText(this.title, screen.title);
    setText(this.left, screen.left);
    (this.bar.firstElementChild as HTMLElement).style.inlineSize = `${screen.progress * 100}%`;
    this.hint.hidden = !silent;
    this.dial.show(screen.count);
    this.figure.show(screen.motion, screen.along, screen.worked);
    root.toggleAttribute("data-no-figure", !screen.motion);
    setText(this.own, screen.own);
    this.showWords(screen);
    this.showControls(screen);
  }

  /** A change that the ear may miss. */
  flash(): void {
    this.root.classList.add("is-flashing");
    setTimeout(() => this.root.classList.remove("is-flashing"), FLASH);
  }

  private showWords(screen: Screen): void {
    setText(this.caption, screen.caption);
    setText(this.note, screen.note);
    setText(this.side, screen.side);
    this.side.hidden = !screen.side;
    setText(this.text, screen.text);
    setText(this.detail, screen.smaller ? t("Smaller, and gentle") : screen.detail);
    setText(this.next, screen.next ? t("Then: {what}", { what: screen.next }) : t("Then: the end"));
    if (screen.phase === "running") this.announce(screen);
  }

  /** Once a step, for those who do not see the screen: never the count. */
  private announce({ side, text, detail }: Screen): void {
    const parts = [side, text, detail]
      .filter(Boolean)
      .map((part) => make("span", "", {}, `${part}. `));
    if (this.spoken.textContent === parts.map((part) => part.textContent).join("")) return;
    this.spoken.replaceChildren(...parts);
  }

  private showControls(screen: Screen): void {
    const label = pauseLabel(screen);
    if (this.pause.dataset.label !== label.text) {
      this.pause.dataset.label = label.text;
      this.pause.replaceChildren(icon(label.icon), label.text);
    }
    this.extend.hidden = !screen.canExtend;
    this.early.hidden = screen.waits;
    this.stuck.hidden = !screen.canBeStuck;
  }

  private head(): HTMLElement {
    const leave = this.tool("leave", "close", t("Leave"));
    const tools = [this.tool("sound", "sound", t("Sound and voice"))];
    if (document.fullscreenEnabled) tools.push(this.tool("full-screen", "full", t("Full screen")));
    const where = make("div", "player__where", {}, this.title, this.left);
    return make("header", "player__head", {}, leave, where, make("div", "cluster", {}, ...tools));
  }

  private dialRow(): HTMLElement {
    return make("div", "player__dial", {}, this.extend, this.dial.element, this.early);
  }

  private words(): HTMLElement {
    const what = make("div", "player__what", {}, this.side, this.text);
    return make("div", "player__words", {}, what, this.detail, this.next);
  }

  private controls(): HTMLElement {
    const quiet = "button button--quiet";
    return make(
      "div",
      "player__controls",
      {},
      this.button("back", quiet, icon("back"), t("Back")),
      this.pause,
      this.button("next", quiet, t("Next"), icon("next")),
      make(
        "div",
        "player__second",
        {},
        this.button("hurt", "button button--hurts", t("This hurts")),
        this.button("skip", quiet, t("Skip exercise")),
        this.stuck,
      ),
    );
  }

  private tool(wish: Wish, name: Parameters<typeof icon>[0], label: string): HTMLButtonElement {
    const button = this.button(wish, "player__tool", icon(name));
    button.setAttribute("aria-label", label);
    button.title = label;
    return button;
  }

  private button(wish: Wish, classes: string, ...content: (Node | string)[]): HTMLButtonElement {
    const button = make("button", classes, { type: "button" }, ...content);
    button.addEventListener("click", (event) => {
      this.wish(wish);
      // After a tap the space bar belongs to pausing again, not to the button last touched.
      if (event.detail > 0) this.root.focus({ preventScroll: true });
    });
    return button;
  }
}

function pauseLabel({ phase, waits }: Screen): { icon: "play" | "done" | "pause"; text: string } {
  if (phase !== "running") return { icon: "play", text: t("Go on") };
  return waits ? { icon: "done", text: t("I am ready") } : { icon: "pause", text: t("Pause") };
}
