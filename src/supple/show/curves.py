"""Fitting cubic curves to lines, and writing them as SVG path data.

The fit is Schneider's (An Algorithm for Automatically Fitting Digitized Curves,
Graphics Gems, 1990): least squares with chord-length parameters, split at the
worst point until the curve is within the tolerance.
"""

from itertools import pairwise

import numpy as np

from supple.show.raster import Floats

_ROUNDS = 3
_CORNER = np.cos(np.radians(55))
_SPAN = 4
_TINY = 1e-9
_PAIR = 2  # points, or the two ends of a line that is not cut


def fit(points: Floats, tolerance: float, *, closed: bool = False) -> Floats:
    """Cubic curves (k, 4, 2) along points (n, 2), nowhere farther off than `tolerance`."""
    if closed:
        points = np.concatenate([points, points[:1]])
    points = points[np.r_[True, np.abs(np.diff(points, axis=0)).sum(axis=1) > _TINY]]
    if len(points) < _PAIR:
        return np.empty((0, 4, 2))
    cuts = [0, *_corners(points), len(points) - 1]
    if closed and len(cuts) == _PAIR:
        cuts = [0, len(points) // 2, len(points) - 1]
    tangents = _tangents(points, cuts, closed=closed)
    curves: list[Floats] = []
    for (a, b), (out, back) in zip(pairwise(cuts), tangents, strict=True):
        curves += _fit(points[a : b + 1], out, back, tolerance)
    return np.array(curves)


def path(curves: Floats, *, closed: bool = False) -> str:
    """SVG path data of curves (k, 4, 2), relative and in whole units."""
    if len(curves) == 0:
        return ""
    whole = np.rint(curves).astype(int)
    text = [f"M{_pair(*whole[0, 0])}"]
    for curve in whole:
        steps = (curve[1:] - curve[0]).ravel().tolist()
        text.append(_command("c" if len(text) == 1 else "", steps))
    return "".join(text) + ("z" if closed else "")


def polyline(points: Floats, *, closed: bool = False) -> str:
    """SVG path data of straight lines through points (n, 2), relative and in whole units."""
    whole = np.rint(points).astype(int)
    steps = np.diff(whole, axis=0).ravel().tolist()
    return f"M{_pair(*whole[0])}{_command('l', steps)}" + ("z" if closed else "")


def points_text(points: Floats) -> str:
    """Points (n, 2) as absolute whole coordinates."""
    return " ".join(_pair(*point) for point in np.rint(points).astype(int).tolist())


def distances(points: Floats) -> Floats:
    """How far along a line each of its points (n, 2) lies."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    return np.concatenate([[0.0], np.cumsum(steps)])


def evenly(points: Floats, count: int) -> Floats:
    """`count` points at even distances along a line (n, 2)."""
    along = distances(points)
    places = np.linspace(0, along[-1], count)
    return np.stack([np.interp(places, along, points[:, k]) for k in (0, 1)], axis=1)


def _pair(x: int, y: int) -> str:
    return f"{x} {y}"


def _command(letter: str, numbers: list[int]) -> str:
    """Numbers with a space only where there is no minus to part them."""
    text = letter
    for place, number in enumerate(numbers):
        text += str(number) if number < 0 or (place == 0 and letter) else f" {number}"
    return text


def _corners(points: Floats) -> list[int]:
    """Places where the line turns sharply within a few points."""
    if len(points) < 2 * _SPAN + 2:
        return []
    before = points[_SPAN:-_SPAN] - points[: -2 * _SPAN]
    after = points[2 * _SPAN :] - points[_SPAN:-_SPAN]
    size = np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1)
    cosine = np.einsum("nk,nk->n", before, after) / np.maximum(size, 1e-9)
    found: list[int] = []
    for place in np.argsort(cosine):
        if cosine[place] > _CORNER:
            break
        at = int(place) + _SPAN
        if all(abs(at - other) > 2 * _SPAN for other in found):
            found.append(at)
    return sorted(found)


def _tangents(points: Floats, cuts: list[int], *, closed: bool) -> list[tuple[Floats, Floats]]:
    """Unit tangents into each stretch from its start, and back from its end."""
    pairs = []
    smooth_seam = closed and _is_smooth_seam(points)
    for a, b in pairwise(cuts):
        reach = min(_SPAN, b - a)
        pairs.append((_unit(points[a + reach] - points[a]), _unit(points[b - reach] - points[b])))
    if closed and len(cuts) == 3 and cuts[1] == len(points) // 2:  # noqa: PLR2004 - split in two
        middle = cuts[1]
        around = _unit(points[middle + 1] - points[middle - 1])
        pairs = [(pairs[0][0], -around), (around, pairs[1][1])]
    if smooth_seam:
        around = _unit(
            points[min(_SPAN, len(points) - 1)] - points[-1 - min(_SPAN, len(points) - 1)]
        )
        pairs[0] = (around, pairs[0][1])
        pairs[-1] = (pairs[-1][0], -around)
    return pairs


def _is_smooth_seam(points: Floats) -> bool:
    if len(points) < 2 * _SPAN + 2:
        return False
    before, after = points[-1] - points[-1 - _SPAN], points[_SPAN] - points[0]
    return bool(_unit(before) @ _unit(after) > _CORNER)


def _unit(vector: Floats) -> Floats:
    size = float(np.linalg.norm(vector))
    unit: Floats = vector / size if size > 0 else vector
    return unit


def _fit(points: Floats, out: Floats, back: Floats, tolerance: float) -> list[Floats]:
    if len(points) == _PAIR:
        third = np.linalg.norm(points[1] - points[0]) / 3
        return [np.array([points[0], points[0] + out * third, points[1] + back * third, points[1]])]
    parameters = _chord_lengths(points)
    for _ in range(_ROUNDS):
        bases = _bases(parameters)
        curve = _least_squares(points, bases, out, back)
        away = bases @ curve - points
        off = np.hypot(away[:, 0], away[:, 1])
        if off.max() <= tolerance:
            return [curve]
        if off.max() > 8 * tolerance:
            break
        parameters = _nearer(curve, away, parameters)
    middle = int(np.clip(off.argmax(), 1, len(points) - 2))
    reach = min(_SPAN, middle, len(points) - 1 - middle)
    around = _unit(points[middle + reach] - points[middle - reach])
    return [
        *_fit(points[: middle + 1], out, -around, tolerance),
        *_fit(points[middle:], around, back, tolerance),
    ]


def _chord_lengths(points: Floats) -> Floats:
    along = distances(points)
    share: Floats = along / along[-1]
    return share


def _bases(t: Floats) -> Floats:
    """Bernstein polynomials of degree three, (n, 4)."""
    s = 1 - t
    found = np.empty((len(t), 4))
    found[:, 0], found[:, 1] = s * s * s, 3 * t * s * s
    found[:, 2], found[:, 3] = 3 * t * t * s, t * t * t
    return found


def _least_squares(points: Floats, bases: Floats, out: Floats, back: Floats) -> Floats:
    """The curve with these end tangents (unit) that lies nearest to the points."""
    first, last = points[0], points[-1]
    ends = np.array([first, first, last, last])
    squares, rest = bases.T @ bases, bases.T @ (points - bases @ ends)
    c11, c12, c22 = squares[1, 1], squares[1, 2] * (out @ back), squares[2, 2]
    x1, x2 = rest[1] @ out, rest[2] @ back
    whole = c11 * c22 - c12 * c12
    chord = float(np.linalg.norm(last - first))
    reach = np.array([c22 * x1 - c12 * x2, c11 * x2 - c12 * x1]) / (whole or 1)
    if abs(whole) < _TINY or (reach < 1e-3 * chord).any() or (reach > 3 * chord + 1).any():
        reach = np.full(2, chord / 3)
    return np.array([first, first + out * reach[0], last + back * reach[1], last])


def _nearer(curve: Floats, away: Floats, t: Floats) -> Floats:
    """One Newton step of each parameter towards the nearest place; `away` (n, 2) it is off."""
    one = 3 * np.diff(curve, axis=0)
    two = 2 * np.diff(one, axis=0)
    t1 = t[:, None]
    bend = two[0] + t1 * (two[1] - two[0])
    speed = one[0] + t1 * (two[0] + bend) / 2
    slope = np.einsum("nk,nk->n", speed, speed) + np.einsum("nk,nk->n", away, bend)
    step = np.einsum("nk,nk->n", away, speed) / np.where(np.abs(slope) > _TINY, slope, np.inf)
    moved: Floats = np.clip(t - step, 0, 1)
    return moved
