/**
 * The drawn poses, by the names that exercises give theirs.
 *
 * The head is on the left, the worked side is the near one. The floor is y = 0.
 */

import type { Limbs, Point, Pose } from "./body.ts";

const at = (x: number, y: number): Point => ({ x, y });

function limbs(hand: Point, ankle: Point, toes: number, elbow: number, knee: number): Limbs {
  return { hand, ankle, toes, elbow, knee };
}

const HOOK: Pose = {
  hip: at(0, 10),
  shoulder: at(-50, 10),
  head: at(-73, 11),
  face: 90,
  bow: -3,
  leg: 1,
  near: limbs(at(5, 6), at(44, 6), -4, -1, 1),
  far: limbs(at(7, 7), at(50, 6), -4, -1, 1),
};

const HUG: Pose = {
  ...HOOK,
  hip: at(0, 11),
  bow: 1,
  near: limbs(at(-8, 40), at(27, 60), 40, 1, 1),
  far: limbs(at(-6, 36), at(50, 6), -4, 1, 1),
};

const FLAT: Pose = { ...HOOK, hip: at(0, 11), bow: 4 };

const TOP: Pose = {
  ...HOOK,
  hip: at(-4, 31),
  bow: -2,
  near: limbs(at(6, 5), at(44, 6), -4, -1, 1),
  far: limbs(at(8, 5), at(50, 6), -4, -1, 1),
};

const TABLE: Pose = {
  hip: at(32, 49),
  shoulder: at(-18, 57),
  head: at(-42, 60),
  face: 250,
  bow: -2,
  leg: 1,
  near: limbs(at(-19, 3), at(72, 6), -12, 1, -1),
  far: limbs(at(-25, 4), at(78, 6), -12, 1, -1),
};

const ROUND: Pose = {
  ...TABLE,
  hip: at(30, 47),
  shoulder: at(-15, 54),
  head: at(-36, 40),
  face: 310,
  bow: -20,
};

const FOLD: Pose = {
  ...TABLE,
  hip: at(64, 28),
  shoulder: at(18, 18),
  head: at(-5, 12),
  face: 275,
  bow: -11,
  near: limbs(at(-36, 4), at(68, 7), -12, -1, -1),
  far: limbs(at(-41, 4), at(71, 8), -12, -1, -1),
};

const ARM: Pose = { ...TABLE, near: limbs(at(-73, 62), at(72, 6), -12, 1, -1) };
const LEG: Pose = { ...TABLE, near: limbs(at(-19, 3), at(116, 52), -60, 1, -1) };
const REACH: Pose = {
  ...TABLE,
  near: limbs(at(-73, 62), at(72, 6), -12, 1, -1),
  far: limbs(at(-25, 4), at(116, 52), -60, 1, -1),
};

const STANDING: Pose = {
  hip: at(0, 88),
  shoulder: at(0, 138),
  head: at(-2, 163),
  face: 180,
  bow: -1,
  leg: 1,
  near: limbs(at(-6, 84), at(0, 6), 176, 1, -1),
  far: limbs(at(-10, 85), at(6, 6), 176, 1, -1),
};

const SITTING: Pose = {
  ...STANDING,
  hip: at(6, 50),
  shoulder: at(2, 100),
  head: at(0, 125),
  near: limbs(at(-22, 56), at(-38, 6), 176, 1, -1),
  far: limbs(at(-26, 57), at(-33, 6), 176, 1, -1),
};

const SIDELYING: Pose = {
  ...HOOK,
  hip: at(0, 14),
  shoulder: at(-48, 16),
  head: at(-74, 15),
  face: 60,
  bow: 2,
  leg: 0.66,
  near: limbs(at(-20, 4), at(44, 8), -30, 1, 1),
  far: limbs(at(-100, 5), at(50, 6), -30, -1, 1),
};

const PRONE: Pose = {
  ...HOOK,
  shoulder: at(-50, 9),
  head: at(-74, 12),
  face: 250,
  bow: -1,
  near: limbs(at(-104, 4), at(85, 8), -25, 1, -1),
  far: limbs(at(-105, 4), at(86, 8), -25, 1, -1),
};

export const POSES: ReadonlyMap<string, Pose> = new Map(
  Object.entries({
    hook: HOOK,
    hug: HUG,
    flat: FLAT,
    top: TOP,
    table: TABLE,
    round: ROUND,
    fold: FOLD,
    arm: ARM,
    leg: LEG,
    reach: REACH,
    standing: STANDING,
    sitting: SITTING,
    sidelying: SIDELYING,
    prone: PRONE,
    supine: HOOK,
    kneeling: TABLE,
  }),
);

/** Poses in which the near side of the drawing is the body's right side: the face is up. */
export const FACE_UP = new Set<Pose>([HOOK, HUG, FLAT, TOP, SIDELYING]);
/** Poses that need the height of a person. */
export const UPRIGHT = new Set<Pose>([STANDING, SITTING]);
