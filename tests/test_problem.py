import pytest

from supple.problem import Place, Problem


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(file="a.toml", line=3), "a.toml:3: Mend it."),
        (Place(file="a.toml"), "a.toml: Mend it."),
        (Place(start=4, end=9), "text, characters 4 to 9: Mend it."),
        (Place(file="page.txt", start=0, end=9), "page.txt, characters 0 to 9: Mend it."),
        (Place(), "Mend it."),
    ],
)
def test_a_problem_says_where_it_is(place: Place, text: str) -> None:
    assert str(Problem(place=place, sentence="Mend it.")) == text
