/** A simple drawn figure: a body of rounded limbs on its mat, seen from the side. */

import type { Figure } from "../figure.ts";
import type { Motion, Side } from "../player/script.ts";
import { between, joint, LENGTH, type Limbs, type Point, type Pose, towards } from "./body.ts";
import { FACE_UP, POSES, UPRIGHT } from "./poses.ts";

const SVG = "http://www.w3.org/2000/svg";
const LYING_VIEW = "-110 -84 244 102";
const UPRIGHT_VIEW = "-150 -184 300 202";

type Part = [name: string, path: string];

/** Draw the figure into `stage`. Where less motion is wanted it steps through stills. */
export function drawnFigure(stage: HTMLElement): Figure {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "drawn");
  svg.setAttribute("aria-hidden", "true");
  stage.append(svg);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const pen = new Pen(svg);
  let last: Motion = { exercise: "", from: "hook", to: "hook" };
  return {
    show(motion: Motion | null, progress: number, side: Side | null): void {
      last = motion ?? last;
      pen.draw(last, still.matches ? Math.round(progress) : eased(progress), side);
    },
    close: () => svg.remove(),
  };
}

class Pen {
  private drawn = "";
  private readonly paths: SVGPathElement[] = [];
  private readonly body: SVGGElement;
  private readonly chair = document.createElementNS(SVG, "path");

  constructor(private readonly svg: SVGSVGElement) {
    this.body = document.createElementNS(SVG, "g");
    const mat = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries(MAT)) mat.setAttribute(name, value);
    this.chair.setAttribute("class", "drawn__chair");
    this.chair.setAttribute("d", CHAIR);
    svg.append(mat, this.chair, this.body);
  }

  draw(motion: Motion, progress: number, side: Side | null): void {
    const what = `${motion.from}>${motion.to} ${progress} ${side}`;
    if (what === this.drawn) return;
    this.drawn = what;
    const from = poseNamed(motion.from);
    const to = poseNamed(motion.to);
    const tall = UPRIGHT.has(from) || UPRIGHT.has(to);
    const near: Side = FACE_UP.has(from) ? "right" : "left";
    const turned = (side === "left" || side === "right") && side !== near;
    const seated = from === POSES.get("sitting") || to === POSES.get("sitting");
    this.svg.setAttribute("viewBox", tall ? UPRIGHT_VIEW : LYING_VIEW);
    this.chair.toggleAttribute("hidden", !tall);
    this.chair.setAttribute("transform", seated ? "translate(6)" : "translate(-80) scale(-1 1)");
    this.body.setAttribute(
      "transform",
      `translate(${turned ? 24 : 0}) scale(${turned ? -1 : 1} -1)`,
    );
    this.show(parts(between(from, to, progress)));
  }

  private show(drawn: Part[]): void {
    drawn.forEach(([name, path], index) => {
      const element = this.paths[index] ?? this.add();
      element.setAttribute("class", `drawn__${name}`);
      element.setAttribute("d", path);
    });
  }

  private add(): SVGPathElement {
    const path = document.createElementNS(SVG, "path");
    this.body.append(path);
    this.paths.push(path);
    return path;
  }
}

const CHAIR = "M-22 0V-42H20V0M20 -42V-88";
const MAT = { class: "drawn__mat", x: "-108", y: "-15", width: "240", height: "31", rx: "9" };

function poseNamed(name: string): Pose {
  const pose = POSES.get(name) ?? POSES.get("hook");
  if (!pose) throw new Error("The drawing has lost its resting pose.");
  return pose;
}

/** Slow at both ends, as a careful body moves. */
function eased(progress: number): number {
  return progress * progress * (3 - 2 * progress);
}

/** Every part from the back to the front. */
function parts(pose: Pose): Part[] {
  return [
    ...arm(pose, pose.far, "-far"),
    ...leg(pose, pose.far, "-far"),
    ["shirt", trunk(pose)],
    ...headAndNeck(pose),
    ...leg(pose, pose.near, ""),
    ...arm(pose, pose.near, ""),
  ];
}

function leg(pose: Pose, limbs: Limbs, far: string): Part[] {
  const { thigh, shin, foot } = LENGTH;
  const knee = joint(pose.hip, limbs.ankle, thigh * pose.leg, shin * pose.leg, limbs.knee);
  const toe = towards(limbs.ankle, limbs.toes, foot);
  const heel = towards(limbs.ankle, limbs.toes, -4);
  return [
    [`skin${far}`, taper(heel, toe, 4.6, 3)],
    [`cloth${far}`, taper(knee, limbs.ankle, 7, 4.6) + taper(pose.hip, knee, 11, 7.4)],
  ];
}

function arm(pose: Pose, limbs: Limbs, far: string): Part[] {
  const { upperArm, forearm } = LENGTH;
  const elbow = joint(pose.shoulder, limbs.hand, upperArm, forearm, limbs.elbow);
  return [
    [`skin${far}`, taper(elbow, limbs.hand, 4.2, 3) + taper(limbs.hand, limbs.hand, 4, 4)],
    [`shirt${far}`, taper(pose.shoulder, elbow, 6.6, 5)],
  ];
}

/** The trunk as a chain of rounded pieces along its curve, broad at chest and hip. */
function trunk(pose: Pose): string {
  const widths = [10.5, 10, 9.6, 9.8, 10.6, 11, 9.5];
  const spine = widths.map((_, index) => along(pose, index / (widths.length - 1)));
  return widths
    .slice(1)
    .map((width, index) => {
      const [from, to] = [spine[index], spine[index + 1]];
      return from && to ? taper(from, to, widths[index] ?? width, width) : "";
    })
    .join("");
}

/** The point `part` of the way up the trunk, bowed most in its middle. */
function along({ hip, shoulder, bow }: Pose, part: number): Point {
  const [dx, dy] = [shoulder.x - hip.x, shoulder.y - hip.y];
  const length = Math.hypot(dx, dy) || 1;
  const out = 4 * bow * part * (1 - part);
  return { x: hip.x + dx * part - (dy / length) * out, y: hip.y + dy * part + (dx / length) * out };
}

function headAndNeck({ shoulder, head, face }: Pose): Part[] {
  const back = towards(head, face + 180, 2.6);
  const crown = towards(back, face + (head.x < shoulder.x - 15 ? 100 : 0), 1.5);
  const nose = towards(head, face, 9.6);
  const brow = towards(head, face, 1.8);
  return [
    ["skin", taper(shoulder, head, 6, 5)],
    ["hair", taper(back, crown, 10.4, 10.4)],
    ["skin", taper(brow, brow, 8.8, 8.8) + taper(brow, nose, 3, 1.6)],
  ];
}

/** A rounded limb from `a` to `b`, `ra` and `rb` thick at its ends. */
function taper(a: Point, b: Point, ra: number, rb: number): string {
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const lean = length > Math.abs(ra - rb) ? Math.acos((ra - rb) / length) : Math.PI / 2;
  const rim = (p: Point, r: number, turn: number) =>
    `${fixed(p.x + r * Math.cos(angle + turn))} ${fixed(p.y + r * Math.sin(angle + turn))}`;
  const wide = lean < Math.PI / 2 ? 1 : 0;
  return [
    `M${rim(a, ra, -lean)}L${rim(b, rb, -lean)}`,
    `A${rb} ${rb} 0 ${1 - wide} 1 ${rim(b, rb, lean)}`,
    `L${rim(a, ra, lean)}A${ra} ${ra} 0 ${wide} 1 ${rim(a, ra, -lean)}Z`,
  ].join("");
}

function fixed(n: number): string {
  return n.toFixed(1);
}
