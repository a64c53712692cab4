"""What breaks a constraint: one rule for each, from the facts that a file declares.

The words for each rule are beside the constraint (safety/constraints.toml); the
facts are held against the solved poses by lint, so that a rule never asks a pose.
"""

from collections.abc import Callable, Iterable, Mapping

from supple.exercise.types import Exercise, Facts
from supple.value import Value

KNEES = frozenset({"knees", "knee", "knee-side", "shins"})
WRISTS = frozenset({"wrists", "hands"})
ELBOWS = frozenset({"elbows", "elbow", "forearms", "forearm"})
SHOULDERS = frozenset({"shoulders", "shoulder"})
DEEP_KNEE = 110  # degrees
STRETCH = "flexion-stretch"
PURPOSELY = frozenset({"flexion", "rotation"})
"""Words of a purpose that is itself to round or to turn the back."""


class Asks(Value, kw_only=True):
    """What an exercise, or a way between positions, asks of a body. A way has no purpose."""

    body: Facts
    purpose: str = ""


Rule = Callable[[Asks], bool]


def asks_of(exercise: Exercise) -> Asks:
    """What an exercise asks for."""
    return Asks(body=exercise.body, purpose=exercise.purpose)


def no_kneel(asks: Asks) -> bool:
    """Weight on knees or shins."""
    return not KNEES.isdisjoint(asks.body.weight)


def wrist_no_weight(asks: Asks) -> bool:
    """Weight on the hands; a hand that only steadies is not declared as weight."""
    return not WRISTS.isdisjoint(asks.body.weight)


def shoulder_no_load(asks: Asks) -> bool:
    """Weight on the shoulders, or arms overhead."""
    return asks.body.arms == "overhead" or not SHOULDERS.isdisjoint(asks.body.weight)


def elbow_no_weight(asks: Asks) -> bool:
    """Weight on elbows or forearms."""
    return not ELBOWS.isdisjoint(asks.body.weight)


def no_floor(asks: Asks) -> bool:
    """On the floor, where a firm bed will not do."""
    return asks.body.floor == "yes"


def no_supine(asks: Asks) -> bool:
    """Lying on the back."""
    return asks.body.posture == "supine"


def no_prone(asks: Asks) -> bool:
    """Lying on the front, or propped face down."""
    return asks.body.posture == "prone"


def osteoporosis(asks: Asks) -> bool:
    """Rounding to the end or under load, twisting to the end, heavy load; or any such stretch.

    A stretch is left out at any range: its purpose itself is what is to be less.
    """
    rounds, turns = _goes(asks, "flexion"), _goes(asks, "rotation")
    end = asks.body.spine.range == "end"
    load = asks.body.load
    meant = not PURPOSELY.isdisjoint(asks.purpose.split("-"))
    return (
        load == "high"
        or (rounds and (end or load != "low"))
        or (turns and end)
        or (meant and (rounds or turns))
    )


def no_extension(asks: Asks) -> bool:
    """Bending back, however little."""
    return _goes(asks, "extension")


def no_end_flexion(asks: Asks) -> bool:
    """Rounding to the end, or under heavy load; a deep hip in sitting rounds as far."""
    body = asks.body
    far = body.spine.range == "end" or (body.posture == "sitting" and body.hip == "deep")
    return _goes(asks, "flexion") and (far or body.load == "high")


def no_rotation(asks: Asks) -> bool:
    """Twisting, however little."""
    return _goes(asks, "rotation")


def hip_precaution(asks: Asks) -> bool:
    """A hip past 90°; to round forward in sitting or side-lying takes it there."""
    body = asks.body
    tucked = asks.purpose == STRETCH and body.posture in ("sitting", "sidelying")
    return body.hip == "deep" or tucked


def breath_bp(asks: Asks) -> bool:
    """A heavy effort. How long an effort is held is a matter of the dose."""
    return asks.body.load == "high"


def no_deep_knee(asks: Asks) -> bool:
    """A knee past about 110°."""
    return asks.body.knee > DEEP_KNEE


def head_down(asks: Asks) -> bool:
    """The head lower than the heart."""
    return asks.body.head_down


RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        no_kneel,
        wrist_no_weight,
        shoulder_no_load,
        elbow_no_weight,
        no_floor,
        no_supine,
        no_prone,
        osteoporosis,
        no_extension,
        no_end_flexion,
        no_rotation,
        hip_precaution,
        breath_bp,
        no_deep_knee,
        head_down,
    )
}


def broken(asks: Asks, limits: Iterable[str]) -> tuple[str, ...]:
    """The constraints of `limits` that `asks` breaks, in the order given."""
    return tuple(name for name in limits if RULES[name](asks))


def stands_in(asks: Asks, limits: Iterable[str]) -> bool:
    """Whether nothing of `limits` speaks against `asks` as a stand-in.

    Stricter than `broken`: with thin bones only a back that stays in the
    middle, or goes straight, stands in for anything.
    """
    limits = tuple(limits)
    bends = _goes(asks, "flexion") or _goes(asks, "rotation")
    return not broken(asks, limits) and not ("osteoporosis" in limits and bends)


def _goes(asks: Asks, way: str) -> bool:
    """Whether the spine goes that way at all."""
    return way in asks.body.spine.direction.split("+")
