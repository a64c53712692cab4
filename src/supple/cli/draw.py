"""`supple draw EXERCISE`: a pose as SVG or PNG, the movement as glTF or as numbers."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from supple.body.figure import BODY_NAMES
from supple.cli import stop
from supple.exercise.load import load_library
from supple.problem import Problem
from supple.show.alt import alt_text
from supple.show.drawing import drawing
from supple.show.dress import dressed, labelled, turned
from supple.show.held import equipped
from supple.show.palette import PLAIN_TONE, THEMES, TONES, palette
from supple.show.stage import Stage
from supple.value import to_json
from supple.words import words

SIDES = ("right", "left")
WIDEST = 8000


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of `supple draw`."""
    parser.add_argument("exercise", help="id of an exercise, e.g. bird-dog")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="FILE.svg, .png, .glb or .json"
    )
    parser.add_argument(
        "--pose", help="the pose to draw (the farthest from the start, if not said)"
    )
    parser.add_argument("--side", default="right", help="the working side: right or left")
    parser.add_argument("--theme", default="light", help=", ".join(THEMES))
    parser.add_argument("--body", default=BODY_NAMES[0], help=", ".join(BODY_NAMES))
    parser.add_argument("--tone", default=PLAIN_TONE, help=f"skin tone: {', '.join(TONES)}")
    parser.add_argument("--width", type=int, default=1200, help=f"pixels of a PNG, 1 to {WIDEST}")
    parser.add_argument("--locale", default="en", help="language of the text alternative")


def run(arguments: argparse.Namespace) -> int:
    """Draw; 2 where what is asked for does not exist."""
    library = load_library()
    for what, given, known in (
        ("exercise", arguments.exercise, library.exercises),
        ("body", arguments.body, BODY_NAMES),
        ("side", arguments.side, SIDES),
        ("theme", arguments.theme, THEMES),
        ("skin tone", arguments.tone, TONES),
        ("kind of file", _kind(arguments), _WRITERS),
    ):
        if given not in known:
            return stop(_unknown(what, given, known))
    if not 0 < arguments.width <= WIDEST:
        return stop(f"A PNG cannot be {arguments.width} pixels wide; choose 1 to {WIDEST}.")
    stage = equipped(library.exercises[arguments.exercise], arguments.body)
    if isinstance(stage, Problem):
        return stop(str(stage))
    arguments.pose = arguments.pose or stage.telling
    if arguments.pose not in stage.poses:
        return stop(_unknown(f"pose of {stage.exercise.id}", arguments.pose, stage.poses))
    return _write(_WRITERS[_kind(arguments)](stage, arguments), arguments.output)


def _unknown(what: str, given: str, known: Iterable[str]) -> str:
    names = ", ".join(known)
    return f"There is no {what} “{given}”. There are: {names}."


def _kind(arguments: argparse.Namespace) -> str:
    return arguments.output.suffix.removeprefix(".").lower() if arguments.output else "svg"


def _write(made: bytes | Problem, output: Path | None) -> int:
    if isinstance(made, Problem):
        return stop(str(made))
    if output is None:
        sys.stdout.write(made.decode())
        return 0
    try:
        output.write_bytes(made)
    except OSError as error:
        return stop(f"{output} cannot be written: {error.strerror}.")
    return 0


def _svg(stage: Stage, arguments: argparse.Namespace) -> bytes:
    text = alt_text(stage, arguments.pose, words(arguments.locale), arguments.side)
    colours = palette(arguments.theme, arguments.tone, grey=stage.body.grey)
    return labelled(dressed(_sided(stage, arguments), colours), text).encode()


def _sided(stage: Stage, arguments: argparse.Namespace) -> str:
    svg = drawing(stage, arguments.pose)
    return turned(svg) if arguments.side == "left" else svg


def _png(stage: Stage, arguments: argparse.Namespace) -> bytes:
    from supple.show.png import png

    svg = _sided(stage, arguments)
    return png(svg, width=arguments.width, theme=arguments.theme, tone=arguments.tone)


def _glb(stage: Stage, arguments: argparse.Namespace) -> bytes | Problem:
    from supple.show.movement import whole_file

    given = {"side": arguments.side, "tone": arguments.tone}
    return whole_file(load_library(), stage.exercise.id, stage.body.name, **given)


def _json(stage: Stage, arguments: argparse.Namespace) -> bytes:
    from supple.show.trajectories import trajectories

    found = trajectories(stage.exercise, stage.body, stage.clip, arguments.side)
    return f"{to_json(found)}\n".encode()


_Writer = Callable[[Stage, argparse.Namespace], bytes | Problem]
_WRITERS: dict[str, _Writer] = {"svg": _svg, "png": _png, "glb": _glb, "json": _json}
