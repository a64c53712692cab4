"""An exercise set up before the camera: one body, its solved poses, one view for all of them."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from supple.body.clips import Clip, read_clip
from supple.body.figure import Body, open_body
from supple.body.state import State
from supple.exercise.poses import contacts_of, sided
from supple.exercise.types import Exercise
from supple.problem import Problem
from supple.show.camera import Camera, Floats, Frame, frame_around
from supple.show.ground import mat_outline
from supple.show.motion import STEPS, between, chosen
from supple.show.props import is_pad, props
from supple.show.subject import Subject, subject
from supple.show.view import best_camera, camera_at

WIDTH = 2400
_MARGIN = 0.13
_SLID = 0.03  # metres


@dataclass(frozen=True)
class Stage:
    """What all drawings of one exercise and body share; `view` is for another than its own."""

    exercise: Exercise
    body: Body
    clip: Clip
    view: Camera | None = None

    def state(self, pose: str) -> State:
        """The solved pose."""
        return self.clip.keys[pose]

    @cached_property
    def _slides(self) -> dict[str, Floats]:
        """How far each pose as a whole slid along the floor since the first, (3,) metres.

        Where all contacts of two poses slide together, the pictures keep them in one place:
        else a body that sits back on its heels would seem to push its knees forward.
        """
        first = self._middles(self._first)
        return {name: _common_slide(first, self._middles(name)) for name in self.poses}

    def _middles(self, pose: str) -> dict[str, Floats]:
        """The middle of each landmark that touches the floor, (3,) metres."""
        skin, marks = self.state(pose).skin(self.body), self.body.figure.marks
        on_floor = [m for m, surface in self.contacts(pose).items() if surface == "floor"]
        return {mark: skin[marks[mark]].mean(axis=0) for mark in on_floor}

    def before(self, pose: str) -> str:
        """The pose that the body comes from; "" for the pose that a repetition starts in.

        A pose outside the moves is another form of one of them: it comes from the start.
        """
        order = [move.to for move in self.exercise.moves]
        start = self.exercise.start
        came = order[order.index(pose) - 1] if pose in order else start
        return came if pose != start and came in self.clip.keys else ""

    def frames(self, pose: str) -> State:
        """The way from the pose before to this one, as a batch of poses."""
        frames = self._frames(pose)
        way = np.linspace(0, 1, STEPS)[:, None]
        slid = (1 - way) * self._slides[self.before(pose)] + way * self._slides[pose]
        return replace(frames, position=frames.position - slid)

    def _frames(self, pose: str) -> State:
        order = [move.to for move in self.exercise.moves]
        if pose in order and len(self.clip.moves) == len(order):
            first, last = self.clip.moves[order.index(pose)]
            return chosen(self.clip.frames, np.linspace(first, last, STEPS).round().astype(int))
        return between(self.state(self.before(pose)), self.state(pose))

    def contacts(self, pose: str) -> dict[str, str]:
        """Each landmark that touches a surface in this pose, with the surface's name."""
        return contacts_of(self.exercise.poses[pose])

    def touches(self, pose: str) -> tuple[tuple[str, str], ...]:
        """The pairs of landmarks that meet in this pose."""
        asked = self.exercise.poses[pose].touch
        return tuple((a, b) for one, other, _ in asked for a in sided(one) for b in sided(other))

    @cached_property
    def poses(self) -> tuple[str, ...]:
        """The poses that can be drawn, in the order of the file."""
        return tuple(name for name in self.exercise.poses if name in self.clip.keys)

    @cached_property
    def skins(self) -> dict[str, Floats]:
        """The skin in each pose, (n, 3) metres."""
        return {name: self.state(name).skin(self.body) - self._slides[name] for name in self.poses}

    @cached_property
    def camera(self) -> Camera:
        """The view asked for, the one that the exercise names, or the one that shows it best."""
        named, posture = self.exercise.view, self.exercise.body.posture
        if self.view is not None:
            return self.view
        if named:
            return camera_at(named, posture)
        return best_camera(self.body, posture, self.skins, self.telling)

    @cached_property
    def telling(self) -> str:
        """The pose farthest from the start: the one to be seen well."""
        first = self.skins[self._first]
        far = {name: np.abs(skin - first).mean() for name, skin in self.skins.items()}
        return max(far, key=lambda name: far[name])

    @property
    def _first(self) -> str:
        start = self.exercise.start
        return start if start in self.poses else self.poses[0]

    @cached_property
    def frame(self) -> Frame:
        """One frame for all poses, so that they can be laid over each other."""
        things = [thing for name in self.poses if (thing := self.things(name)) is not None]
        every = [*self.skins.values(), self.mat, *(thing.points for thing in things)]
        seen = np.concatenate([self.camera.view(points) for points in every])
        return frame_around(seen, width=WIDTH, margin=_MARGIN)

    @cached_property
    def mat(self) -> Floats:
        """The mat's outline on the floor, (k, 3)."""
        return mat_outline(np.concatenate(list(self.skins.values())))

    def things(self, pose: str) -> Subject | None:
        """The furniture of the scene, and the pads that this pose lies on, as one mesh."""
        points = np.concatenate(list(self.skins.values()))
        reach = np.stack([points.min(axis=0), points.max(axis=0)])
        resting = {
            name: np.array(places)
            for name, places in self._resting.items()
            if name in self.exercise.poses[pose].on or not is_pad(name, self.exercise.scene)
        }
        return props(self.exercise.scene, resting, reach)

    @cached_property
    def _resting(self) -> dict[str, list[Floats]]:
        """The places of skin that meet each surface, over all poses."""
        found: dict[str, list[Floats]] = {}
        for name in self.poses:
            for mark, surface in self.contacts(name).items():
                middle = self.skins[name][self.body.figure.marks[mark]].mean(axis=0)
                found.setdefault(surface, []).append(middle)
        return found

    def subject(self, pose: str) -> Subject:
        """The figure in a pose."""
        return subject(self.body, self.skins[pose])


def set_stage(exercise: Exercise, body: str) -> Stage | Problem:
    """The stage of an exercise and a body, or a Problem that names the file that is missing."""
    found = open_body(body)
    if isinstance(found, Problem):
        return found
    clip = read_clip(exercise.id, body)
    return clip if isinstance(clip, Problem) else Stage(exercise, found, clip)


def _common_slide(before: dict[str, Floats], after: dict[str, Floats]) -> Floats:
    """The shift along the floor that all shared contacts have in common; zero if one stays."""
    shifts = [after[mark] - place for mark, place in before.items() if mark in after]
    if not shifts or min(float(np.hypot(s[0], s[2])) for s in shifts) < _SLID:
        return np.zeros(3)
    return np.asarray(np.median(shifts, axis=0) * np.array([1.0, 0.0, 1.0]))
