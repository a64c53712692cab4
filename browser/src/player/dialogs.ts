/** What is asked and shown in the middle of a session: hurt, stuck, emergency, leaving. */

import { icon, make } from "../dom.ts";
import { t } from "../words.ts";
import type { HurtKind, Phase } from "./state.ts";

/** What a dialog's button asks of the session. */
export type Choice =
  | { type: "hurt-kind"; kind: HurtKind }
  | { type: "resume" | "skip" | "leave" | "hurt" | "calm" | "stuck" | "unstuck" };

/** What a dialog may be about: where the session is, or the wish to leave it. */
export type Topic = Phase | "leaving";

type Choose = (choice: Choice) => void;

interface Content {
  title: string;
  body: Node[];
  emergency?: boolean;
  /** What Esc means here; nothing where a choice has to be made. */
  escape?: Choice;
}

/** One modal that follows the session. */
export class Dialogs {
  private readonly element = make("dialog", "dialog", { "aria-labelledby": "dialog-title" });
  private topic: Topic = "before";
  private escape: Choice | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly number: string,
    private readonly choose: Choose,
  ) {
    root.append(this.element);
    this.element.addEventListener("cancel", (event) => {
      event.preventDefault();
      if (this.escape) this.choose(this.escape);
    });
  }

  /** Open, change or close with `topic`. */
  show(topic: Topic): void {
    if (topic === this.topic) return;
    this.topic = topic;
    const content = this.contentOf(topic);
    if (!content) {
      this.close();
      return;
    }
    this.escape = content.escape;
    this.element.classList.toggle("dialog--emergency", content.emergency ?? false);
    this.element.replaceChildren(titled(content), ...content.body);
    if (!this.element.open) this.element.showModal();
    this.element.scrollTop = 0;
    this.element.querySelector<HTMLElement>("h2")?.focus();
  }

  /** The browser would give the focus back to the button; the space bar is to pause again. */
  private close(): void {
    if (!this.element.open) return;
    this.element.close();
    this.root.focus({ preventScroll: true });
  }

  private contentOf(topic: Topic): Content | null {
    switch (topic) {
      case "hurt":
        return whatKind(this.choose);
      case "smaller":
        return usualAche(this.choose);
      case "enough":
        return enough(this.choose);
      case "emergency":
        return emergency(this.choose, this.number);
      case "stuck":
        return stuck(this.choose, this.number);
      case "leaving":
        return leaving(this.choose);
      default:
        return null;
    }
  }
}

function titled({ title, emergency }: Content): HTMLElement {
  const heading = make("h2", "dialog__title", { id: "dialog-title", tabindex: "-1" });
  if (emergency) heading.append(icon("warning"));
  heading.append(title);
  return heading;
}

function whatKind(choose: Choose): Content {
  const kinds: [HurtKind, string, string][] = [
    ["usual", t("My usual ache"), t("The kind you know, or muscles working")],
    ["sharp", t("Sharp, or new"), t("A pain you do not know")],
    ["leg", t("Down a leg"), t("Pain or tingling that travels into a leg")],
    ["numb", t("Numb or weak"), t("A leg, a foot, or between the legs")],
    ["chest", t("Chest or breathing"), t("Pain, tightness, breathless, faint")],
  ];
  const buttons = kinds.map(([kind, name, hint]) => {
    const label = [make("strong", "", {}, name), make("span", "soft", {}, hint)];
    const button = make("button", "answer", { type: "button" }, ...label);
    button.addEventListener("click", () => choose({ type: "hurt-kind", kind }));
    return button;
  });
  return {
    title: t("Ease out slowly and rest."),
    body: [
      make("p", "", {}, t("What kind of hurt is it?")),
      make("div", "answers", {}, ...buttons),
      action(choose, { type: "calm" }, t("It is all right now"), "button button--quiet"),
    ],
    escape: { type: "calm" },
  };
}

function usualAche(choose: Choose): Content {
  return {
    title: t("Make it smaller, or leave it out"),
    body: [
      make("p", "", {}, t("Move half as far, with less effort, and keep breathing.")),
      make("p", "", {}, t("If it grows while you go on, stop and leave it out today.")),
      actions(
        action(choose, { type: "resume" }, t("Go on, smaller"), "button"),
        action(choose, { type: "skip" }, t("Leave it out today"), "button button--quiet"),
        action(choose, { type: "leave" }, t("Finish here"), "button button--quiet"),
      ),
    ],
    escape: { type: "calm" },
  };
}

