"""What a lint rule looks at and what it returns."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from supple.body.clips import Clip
from supple.body.figure import Body
from supple.body.goal import Plane
from supple.body.kinematics import Posed
from supple.body.state import State
from supple.exercise.poses import contacts_of, sided
from supple.exercise.types import Exercise, Move, Pose
from supple.exercise.walls import planes
from supple.problem import Place, Problem
from supple.value import Value


class Finding(Value, kw_only=True):
    """One rule's answer: what offends, and how many things were looked at."""

    rule: str
    offenders: tuple[Problem, ...]
    looked: int


@dataclass(frozen=True)
class Moving:
    """One move of an exercise with its solved frames on a body."""

    exercise: Exercise
    body: Body
    clip: Clip
    number: int

    @property
    def move(self) -> Move:
        """The move as written."""
        return self.exercise.moves[self.number]

    @property
    def start(self) -> str:
        """The name of the pose it leaves."""
        return self.exercise.moves[self.number - 1].to if self.number else self.exercise.start

    @cached_property
    def frames(self) -> State:
        """Its frames, from one pose to the other, both included."""
        first, last = self.clip.moves[self.number]
        part = slice(first, last + 1)
        whole = self.clip.frames
        return State(whole.angles[part], whole.position[part], whole.orientation[part])

    @cached_property
    def posed(self) -> Posed:
        """The bones in each frame."""
        return self.frames.posed(self.body)

    @property
    def ends(self) -> tuple[Pose, Pose]:
        """The poses at its two ends, as written."""
        return self.exercise.poses[self.start], self.exercise.poses[self.move.to]

    @cached_property
    def surfaces(self) -> Mapping[str, Plane]:
        """The planes of the scene."""
        return planes(self.exercise.scene)

    @cached_property
    def shared(self) -> dict[str, str]:
        """The contacts that both ends have, which are held throughout."""
        first, second = (contacts_of(pose) for pose in self.ends)
        return {mark: surface for mark, surface in first.items() if second.get(mark) == surface}

    @cached_property
    def fixed(self) -> dict[str, str]:
        """The shared contacts that are not declared as sliding."""
        sliding = {one for pose in self.ends for mark in pose.slide for one in sided(mark)}
        return {mark: surface for mark, surface in self.shared.items() if mark not in sliding}

    def problem(self, sentence: str) -> Problem:
        """A problem of the pose this move goes to."""
        pose = self.exercise.poses[self.move.to]
        return Problem(place=Place(file=self.exercise.file, line=pose.line), sentence=sentence)


@dataclass(frozen=True)
class Checked:
    """An exercise with its solved movement on one body."""

    exercise: Exercise
    body: Body
    clip: Clip

    @cached_property
    def moves(self) -> tuple[Moving, ...]:
        """Its moves in order."""
        count = len(self.exercise.moves)
        return tuple(Moving(self.exercise, self.body, self.clip, n) for n in range(count))

    @cached_property
    def poses(self) -> dict[str, Posed]:
        """The bones of each key pose."""
        return {name: state.posed(self.body) for name, state in self.clip.keys.items()}

    @property
    def held(self) -> str:
        """The pose that the exercise is about: where the hold is spent, or the first goal."""
        holds = [move.to for move in self.exercise.moves if move.hold]
        return (holds or [move.to for move in self.exercise.moves] or list(self.clip.keys))[0]

    def problem(self, pose: str, sentence: str) -> Problem:
        """A problem of one pose."""
        line = self.exercise.poses[pose].line if pose in self.exercise.poses else 1
        return Problem(place=Place(file=self.exercise.file, line=line), sentence=sentence)


MoveRule = Callable[[Moving], Finding]
ExerciseRule = Callable[[Checked], Finding]


def finding(rule: str, offenders: Iterable[Problem], looked: int) -> Finding:
    """A rule's answer."""
    return Finding(rule=rule, offenders=tuple(offenders), looked=looked)
