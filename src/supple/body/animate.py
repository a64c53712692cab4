"""Movement from one solved pose to the next, solved frame by frame.

Blended joint angles alone let feet float and slide by centimetres. So each frame
is a pose of its own: near the blend of the two ends, with the contacts that both
ends share held on their surface and on their way from place to place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from supple.body.figure import Body
from supple.body.goal import Goal
from supple.body.skeleton import ANGLE_NAMES, LUMBAR
from supple.body.solve import lowest, solve
from supple.body.state import State, blended

Floats = NDArray[np.float64]

FRAMES_A_SECOND = 10
ROUNDS = 6
CLOSE = 4.0  # degrees a frame may leave the blend of its ends
CURLING = 9.0  # the same for the joints that a wave leads, and those that follow from it
LAG = 0.35  # share of a wave's time between its first and its last segment
PRESS = 0.25  # share of the time in which the back is first pressed flat
LEAVE = (0.10, 0.20)  # when the tail leaves the floor, and how much later the chest
ARRIVE = (0.88, 0.12)  # and when they arrive
LYING = 0.07  # metres: back landmarks this near the floor lie on it, hollows included
FLATTER = 0.65  # share of a hollow's height that is left when the back is pressed down

SPINE = ("sacrum", *(f"back.{bone}" for bone in LUMBAR), "back.mid")


@dataclass(frozen=True)
class End:
    """One end of a movement: its goal and the pose that was solved for it."""

    goal: Goal
    state: State


def frames(body: Body, start: End, end: End, seconds: float, wave: str = "") -> list[State]:
    """Poses from `start` to `end`, both included, `FRAMES_A_SECOND` apart.

    `wave` is "tail-first" or "head-first" where the segments of the spine move one
    after another. Head first is tail first played backwards.
    """
    if wave == "head-first":
        return frames(body, end, start, seconds, "tail-first")[::-1]
    count = max(round(seconds * FRAMES_A_SECOND), 1)
    path = _Path(body, start, end, curling=bool(wave))
    found = [start.state]
    for time in np.arange(1, count) / count:
        found.append(path.at(float(time), found[-1]))
    return [*found, end.state]


def eased(time: Floats | float) -> Floats:
    """A rest-to-rest course from 0 to 1 of least jerk (Flash and Hogan 1985)."""
    t = np.clip(time, 0, 1)
    return np.asarray(t**3 * (10 - 15 * t + 6 * t * t))


class _Path:
    """The way between two ends, frame by frame."""

    def __init__(self, body: Body, start: End, end: End, *, curling: bool) -> None:
        self.body, self.start, self.end = body, start, end
        self.lag = _lags() if curling else np.zeros(len(ANGLE_NAMES))
        self.contacts = _shared(start.goal.contacts, end.goal.contacts)
        self.from_place = places(body, start.state, self.contacts)
        self.to_place = places(body, end.state, self.contacts)
        self.touches = tuple(t for t in start.goal.touches if t in end.goal.touches)
        self.slack = np.full(len(ANGLE_NAMES), CLOSE)
        self.peeled = self._peeled() if curling else {}
        if self.peeled:
            self.slack[_led_by_wave()] = CURLING
        self.blend_before = start.state

    def at(self, time: float, before: State) -> State:
        """The frame at `time` (0 to 1), after the frame `before`."""
        blend = self._blend(time)
        guess = replace(
            blend,
            angles=blend.angles + before.angles - self.blend_before.angles,
            position=blend.position + before.position - self.blend_before.position,
        )
        self.blend_before = blend
        return solve(self.body, self._goal(time, blend), guess, ROUNDS, softness=(1.0,)).state

    def _blend(self, time: float) -> State:
        share = eased((time - self.lag * LAG) / (1 - LAG)) if self.lag.any() else eased(time)
        return blended(self.start.state, self.end.state, share)

    def _goal(self, time: float, blend: State) -> Goal:
        share = float(eased(time))
        pins = {
            mark: place + share * (self.to_place[mark] - place)
            for mark, place in self.from_place.items()
        }
        return Goal(
            angles=blend.angles,
            slack=self.slack,
            contacts=self.contacts,
            pins=pins,
            touches=self.touches,
            near=self._course(time),
            surfaces=self.start.goal.surfaces,
        )

    def _peeled(self) -> dict[str, tuple[float, float]]:
        """The back's landmarks that lie on the floor at the start: heights there and at the end."""
        heights = {
            mark: (
                _height(self.body, self.start.state, mark),
                _height(self.body, self.end.state, mark),
            )
            for mark in SPINE
        }
        lie = max(low for low, _ in heights.values()) < LYING
        lift = max(high - low for low, high in heights.values()) > LYING / 2
        return heights if lie and lift else {}

    def _course(self, time: float) -> dict[str, float]:
        """The height of each peeling landmark: pressed flat, then lifted, from the tail up."""
        pressed = 1 - (1 - FLATTER) * float(eased(time / PRESS))
        turns = np.linspace(0, 1, len(self.peeled))
        course = {}
        for (mark, (low, high)), turn in zip(self.peeled.items(), turns, strict=True):
            leaves, arrives = LEAVE[0] + turn * LEAVE[1], ARRIVE[0] + turn * ARRIVE[1]
            share = float(eased((time - leaves) / (arrives - leaves)))
            course[mark] = low * pressed * (1 - share) + high * share
        return course


def _shared(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    return {mark: surface for mark, surface in first.items() if second.get(mark) == surface}


def places(body: Body, state: State, marks: Iterable[str]) -> dict[str, Floats]:
    """The middle of each landmark's patch in the world, (3,) metres."""
    posed = state.posed(body)
    return {mark: body.skin(posed, body.figure.marks[mark]).mean(axis=0) for mark in marks}


def _height(body: Body, state: State, mark: str) -> float:
    return float(lowest(body.skin(state.posed(body), body.figure.marks[mark])[:, 1]))


def _lags() -> Floats:
    """When each angle starts in a wave: 0 at the tail, 1 at the head."""
    order = [*LUMBAR, "thoracic", "neck", "head"]
    lags = np.full(len(ANGLE_NAMES), 0.5)
    for number, name in enumerate(ANGLE_NAMES):
        for place, part in enumerate(order):
            if part in name.split("."):
                lags[number] = place / (len(order) - 1)
    return lags


def _led_by_wave() -> NDArray[np.bool_]:
    """The spine, and the hips, knees and ankles that carry the pelvis."""
    parts = ("lumbar", "thoracic", "neck", "hip.flexion", "knee.flexion", "dorsiflexion")
    return np.array([any(part in name for part in parts) for name in ANGLE_NAMES])
