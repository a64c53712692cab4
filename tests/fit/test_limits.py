from supple.fit.limits import Limits, limits_of


def test_constraints_and_conditions_are_one_list() -> None:
    limits, problems = limits_of(["no_kneel", "hypertension", "no_kneel"])
    assert limits == Limits(constraints=("no_kneel", "breath_bp"), conditions=("hypertension",))
    assert problems == ()


def test_a_name_that_is_both_is_the_constraint() -> None:
    assert limits_of(["osteoporosis"])[0] == Limits(constraints=("osteoporosis",))


def test_what_a_condition_sets_can_be_lifted() -> None:
    limits, _ = limits_of(["pregnancy"], lifted=["no_prone"])
    assert limits == Limits(constraints=("breath_bp",), conditions=("pregnancy",))


def test_what_is_set_and_lifted_stays_set() -> None:
    limits, problems = limits_of(["no_prone"], lifted=["no_prone"])
    assert limits.constraints == ("no_prone",)
    assert [problem.sentence for problem in problems] == [
        (
            "“no_prone” is both set and lifted. It stays set, to be on the safe side; "
            "leave out one of the two."
        )
    ]


def test_an_unknown_word_is_named_with_the_nearest() -> None:
    limits, problems = limits_of(["no_kneeling"])
    assert limits == Limits()
    assert [problem.sentence for problem in problems] == [
        (
            "“no_kneeling” is no constraint and no condition. Did you mean “no_kneel”? "
            "All: supple constraints."
        )
    ]


def test_unsteadiness_asks_for_a_hand() -> None:
    assert limits_of(["falls_risk"])[0].hand
    assert not limits_of(["no_floor"])[0].hand
