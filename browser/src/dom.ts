/** Elements, made in one breath. */

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Record<string, string | boolean>;
type Child = Node | string;

/** An element with its classes, attributes (true = present) and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  classes: string,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A picture for the eye alone, on a 24 × 24 field. */
export function icon(name: keyof typeof ICONS): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

const ICONS = {
  back: "M15 5 8 12l7 7",
  next: "m9 5 7 7-7 7",
  pause: "M9 5v14M15 5v14",
  play: "M8 5v14l11-7z",
  skip: "m6 5 7 7-7 7M17 5v14",
  done: "m5 12.5 5 5L19.5 7",
  close: "M6 6l12 12M18 6 6 18",
  sound: "M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11",
  full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  warning: "M12 3.5 2.5 20.5h19zM12 10v5M12 17.9v.1",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5v5.5M12 16.4v.1",
} as const;

/** Set the text of `element` only where it differs: an unchanged live region stays quiet. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
