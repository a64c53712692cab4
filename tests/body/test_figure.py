from pathlib import Path

import numpy as np
import pytest

from supple.body import figure as figure_module
from supple.body.appearance import SKIN_TONES, colours
from supple.body.figure import BODY_NAMES, body, figure, open_body
from supple.body.skeleton import BONE_NAMES, REST
from supple.problem import Problem


@pytest.mark.parametrize("name", BODY_NAMES)
def test_a_body_stands_on_the_floor_at_its_stature(name: str) -> None:
    one = body(name)
    height = np.ptp(one.points[:, 1])
    assert abs(one.points[:, 1].min()) < 0.02
    assert one.stature - 0.01 < height < one.stature + 0.03


def test_bodies_differ() -> None:
    waist = {}
    for name in BODY_NAMES:
        one = body(name)
        belly = one.points[one.figure.marks["belly"]].mean(axis=0)
        back = one.points[one.figure.marks["back.L3"]].mean(axis=0)
        waist[name] = float(belly[0] - back[0])
    assert waist["large-woman"] > waist["woman"] + 0.05
    assert waist["large-man"] > waist["man"] + 0.03


def test_one_body_is_plainly_over_sixty() -> None:
    assert [name for name in BODY_NAMES if body(name).grey] == ["older-woman"]


def test_all_bodies_come_from_one_bake() -> None:
    assert {body(name).stamp for name in BODY_NAMES} == {figure().stamp}


def test_weights_sum_to_one_and_name_bones() -> None:
    assert np.allclose(figure().weights.sum(axis=1), 1)
    assert figure().bones.max() < len(BONE_NAMES)


def test_each_triangle_has_one_colour() -> None:
    classes = figure().classes[figure().triangles]
    assert (classes == classes[:, :1]).all()


def test_landmarks_come_in_pairs_and_face_outwards() -> None:
    woman = body("woman")
    points = woman.points
    outwards = woman.normals(points)
    for name, patch in figure().marks.items():
        if name.startswith("left."):
            assert name.replace("left.", "right.") in figure().marks
        a, b, c = points[patch[:3]]
        assert np.cross(b - a, c - a) @ outwards[patch[0]] > 0, name


def test_the_skin_follows_the_bones() -> None:
    woman = body("woman")
    place = np.array([0.0, 1.0, 0.0])
    still = woman.skin(woman.pose(REST, place, np.eye(3)))
    moved = woman.skin(woman.pose(REST, place + np.array([0.1, 0.2, 0.3]), np.eye(3)))
    assert np.allclose(moved - still, [0.1, 0.2, 0.3])


def test_named_vertices_are_skinned_as_the_whole_is() -> None:
    woman = body("woman")
    posed = woman.pose(REST, np.zeros(3), np.eye(3))
    heel = figure().marks["right.heel"]
    assert np.allclose(woman.skin(posed, heel), woman.skin(posed)[heel])


def test_a_missing_body_is_a_problem_that_names_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figure_module, "DATA", tmp_path)
    found = open_body("nobody")
    path = tmp_path / "nobody.npz"
    assert isinstance(found, Problem)
    assert str(found) == (
        f"{path}: The figure nobody cannot be read ([Errno 2] No such file or directory: "
        f"'{path}'); bake it again with: python -m tools.bake_figure WHEEL"
    )


def test_every_class_has_a_colour_in_every_tone() -> None:
    assert len(SKIN_TONES) == 4
    for tone in SKIN_TONES:
        assert set(colours(tone)) == set(figure().class_names)
    assert colours("dark", grey=True)["hair"] != colours("dark")["hair"]
