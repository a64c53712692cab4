"""The glTF files a page asks for: a body, and a clip for each exercise and each way of travel.

They are written from the baked frames when they are asked for, which takes less
than reading them from a disk would save.
"""

from collections.abc import Iterable

import numpy as np

from supple.body.appearance import SKIN_TONES
from supple.body.clips import Clip, read_clip
from supple.body.figure import Body, open_body
from supple.body.state import State
from supple.exercise.clips import TRAVEL
from supple.exercise.load import Library
from supple.exercise.types import Exercise, Travel, TravelMove
from supple.problem import Place, Problem
from supple.show.camera import Camera, Floats
from supple.show.gltf import Track, body_glb, clip_glb, whole_glb
from supple.show.props import is_pad
from supple.show.stage import Stage
from supple.show.things import Things, things_of
from supple.value import Value, to_plain

TRAVEL_VIEW = Camera(yaw=25, pitch=12)
LYING = {"supine", "prone", "sidelying"}
LOOK_DOWN = 5.0  # degrees that a view in perspective looks down more than a drawing does


class Segment(Value, kw_only=True, rename={"start_pose": "from", "end_pose": "to"}):
    """From one pose to the next, `start` to `end` seconds into the clip."""

    start_pose: str
    end_pose: str
    start: float
    end: float


class View(Value, kw_only=True, omit_defaults=False):
    """From where to look, in degrees, and the box (metres) that holds every frame.

    `follow`: the camera changes over with the working side.
    """

    azimuth: float
    elevation: float
    centre: tuple[float, float, float]
    half: tuple[float, float, float]
    follow: bool


class Timetable(Value, kw_only=True, omit_defaults=False):
    """What a viewer needs to know of a clip; it travels in the file's extras."""

    exercise: str
    seconds: float
    segments: tuple[Segment, ...]
    view: View


def clip_names(library: Library) -> tuple[str, ...]:
    """Every clip there can be: the exercises that move, and each way between positions."""
    moving = (exercise.id for exercise in library.exercises.values() if exercise.moves)
    ways = (travel_name(move) for move in library.travel.moves if move.poses)
    return (*moving, *ways)


def travel_name(move: TravelMove) -> str:
    """The name of the clip of one way between positions."""
    return f"{TRAVEL}-{move.start}-{move.end}"


def body_file(name: str, tone: str = "medium") -> bytes | Problem:
    """The body `name` as glTF, or a Problem that names what is missing or unknown."""
    body = open_body(name)
    return body if isinstance(body, Problem) else body_glb(body, tone)


def clip_file(library: Library, name: str, who: str) -> bytes | Problem:
    """The clip `name` of `clip_names` for one body, or a Problem."""
    made = _track(library, name, who)
    return made if isinstance(made, Problem) else clip_glb(*made)


def whole_file(
    library: Library, name: str, who: str, *, side: str = "right", tone: str = "medium"
) -> bytes | Problem:
    """Body and movement in one file, for other programs; `side` is the working one."""
    if tone not in SKIN_TONES:
        return _unknown("skin tone", tone, SKIN_TONES)
    made = _track(library, name, who, mirrored=side == "left")
    return made if isinstance(made, Problem) else whole_glb(*made, tone)


def _unknown(what: str, given: str, known: Iterable[str]) -> Problem:
    names = ", ".join(known)
    return Problem(place=Place(), sentence=f"There is no {what} “{given}”. There are: {names}.")


def _track(
    library: Library, name: str, who: str, *, mirrored: bool = False
) -> tuple[Body, Track] | Problem:
    if name not in clip_names(library):
        return _unknown("movement", name, clip_names(library))
    body = open_body(who)
    if isinstance(body, Problem):
        return body
    exercise = library.exercises.get(name)
    clip = read_clip(exercise.id if exercise else TRAVEL, who)
    if isinstance(clip, Problem):
        return clip
    if exercise:
        return body, _exercise_track(exercise, body, clip, mirrored=mirrored)
    moves = [move for move in library.travel.moves if move.poses]
    number = [travel_name(move) for move in moves].index(name)
    return body, _travel_track(library.travel, moves[number], body, clip, clip.moves[number])


def _exercise_track(exercise: Exercise, body: Body, clip: Clip, *, mirrored: bool) -> Track:
    poses = [exercise.start, *(move.to for move in exercise.moves)]
    camera = Stage(exercise, body, clip).camera
    segments = tuple(
        Segment(start_pose=a, end_pose=b, start=first / clip.rate, end=last / clip.rate)
        for a, b, (first, last) in zip(poses, poses[1:], clip.moves, strict=False)
    )
    follow = exercise.sides.mode != "alternate"
    states = clip.frames.mirrored() if mirrored else clip.frames
    things = things_of(exercise.poses, exercise.scene, clip.keys, body, poses)
    if things and mirrored:
        things = things.mirrored()
    table = Timetable(
        exercise=exercise.id,
        seconds=_length(states, clip.rate),
        segments=segments,
        view=_view(camera, _reach(states, body, things), follow=follow),
    )
    return _made(table, body, states, clip.rate, things)


def _travel_track(
    travel: Travel, move: TravelMove, body: Body, clip: Clip, span: tuple[int, int]
) -> Track:
    first, last = span
    chosen = slice(first, last + 1)
    states = State(
        clip.frames.angles[chosen], clip.frames.position[chosen], clip.frames.orientation[chosen]
    )
    end = (last - first) / clip.rate
    segment = Segment(start_pose=move.start, end_pose=move.end, start=0.0, end=end)
    # Whoever lies down leaves the chair behind; only what is lain on is drawn.
    lying = {move.start, move.end} & LYING
    scene = {n: s for n, s in travel.scene.items() if is_pad(n, travel.scene) or not lying}
    things = things_of(travel.poses, scene, clip.keys, body, move.poses)
    view = _view(TRAVEL_VIEW, _reach(states, body, things), follow=False)
    table = Timetable(exercise=travel_name(move), seconds=end, segments=(segment,), view=view)
    return _made(table, body, states, clip.rate, things)


def _made(table: Timetable, body: Body, states: State, rate: int, things: Things | None) -> Track:
    times = np.arange(len(states.position)) / rate
    return Track(states.posed(body), times, to_plain(table), things)


def _length(states: State, rate: int) -> float:
    return (len(states.position) - 1) / rate


def _view(camera: Camera, reach: tuple[Floats, Floats], *, follow: bool) -> View:
    low, high = reach
    return View(
        azimuth=camera.yaw,
        elevation=camera.pitch + LOOK_DOWN,
        centre=_triple((low + high) / 2),
        half=_triple((high - low) / 2),
        follow=follow,
    )


def _reach(states: State, body: Body, things: Things | None) -> tuple[Floats, Floats]:
    """The lowest and highest corner over all frames, by the body's probes and the things."""
    every = body.skin(states.posed(body), body.figure.probes).reshape(-1, 3)
    if things:
        every = np.concatenate([every, things.points])
    return every.min(axis=0), every.max(axis=0)


def _triple(values: Floats) -> tuple[float, float, float]:
    x, y, z = (round(float(value), 4) for value in values)
    return x, y, z
