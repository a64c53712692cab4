"""Raw answers → a score, by the questionnaire's own rule."""

from collections.abc import Mapping

from supple.problem import Place, Problem
from supple.track.measures.questionnaire import Question, Questionnaire
from supple.words import Words, words


def score(measure: Questionnaire, answers: Mapping[str, int]) -> float | None:
    """The score of `answers` by item id; None where too many are missing or none is defined.

    Answers that do not belong to the measure count as missing.
    """
    answered = [item for item in measure.items if allows(item, answers.get(item.id))]
    total = float(sum(answers[item.id] for item in answered))
    if measure.scoring == "count":
        return total if measure.items else None
    if not answered or len(measure.items) - len(answered) > measure.missing:
        return None
    match measure.scoring:
        case "mean":
            return total / len(answered)
        case "sum":
            return total
        case "percent":
            return 100 * total / sum(map(_highest, answered))
    return None


def allows(item: Question, answer: int | None) -> bool:
    """Whether `answer` is one of the item's."""
    if answer is None:
        return False
    if item.options:
        return any(option.value == answer for option in item.options)
    return item.low <= answer <= item.high


def wrong_answers(
    measure: Questionnaire, answers: Mapping[str, int], say: Words | None = None
) -> tuple[Problem, ...]:
    """One problem for each answer that does not belong to the measure."""
    say = say or words()
    items = {item.id: item for item in measure.items}
    sentences = [
        _not_there(name, measure, say)
        if name not in items
        else say.say("“{item}” has no answer {answer}: choose one of those shown.",
                     item=name, answer=answer)
        for name, answer in answers.items()
        if name not in items or not allows(items[name], answer)
    ]  # fmt: skip
    return tuple(Problem(place=Place(), sentence=sentence) for sentence in sentences)


def _not_there(name: str, measure: Questionnaire, say: Words) -> str:
    return say.say(
        "“{measure}” has no question “{item}”: answer those shown.",
        measure=measure.name,
        item=name,
    )


def _highest(item: Question) -> int:
    return max((option.value for option in item.options), default=item.high)
