import pytest

from supple.read.steps.tongue import recognise
from tests.read.case import drafted

UNKNOWN = (
    "This page seems to be in a language that cannot be read yet (it). English, Spanish, German, "
    "French and Portuguese can; in other languages the exercises have to be added by hand."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lie on your back and hold for 5 seconds with your knees bent.", "en"),
        ("Tumbado boca arriba, mantenga la posición con las rodillas dobladas.", "es"),
        ("Legen Sie sich auf den Rücken und halten Sie das Bein.", "de"),
        ("Allongé sur le dos, ramenez le genou vers la poitrine.", "fr"),
        ("Deitado de costas, mantenha a perna para cima por 5 segundos.", "pt"),
        ("Sdraiati sulla schiena e porta il ginocchio al petto per 20 secondi.", "it"),
        ("Lig op uw rug en houd het been met de handen vast.", "nl"),
        ("仰向けに寝て膝を曲げます", "und"),
        ("clams 3x15", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert recognise(drafted(text, "clean").folded) == language


def test_a_language_without_a_lexicon_is_said_not_guessed_at() -> None:
    draft = drafted("Sdraiati sulla schiena e porta il ginocchio al petto. Ripeti 3 volte.", "name")
    assert [str(problem) for problem in draft.problems] == [UNKNOWN]
    assert draft.exercises == ()
