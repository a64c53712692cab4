/** Keys and taps: hands, feet on a page-turner, and a keyboard across the room. */

import type { Wish } from "./view.ts";

export type Key = Wish | "turn";

/** What a key asks for. The page keys are those of a Bluetooth page-turner. */
const KEYS: Readonly<Record<string, Key>> = {
  " ": "pause",
  Enter: "pause",
  ArrowLeft: "back",
  ArrowRight: "next",
  PageUp: "back",
  PageDown: "turn",
  "+": "extend",
  Escape: "leave",
};

export function listen(root: HTMLElement, wish: (key: Key) => void): void {
  document.addEventListener("keydown", (event) => {
    const key = KEYS[event.key];
    if (!key || isElsewhere(event)) return;
    event.preventDefault();
    wish(key);
  });
  root.addEventListener("click", (event) => {
    if (!isControl(event.target)) wish("pause");
  });
}

/** A dialog has keys of its own, and so has a button that the keyboard has reached. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector("dialog[open]")) return true;
  return (event.key === " " || event.key === "Enter") && isControl(event.target);
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, input, select, dialog") !== null;
}
