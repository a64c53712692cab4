"""What lies under the body."""

import numpy as np

from supple.show.ground import mat_outline


def test_the_mat_holds_the_low_parts_and_not_what_reaches_over_them() -> None:
    points = np.array([[0.0, 0.0, 0.0], [1.0, 0.1, 0.2], [3.0, 1.2, 0.0]])
    outline = mat_outline(points)
    assert outline[:, 0].min() < 0
    assert 1.0 < outline[:, 0].max() < 1.2
    assert (outline[:, 1] == 0).all()


def test_under_a_body_clear_of_the_floor_lies_a_mat_for_its_lowest_part() -> None:
    points = np.array([[0.0, 0.6, 0.0], [0.5, 0.8, 0.0], [2.0, 1.4, 0.0]])
    outline = mat_outline(points)
    assert 0.5 < outline[:, 0].max() < 0.7
    assert (outline[:, 1] == 0).all()
