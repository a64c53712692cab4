from supple.read.lexicon import LANGUAGES, lexicon, movements
from supple.read.lexicon.names import NOTHING, TITLE_ONLY, Names, stem

TABLE = {
    "bridge": {"names": ["bridge", "hip raise"], "does": ["lift|raise hip off|up"]},
    "calf": {"names": ["calf stretch"], "loose": ["calf stretch"]},
}


def test_the_longest_name_wins_and_no_name_runs_across_a_comma() -> None:
    names = Names({"a": {"names": ["leg raise"]}, "b": {"names": ["leg raise side"]}}, "en")
    assert [hit.movement for hit in names.named(names.words("leg raise side"))] == ["b"]
    assert names.named(names.words("leg, raise")) == []


def test_articles_and_plurals_do_not_matter() -> None:
    names = Names(TABLE, "en")
    assert [hit.movement for hit in names.named(names.words("the hips raises"))] == ["bridge"]


def test_loose_words_stand_in_any_order() -> None:
    names = Names(TABLE, "en")
    assert [hit.movement for hit in names.loose(names.words("stretch for the calves calf"))] == [
        "calf"
    ]


def test_a_description_has_its_words_in_order_and_near() -> None:
    names = Names(TABLE, "en")
    assert names.described(names.words("slowly lift your hips up"))[0].movement == "bridge"
    assert names.described(names.words("up go the hips you lift")) == []
    far = "lift " + "very " * 12 + "hips up"
    assert names.described(names.words(far)) == []


def test_a_phrase_that_only_sounds_like_a_name_is_none() -> None:
    names = lexicon("en").names
    assert names.named(names.words("sit up straight")) == []
    assert [hit.movement for hit in names.named(names.words("ten sit ups"))] == ["curl-up"]


def test_stems() -> None:
    assert [stem(word, "en") for word in ("stretches", "raises", "press", "abs")] == [
        "stretch", "raise", "press", "abs",
    ]  # fmt: skip
    assert stem("elevaciones", "es") == "elevacion"
    assert stem("dehnungen", "de") == "dehnungen"


def test_a_word_for_a_muscle_names_a_movement_only_in_a_title() -> None:
    names = lexicon("en").names
    words = names.words("glutes")
    assert [hit.movement for hit in names.named(words)] == ["piriformis-stretch"]
    assert names.named(words, title=False) == []


def test_every_name_belongs_to_a_movement() -> None:
    for language in LANGUAGES:
        names = lexicon(language).names
        named = {hit.movement for hit in names.named(names.words("bridge plank squat"))}
        assert named <= set(movements())


def test_every_listed_movement_has_a_name_in_every_language() -> None:
    import tomllib

    from supple.read.lexicon.load import FOLDER

    listed = {name for name, movement in movements().items() if movement.listed}
    for language in LANGUAGES:
        table = tomllib.loads((FOLDER / f"{language}_movements.toml").read_text(encoding="utf-8"))
        assert listed <= set(table), language
        assert set(table) <= {*movements(), NOTHING, TITLE_ONLY}, language


def test_movements_lead_to_movements() -> None:
    for movement in movements().values():
        assert set(movement.when.values()) <= set(movements())


def test_every_pattern_of_every_language_compiles() -> None:
    for language in LANGUAGES:
        lex = lexicon(language)
        for group, entries in lex.words.items():
            if isinstance(entries, dict) and group not in ("number", "times", "sharper"):
                for key in entries:
                    assert lex.pattern(group, key).search("") is None


def test_the_languages_have_the_same_tables() -> None:
    english = lexicon("en").words
    for language in LANGUAGES:
        words = lexicon(language).words
        assert set(english) - set(words) <= {"known"}, language
        for group, table in english.items():
            if isinstance(table, dict) and group not in ("number", "times", "sharper"):
                assert set(table) - set(words[group]) <= {"day-parts", "session", "section", "both"}
