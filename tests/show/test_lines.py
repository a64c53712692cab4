"""The lines of a drawing: where they are, and that hidden ones are not."""

import numpy as np
import pytest

from supple.show.edges import Kind, Mesh, Sides, find_sides, mask_sides
from supple.show.lines import line_paths, undoubled
from supple.show.raster import Floats, Seen, rasterise
from supple.show.strokes import Chain, chains, rings, smooth
from supple.show.subject import PART, Subject

SIZE = (400, 400)
SCALE = 1000.0  # pixels a metre
Square = tuple[float, float, float, float, float, str, int]


def scene(*squares: Square) -> tuple[Seen, Mesh]:
    """Squares facing the viewer: left, top, right, bottom, depth (pixels), part and colour."""
    points: list[tuple[float, float, float]] = []
    triangles: list[tuple[int, int, int]] = []
    part: list[int] = []
    colour: list[int] = []
    for left, top, right, bottom, depth, name, shade in squares:
        n = len(points)
        points += [
            (left, top, depth),
            (right, top, depth),
            (right, bottom, depth),
            (left, bottom, depth),
        ]
        triangles += [(n, n + 2, n + 1), (n, n + 3, n + 2)]
        part += [PART[name]] * 2
        colour += [shade] * 2
    array: Floats = np.array(points)
    thing = Subject(
        points=array,
        triangles=np.array(triangles),
        weld=np.arange(len(points)),
        colour=np.array(colour),
        role=("skin", "shirt"),
        part=np.array(part),
    )
    mesh = Mesh(thing, array[:, :2], array[:, 2], SCALE)
    return rasterise(mesh.sheet, mesh.depth, thing.triangles, SIZE), mesh


def corners(sides: Sides, kind: Kind) -> Floats:
    y, x = np.divmod(sides.start[sides.kind == kind], SIZE[1] + 1)
    return np.stack([x, y], axis=1).astype(float)


def test_a_contour_behind_the_body_is_absent_and_the_nearer_one_is_there() -> None:
    far: Square = (150, 100, 350, 200, 0.0, "left.leg", 0)
    near: Square = (50, 50, 250, 300, 100.0, "right.leg", 0)
    sides = find_sides(*scene(far, near))
    every = np.concatenate([corners(sides, kind) for kind in Kind])
    inside = (every > (52, 52)) & (every < (248, 298))
    assert not inside.all(axis=1).any()
    fold = corners(sides, Kind.FOLD)
    assert len(fold) == 100
    assert set(fold[:, 0]) == {250.0}


def test_a_step_smaller_than_a_fold_draws_no_line() -> None:
    back: Square = (50, 50, 350, 300, 0.0, "trunk", 0)
    groove: Square = (150, 100, 250, 200, 40.0, "trunk", 0)
    assert len(corners(find_sides(*scene(back, groove)), Kind.FOLD)) == 0


def test_fingers_part_at_a_few_millimetres() -> None:
    one: Square = (50, 50, 200, 300, 0.0, "left.hand", 0)
    other: Square = (150, 50, 300, 300, 5.0, "left.hand", 0)
    assert len(corners(find_sides(*scene(one, other)), Kind.DETAIL)) == 250


def test_two_colours_on_one_surface_meet_in_a_seam() -> None:
    shirt: Square = (50, 50, 200, 300, 0.0, "trunk", 1)
    skin: Square = (200, 50, 350, 300, 0.0, "trunk", 0)
    sides = find_sides(*scene(shirt, skin))
    assert len(corners(sides, Kind.SEAM)) == 250
    assert len(corners(sides, Kind.FOLD)) == 0


def test_the_outline_is_one_closed_stroke() -> None:
    outline = line_paths(*scene((50, 50, 350, 300, 0.0, "trunk", 0)))
    assert list(outline) == [Kind.OUTLINE]
    assert outline[Kind.OUTLINE].count("M") == 1
    assert outline[Kind.OUTLINE].endswith("z")


def test_areas_that_touch_at_a_corner_are_closed_rings() -> None:
    mask = np.zeros((40, 40), dtype=bool)
    mask[5:15, 5:15] = mask[15:30, 15:30] = True
    sides = mask_sides(mask)
    found = rings(sides, 40)
    assert sum(chain.length for chain in found) == len(sides.start)
    assert all(chain.closed for chain in found)


def test_lines_that_meet_run_on_straight() -> None:
    mask = np.zeros((60, 60), dtype=np.int64)
    mask[10:50, 10:30], mask[10:50, 30:50] = 1, 2
    upper = mask_sides(mask > 0)
    between = np.arange(10, 50) * 61 + 30
    sides = Sides(
        np.concatenate([upper.start, between]),
        np.concatenate([upper.end, between + 61]),
        np.concatenate([upper.kind, np.full(40, Kind.SEAM)]),
    )
    found = chains(sides, 60)
    assert sorted((chain.kind, chain.closed) for chain in found) == [
        (Kind.OUTLINE, True),
        (Kind.SEAM, False),
    ]


def test_smoothing_keeps_the_ends_of_an_open_line() -> None:
    steps = np.stack([np.arange(60), np.arange(60) // 2 * 1.0], axis=1)
    line = smooth(Chain(steps, Kind.FOLD, closed=False), 4.0)
    assert np.allclose(line.points[[0, -1]], steps[[0, -1]], atol=1e-9)
    assert np.abs(np.diff(line.points[5:-5, 1]) - 0.5).max() < 0.02


@pytest.mark.parametrize(("gap", "lines"), [(5.0, 1), (30.0, 2)])
def test_a_line_close_beside_a_bolder_one_is_left_out(gap: float, lines: int) -> None:
    x = np.arange(100.0) + 50
    bold = Chain(np.stack([x, np.full(100, 60.0)], axis=1), Kind.OUTLINE, closed=False)
    fine = Chain(np.stack([x, np.full(100, 60.0 + gap)], axis=1), Kind.SEAM, closed=False)
    assert len(undoubled([fine, bold], (200, 200))) == lines
