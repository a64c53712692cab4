/** The moving figure on a library or routine page, with its few controls. */

import type { SolidFigure } from "./figure3d.ts";
import type { FigureData } from "./live/data.ts";
import { roundAt } from "./live/round.ts";
import { stillFigure } from "./live/still.ts";
import { readJson } from "./page.ts";
import type { Side } from "./player/script.ts";
import { type Catalogue, t, useWords } from "./words.ts";

const SLOW = 0.4;
/** Told to a figure's box before it is taken out of the page. */
const AWAY = "figure-away";

useWords(readJson<Catalogue>("words", { locale: document.documentElement.lang, messages: {} }));
const data = readJson<FigureData | null>("figure", null);
if (data) {
  for (const box of document.querySelectorAll<HTMLElement>("[data-exercise]")) {
    void begin(box, data);
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-show]")) {
    onDemand(button, data);
  }
}

/** A button that brings the moving figure below its row, and takes it away again. */
function onDemand(button: HTMLButtonElement, page: FigureData): void {
  let shown: HTMLElement | null = null;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(!shown));
    if (shown) {
      shown.dispatchEvent(new Event(AWAY));
      shown.remove();
      shown = null;
      return;
    }
    shown = document.createElement("div");
    shown.className = "figure";
    Object.assign(shown.dataset, button.dataset, { exercise: button.dataset.show });
    button.after(shown);
    void begin(shown, page);
  });
}

async function begin(box: HTMLElement, page: FigureData): Promise<void> {
  const exercise = box.dataset.exercise ?? "";
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    const still = stillFigure(box, page.stills);
    still.show({ exercise, from: "", to: box.dataset.pose ?? "" }, 1, "right");
    return;
  }
  const module = (await import(page.script)) as typeof import("./figure3d.ts");
  const stage = document.createElement("div");
  stage.className = "figure__stage";
  stage.tabIndex = 0;
  stage.setAttribute("role", "img");
  stage.setAttribute("aria-label", box.dataset.alt ?? "");
  // In the page from the start, so that it has the page's colours.
  stage.hidden = true;
  box.append(stage);
  try {
    const solid = await module.solidFigure(stage, page);
    const row = await controls(solid, exercise, box.dataset.sides === "together");
    box.replaceChildren(stage, row);
    stage.hidden = false;
    box.addEventListener(AWAY, () => solid.close());
  } catch (error) {
    stage.remove();
    // The still that the server put here stays.
    // biome-ignore lint/suspicious/noConsole: the reason, for whoever looks for it
    console.info("The solid figure is not shown:", error);
  }
}

/** Play, slow and other side: plain buttons under the figure. */
async function controls(
  solid: SolidFigure,
  exercise: string,
  oneSided: boolean,
): Promise<HTMLElement> {
  const { segments } = await solid.clip(exercise);
  const round = new Round((now, side) => {
    const { segment, progress } = roundAt(segments, now);
    solid.show({ exercise, from: segment.from, to: segment.to }, progress, side);
  });
  const row = document.createElement("div");
  row.className = "cluster figure__controls";
  row.append(
    toggle(t("Pause"), t("Play"), (paused) => round.run(!paused)),
    toggle(t("Slow"), t("Usual speed"), (slow) => round.pace(slow ? SLOW : 1)),
  );
  if (!oneSided) {
    row.append(toggle(t("Other side"), t("First side"), (other) => round.turn(other)));
  }
  round.run(true);
  return row;
}

/** A button that says what pressing it does; `change` hears whether it has been pressed. */
function toggle(off: string, on: string, change: (pressed: boolean) => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = off;
  let pressed = false;
  button.addEventListener("click", () => {
    pressed = !pressed;
    button.textContent = pressed ? on : off;
    change(pressed);
  });
  return button;
}

/** The page's own clock for one figure. It stands still while the page is not seen. */
class Round {
  private running = false;
  private seconds = 0;
  private speed = 1;
  private side: Side = "right";
  private last = 0;

  constructor(private readonly draw: (seconds: number, side: Side) => void) {}

  run(running: boolean): void {
    this.running = running;
    this.last = 0;
    if (running) requestAnimationFrame(this.tick);
  }

  pace(speed: number): void {
    this.speed = speed;
  }

  turn(other: boolean): void {
    this.side = other ? "left" : "right";
    this.draw(this.seconds, this.side);
  }

  private readonly tick = (now: number): void => {
    if (!this.running) return;
    // A frame after a long sleep must not make the figure jump.
    const passed = this.last ? Math.min(now - this.last, 100) / 1000 : 0;
    this.last = now;
    this.seconds += passed * this.speed;
    this.draw(this.seconds, this.side);
    requestAnimationFrame(this.tick);
  };
}
