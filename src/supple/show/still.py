"""Drawings kept as files: an SVG for each pose and body, one archive for each exercise.

`python -m tools.bake` writes them; `still` reads one. A file that is missing or
damaged is a Problem for the log, never a crash: the page then shows the words.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from supple.body.clips import Clip
from supple.body.figure import Body
from supple.exercise.load import Library
from supple.exercise.types import Exercise
from supple.problem import Place, Problem
from supple.routine.picture import Picture
from supple.show.alt import alt_text
from supple.show.drawing import drawing
from supple.show.dress import dressed
from supple.show.held import Equipped, equipped
from supple.show.palette import palette
from supple.value import Value, to_json
from supple.words import Words

FOLDER = Path(__file__).parent / "data" / "stills"
_STAMPS = "stamps.json"
# Zip keeps a time for each entry; a fixed one makes the same drawings the same file.
_TIME = (1980, 1, 1, 0, 0, 0)
_CODE = (
    "camera", "curves", "drawing", "edges", "fills", "ground", "layers", "lens", "lines", "motion",
    "palette", "pen", "raster", "stage", "strokes", "subject", "view",
)  # fmt: skip


class Stills(Value, kw_only=True):
    """The drawings of one exercise on one body: SVG by pose, and the hash of what they show."""

    drawings: dict[str, str]
    stamp: str


def bake_stills(exercise: Exercise, body: Body, clip: Clip) -> Stills:
    """Draw every pose of an exercise on one body."""
    stage = Equipped(exercise, body, clip)
    drawings = {pose: drawing(stage, pose) for pose in stage.poses}
    return Stills(drawings=drawings, stamp=still_stamp(exercise, body, clip))


def still_stamp(exercise: Exercise, body: Body, clip: Clip) -> str:
    """Hash of the solved poses, the things around them, the body and the drawing code."""
    stage = Equipped(exercise, body, clip)
    moves = [move.to for move in exercise.moves]
    shown = [exercise.body.posture, exercise.view, stage.poses, moves]
    said = to_json([clip.stamp, body.stamp, body.name, *shown])
    digest = hashlib.sha256((_code() + said).encode())
    for pose in stage.poses:
        things = stage.things(pose)
        if things is not None:
            digest.update(np.round(things.points, 4).astype("<f4").tobytes())
    return digest.hexdigest()[:16]


@cache
def _code() -> str:
    digest = hashlib.sha256()
    for name in _CODE:
        digest.update((Path(__file__).parent / f"{name}.py").read_bytes())
    return digest.hexdigest()


def path_of(exercise: str, folder: Path = FOLDER) -> Path:
    """The archive that holds an exercise's drawings."""
    return folder / f"{exercise}.zip"


def write_stills(path: Path, stills: Mapping[str, Stills]) -> None:
    """Write the drawings of all bodies (by name) of one exercise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stamps = {body: found.stamp for body, found in stills.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _put(archive, _STAMPS, json.dumps(stamps, indent=1))
        for body, found in stills.items():
            for pose, svg in found.drawings.items():
                _put(archive, _entry(body, pose), svg)


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, text)


def _entry(body: str, pose: str) -> str:
    return f"{body}/{pose}.svg"


def read_stills(exercise: str, body: str, folder: Path = FOLDER) -> Stills | Problem:
    """All drawings of an exercise on one body, or a Problem that names the file."""
    path = path_of(exercise, folder)
    try:
        drawings, stamps = _read(path, path.stat().st_mtime_ns)
        stamp = stamps[body]
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        return _problem(path, f"The drawings of {exercise} for {body} cannot be read ({error})")
    head = f"{body}/"
    own = {
        name.removeprefix(head).removesuffix(".svg"): svg
        for name, svg in drawings.items()
        if name.startswith(head)
    }
    return Stills(drawings=own, stamp=stamp)


@lru_cache(maxsize=128)
def _read(path: Path, _changed: int) -> tuple[dict[str, str], dict[str, str]]:
    with zipfile.ZipFile(path) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    return texts, json.loads(texts.pop(_STAMPS))


def still(
    exercise: str, pose: str, body: str, folder: Path = FOLDER
) -> tuple[str | None, Problem | None]:
    """The SVG drawing of a pose, or None and the reason why there is none."""
    found = read_stills(exercise, body, folder)
    if isinstance(found, Problem):
        return None, found
    if pose in found.drawings:
        return found.drawings[pose], None
    known = ", ".join(found.drawings) or "none"
    sentence = (
        f"There is no drawing of the pose “{pose}” of {exercise} for {body}; there are: {known}"
    )
    return None, _problem(path_of(exercise, folder), sentence)


def _problem(path: Path, sentence: str) -> Problem:
    place = Place(file=str(path))
    return Problem(place=place, sentence=f"{sentence}; bake it again with: python -m tools.bake")


def drawings_for_print(exercise: Exercise, body: str, words: Words) -> tuple[Picture, ...]:
    """The start and the most telling pose in one ink; what is not baked is left out."""
    stage = equipped(exercise, body)
    if isinstance(stage, Problem):
        return ()
    ink = palette("ink", grey=stage.body.grey)
    drawn = {
        pose: svg
        for pose in dict.fromkeys((exercise.start, stage.telling))
        if (svg := still(exercise.id, pose, body)[0]) is not None
    }
    return tuple(
        Picture(svg=dressed(svg, ink), alt=alt_text(stage, pose, words))
        for pose, svg in drawn.items()
    )


def printed(
    library: Library, exercises: Iterable[str], body: str, words: Words
) -> dict[str, tuple[Picture, ...]]:
    """The drawings for print of those `exercises` that the library has, by id."""
    known = (library.exercises[name] for name in exercises if name in library.exercises)
    return {exercise.id: drawings_for_print(exercise, body, words) for exercise in known}


def still_text(exercise: Exercise, pose: str, body: str, words: Words, side: str = "right") -> str:
    """A drawing in words; the exercise's name where its poses are not baked."""
    stage = equipped(exercise, body)
    if isinstance(stage, Problem) or pose not in stage.poses:
        return words.say(exercise.name)
    return alt_text(stage, pose, words, side)
