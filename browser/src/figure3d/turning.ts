/** Turning the figure by hand: a drag, or the arrow keys while it has the focus. */

const DEGREES_A_PIXEL = 0.5;
const KEY_DEGREES = 15;
const A_TAP = 6;
const KEYS: Record<string, [number, number]> = {
  ArrowLeft: [-KEY_DEGREES, 0],
  ArrowRight: [KEY_DEGREES, 0],
  ArrowUp: [0, KEY_DEGREES],
  ArrowDown: [0, -KEY_DEGREES],
};

export interface Turnable {
  turn(round: number, up: number): void;
  settle(): void;
}

/** Make `element` turn `what`; the function returned lets go of it again. */
export function turnByHand(element: HTMLElement, what: Turnable): () => void {
  const ended = new AbortController();
  const listen = { signal: ended.signal };
  let from: { x: number; y: number } | null = null;
  let moved = 0;

  element.addEventListener(
    "pointerdown",
    ({ clientX: x, clientY: y }) => {
      from = { x, y };
      moved = 0;
    },
    listen,
  );
  element.addEventListener(
    "pointermove",
    (event) => {
      if (!from) return;
      const [across, down] = [event.clientX - from.x, event.clientY - from.y];
      moved += Math.hypot(across, down);
      from = { x: event.clientX, y: event.clientY };
      if (moved < A_TAP) return;
      element.setPointerCapture(event.pointerId);
      what.turn(-across * DEGREES_A_PIXEL, down * DEGREES_A_PIXEL);
    },
    listen,
  );
  for (const end of ["pointerup", "pointercancel"] as const) {
    element.addEventListener(
      end,
      () => {
        from = null;
      },
      listen,
    );
  }
  // A drag is not a tap: the page's own "tap anywhere" must not hear of it.
  element.addEventListener(
    "click",
    (event) => {
      if (moved >= A_TAP) event.stopPropagation();
      moved = 0;
    },
    listen,
  );
  element.addEventListener(
    "keydown",
    (event) => {
      const turn = KEYS[event.key];
      if (!turn && event.key !== "Home") return;
      event.preventDefault();
      event.stopPropagation();
      if (turn) what.turn(...turn);
      else what.settle();
    },
    listen,
  );
  return () => ended.abort();
}
