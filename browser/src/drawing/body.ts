/** A body in the plane of its side view: where its joints are. Lengths in centimetres. */

export interface Point {
  x: number;
  y: number;
}

/** What a pose places; elbows and knees follow from the lengths of the limbs. */
export interface Pose {
  hip: Point;
  shoulder: Point;
  head: Point;
  /** Which way the face looks, degrees anticlockwise from the right. */
  face: number;
  /** How far the middle of the trunk stands out from the straight line, to its left. */
  bow: number;
  near: Limbs;
  far: Limbs;
  /** Shortens the legs where they come towards the eye. */
  leg: number;
}

export interface Limbs {
  hand: Point;
  ankle: Point;
  /** Which way the toes point, degrees. */
  toes: number;
  /** 1 or -1: the side to which the elbow and the knee bend. */
  elbow: number;
  knee: number;
}

export const LENGTH = { thigh: 43, shin: 42, upperArm: 28, forearm: 28, foot: 16 } as const;

/** The joint between two bones of lengths `a` and `b` from `from` to `to`, bent to `side`. */
export function joint(from: Point, to: Point, a: number, b: number, side: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy) || 1;
  const reach = Math.min(far, a + b - 0.01);
  const along = (a * a - b * b + reach * reach) / (2 * reach);
  const out = Math.sqrt(Math.max(0, a * a - along * along)) * side;
  return {
    x: from.x + (dx / far) * along - (dy / far) * out,
    y: from.y + (dy / far) * along + (dx / far) * out,
  };
}

/** The point `length` from `from` in direction `degrees`. */
export function towards(from: Point, degrees: number, length: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: from.x + Math.cos(angle) * length, y: from.y + Math.sin(angle) * length };
}

/** The pose `progress` of the way from `a` to `b`. */
export function between(a: Pose, b: Pose, progress: number): Pose {
  const mix = (from: number, to: number) => from + (to - from) * progress;
  const point = (from: Point, to: Point) => ({ x: mix(from.x, to.x), y: mix(from.y, to.y) });
  const limbs = (from: Limbs, to: Limbs): Limbs => ({
    hand: point(from.hand, to.hand),
    ankle: point(from.ankle, to.ankle),
    toes: mix(from.toes, to.toes),
    elbow: mix(from.elbow, to.elbow) < 0 ? -1 : 1,
    knee: mix(from.knee, to.knee) < 0 ? -1 : 1,
  });
  return {
    hip: point(a.hip, b.hip),
    shoulder: point(a.shoulder, b.shoulder),
    head: point(a.head, b.head),
    face: mix(a.face, b.face),
    bow: mix(a.bow, b.bow),
    leg: mix(a.leg, b.leg),
    near: limbs(a.near, b.near),
    far: limbs(a.far, b.far),
  };
}
