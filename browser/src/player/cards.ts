/** What stands in the player's place before, after and instead of a session. */

import { make } from "../dom.ts";
import { t } from "../words.ts";
import { minutes } from "./screen.ts";
import type { Script } from "./script.ts";

/** Fill the player with one calm card. */
export function showCard(root: HTMLElement, title: string, ...content: Node[]): void {
  const heading = make("h1", "", { tabindex: "-1" }, title);
  root.dataset.phase = "card";
  root.replaceChildren(make("div", "player-card stack", {}, heading, ...content));
  heading.focus();
}

export function pressed(label: string, classes: string, act: () => void): HTMLButtonElement {
  const button = make("button", classes, { type: "button" }, label);
  button.addEventListener("click", act);
  return button;
}

export function linked(label: string, address: string, classes: string): HTMLAnchorElement {
  return make("a", classes, { href: address }, label);
}

/** Everything a person wants to know before lying down. */
export function startCard(
  root: HTMLElement,
  script: Script,
  home: string,
  hasVoice: boolean,
  start: () => void,
): void {
  showCard(
    root,
    t("Ready when you are"),
    pressed(startLabel(script), "button button--large", start),
    ...preparations(hasVoice),
    contents(script),
    linked(t("Back to Today"), home, "button button--quiet"),
  );
}

/** The session was begun and not ended. */
export function resumeCard(
  root: HTMLElement,
  left: string,
  goOn: () => void,
  again: () => void,
): void {
  showCard(
    root,
    t("Go on where you stopped?"),
    make("p", "lede", {}, left),
    pressed(t("Go on where you stopped"), "button button--large", goOn),
    pressed(t("Start again"), "button button--quiet", again),
  );
}

/** Another tab leads the session. */
export function elsewhereCard(root: HTMLElement, home: string, here: () => void): void {
  showCard(
    root,
    t("Your session is in another tab"),
    make("p", "", {}, t("Only one tab can lead it. You can bring it here, at the same place.")),
    pressed(t("Go on here"), "button button--large", here),
    linked(t("Back to Today"), home, "button button--quiet"),
  );
}

/** Done, but the server cannot be reached. */
export function keptCard(root: HTMLElement, home: string): void {
  showCard(
    root,
    t("Well done. It is kept on this device."),
    make("p", "", {}, t("It goes to your diary as soon as Supple can be reached again.")),
    linked(t("Back to Today"), home, "button button--large"),
  );
}

/** The page has no session that can be led. */
export function unreadableCard(root: HTMLElement, home: string, why: string): void {
  showCard(
    root,
    t("This session could not be read"),
    make("p", "", {}, why),
    linked(t("Back to Today"), home, "button button--large"),
  );
}

/** The log ended in a sign that needs help: there is nothing to go on with. */
export function helpCard(root: HTMLElement, safety: string, close: () => void): void {
  showCard(
    root,
    t("This session was stopped"),
    make("p", "", {}, t("You pressed a sign that needs help first. There is no exercise now.")),
    linked(t("When to get help"), safety, "button button--large"),
    pressed(t("Close the session"), "button button--quiet", close),
  );
}

function startLabel(script: Script): string {
  return t("Start · {time}", { time: minutes(script.seconds) });
}

function preparations(hasVoice: boolean): Node[] {
  const tips = [
    t("Phone or tablet within reach, a chair against the wall."),
    t("Space bar or a tap anywhere pauses. Nothing is lost."),
  ];
  if (!hasVoice)
    tips.push(t("This device has no voice of its own: read along, and listen for tones."));
  return [make("ul", "tips", {}, ...tips.map((tip) => make("li", "", {}, tip)))];
}

function contents(script: Script): HTMLElement {
  const rows = script.items.map((item) => {
    const dose = make("p", "cluster soft number", {}, item.dose);
    if (item.ours.length) dose.append(ours());
    const name = make("p", "list__title", {}, item.name);
    return make("li", "list__row", {}, make("div", "list__body", {}, name, dose));
  });
  return make("ul", "list", {}, ...rows);
}

function ours(): HTMLElement {
  const chip = make("span", "chip", {}, t("our choice"));
  chip.title = t("The page does not say; this number is ours.");
  return chip;
}
