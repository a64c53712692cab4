"""The bodies that are baked, and the shape of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from tools.bake_figure.mesh import Floats
from tools.bake_figure.source import MakeHuman, macro_targets, morphed


@dataclass(frozen=True)
class BodySpec:
    """Macro settings between 0 and 1 (see `macro_targets`), extra targets, stature and hair."""

    sex: float
    age: float
    muscle: float
    weight: float
    stature: float
    hair: float
    grey: bool = False
    extra: Mapping[str, float] = field(default_factory=dict)


_FULL = {
    "stomach/stomach-tone-decr": 0.9,
    "hip/hip-scale-horiz-incr": 0.35,
    "torso/torso-scale-depth-incr": 0.45,
    "torso/torso-scale-horiz-incr": 0.25,
    "torso/measure-waist-circ-incr": 0.7,
    "torso/measure-hips-circ-incr": 0.5,
    "neck/neck-double-incr": 0.6,
    "head/head-fat-incr": 0.7,
    "arms/l-upperarm-fat-incr": 0.8,
    "arms/r-upperarm-fat-incr": 0.8,
    "legs/l-upperleg-fat-incr": 0.8,
    "legs/r-upperleg-fat-incr": 0.8,
}

BODIES = {
    "woman": BodySpec(0, 0.56, 0.5, 0.48, 1.65, 0.017),
    "man": BodySpec(1, 0.58, 0.52, 0.5, 1.77, 0.009),
    "older-woman": BodySpec(
        0, 0.86, 0.42, 0.55, 1.59, 0.016, grey=True, extra={"head/head-age-incr": 0.6}
    ),
    "large-woman": BodySpec(0, 0.62, 0.42, 1.0, 1.64, 0.017, extra=_FULL),
    "large-man": BodySpec(1, 0.64, 0.5, 1.0, 1.76, 0.009, extra=_FULL),
}
REFERENCE = BodySpec(0.5, 0.56, 0.5, 0.5, 1.70, 0.012)


def vertices(source: MakeHuman, spec: BodySpec) -> Floats:
    """The base mesh in the shape of `spec`, standing on y = 0, (19158, 3) metres."""
    shares = dict(macro_targets(spec.sex, spec.age, spec.muscle, spec.weight, 0.5))
    points = morphed(source, {**shares, **spec.extra})
    body = points[source.groups["body"]]
    low, high = body[:, 1].min(), body[:, 1].max()
    points[:, 1] -= low
    return np.asarray(points * (spec.stature / (high - low)))