function enough(choose: Choose): Content {
  return {
    title: t("That is enough for today"),
    body: [
      make("p", "", {}, t("Rest in any position that eases it. What you did is kept.")),
      make(
        "p",
        "",
        {},
        t("Leave this exercise out until someone who can examine you has looked at it."),
      ),
      safetyNet(),
      actions(
        action(choose, { type: "leave" }, t("Finish here"), "button"),
        action(choose, { type: "hurt" }, t("It was another kind"), "button button--quiet"),
      ),
    ],
  };
}

function emergency(choose: Choose, number: string): Content {
  return {
    title: t("Stop. Get help now."),
    emergency: true,
    body: [
      make("p", "", {}, t("What you pressed can be an emergency sign. No more exercise today.")),
      make("p", "", {}, t("Do not drive yourself. If you can, tell someone who is near.")),
      call(number),
      safetyNet(true),
      action(choose, { type: "leave" }, t("Close the session"), "button button--quiet"),
    ],
  };
}

function stuck(choose: Choose, number: string): Content {
  const steps = [
    t("Stay still. Breathe slowly. There is no hurry."),
    t("If you can, bend your knees and roll to one side."),
    t("Rest there. Then push up with your hands, a little at a time."),
    t("If that does not work, call someone to you."),
  ];
  const list = steps.map((step) => make("li", "", {}, step));
  return {
    title: t("Stay where you are"),
    body: [
      make("ol", "steps", {}, ...list),
      callIfAlone(number),
      safetyNet(),
      actions(
        action(choose, { type: "unstuck" }, t("I can go on"), "button"),
        action(choose, { type: "leave" }, t("Finish here"), "button button--quiet"),
      ),
    ],
    escape: { type: "unstuck" },
  };
}

/** Asked at the first press; Esc once more leaves. */
function leaving(choose: Choose): Content {
  return {
    title: t("Leave the session?"),
    body: [
      make("p", "", {}, t("What you did is kept.")),
      actions(
        action(choose, { type: "resume" }, t("Go on"), "button"),
        action(choose, { type: "leave" }, t("Leave"), "button button--quiet"),
      ),
    ],
    escape: { type: "leave" },
  };
}

/** The same list everywhere; it never says that all is well. */
function safetyNet(open = false): HTMLElement {
  const now = [
    t("numbness between the legs"),
    t("new bladder, bowel or sexual trouble"),
    t("new pain, tingling or weakness in both legs"),
    t("a leg getting weaker, or clumsy or unsteady legs"),
    t("chest pain, breathless at rest, fainting"),
    t("drooping face or slurred speech"),
    t("sudden severe back or belly pain"),
    t("fever with confusion"),
  ];
  const items = now.map((sign) => make("li", "", {}, sign));
  return make(
    "details",
    "safety-net",
    { open },
    make("summary", "", {}, t("When to get help")),
    make("p", "", {}, make("strong", "", {}, t("Emergency help for:"))),
    make("ul", "", {}, ...items),
    make("p", "", {}, make("strong", "", {}, t("Today:"))),
    make("p", "", {}, t("fever with back pain, or a newly weak foot.")),
    make("p", "", {}, t("This list cannot rule out a serious cause.")),
  );
}

/** Not yet an emergency, so not red. */
function callIfAlone(number: string): HTMLElement {
  const words = t("No one near? Call your local emergency number.");
  if (!number) return make("p", "", {}, words);
  const link = make("a", "button button--quiet", { href: `tel:${number}` });
  link.append(t("No one near? Call {number}", { number }));
  return link;
}

function call(number: string): HTMLElement {
  if (!number) return make("p", "call", {}, t("Call your local emergency number."));
  const link = make("a", "button button--call button--large", { href: `tel:${number}` });
  link.append(t("Call {number}", { number }));
  return link;
}

function action(choose: Choose, choice: Choice, label: string, classes: string): HTMLElement {
  const button = make("button", classes, { type: "button" }, label);
  button.addEventListener("click", () => choose(choice));
  return button;
}

function actions(...buttons: HTMLElement[]): HTMLElement {
  return make("div", "actions", {}, ...buttons);
}
