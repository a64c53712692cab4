"""Which part of the body each piece of skin belongs to."""

import numpy as np

from supple.body.figure import body
from supple.body.skeleton import BONE_NAMES
from supple.show.subject import PART, PARTS, bone_parts, subject


def test_every_bone_of_a_limb_belongs_to_it() -> None:
    trunk = {name for name, part in zip(BONE_NAMES, bone_parts(), strict=True) if part == 0}
    assert trunk == {
        "pelvis", "L5", "L4", "L3", "L2", "L1", "T10", "T6", "T2", "clavicle.left",
        "clavicle.right",
    }  # fmt: skip


def test_the_right_side_of_the_skin_is_carried_by_the_right_limbs() -> None:
    woman = body("woman")
    thing = subject(woman, woman.points)
    middle = thing.points[thing.triangles].mean(axis=1)
    for name in PARTS:
        own = middle[thing.part == PART[name], 2]
        if name.startswith("right."):
            assert (own > 0).all(), name
        if name.startswith("left."):
            assert (own < 0).all(), name
    assert len(np.unique(thing.part)) == len(PARTS) - 1  # all but the things of the scene
