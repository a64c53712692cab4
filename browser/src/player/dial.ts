/** The count: one number in a ring that empties. */

import { icon, make, setText } from "../dom.ts";
import { t } from "../words.ts";
import type { Count } from "./screen.ts";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 46;
const ROUND = 2 * Math.PI * RADIUS;

export class Dial {
  readonly element: HTMLElement;
  private readonly ring = circle("dial__ring");
  private readonly value = make("span", "dial__value");
  private readonly unit = make("span", "dial__unit");
  private readonly wait = make("span", "dial__wait", {}, icon("done"), t("Tap when ready"));

  constructor() {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 100 100");
    svg.setAttribute("aria-hidden", "true");
    svg.append(circle("dial__track"), this.ring);
    this.ring.style.strokeDasharray = String(ROUND);
    const number = make("span", "dial__number", {}, this.value, this.unit);
    this.element = make("div", "dial", {}, svg, number, this.wait);
  }

  show(count: Count): void {
    const waiting = count.kind === "wait";
    this.element.dataset.count = count.kind;
    this.element.classList.toggle("dial--long", count.value.length > 2);
    this.ring.style.strokeDashoffset = (ROUND * (1 - count.ring)).toFixed(2);
    setText(this.value, count.value);
    setText(this.unit, count.unit);
    this.wait.hidden = !waiting;
  }
}

function circle(name: string): SVGCircleElement {
  const element = document.createElementNS(SVG, "circle");
  element.setAttribute("class", name);
  element.setAttribute("cx", "50");
  element.setAttribute("cy", "50");
  element.setAttribute("r", String(RADIUS));
  return element;
}
