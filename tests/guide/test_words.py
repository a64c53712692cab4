"""Every word of a script goes through the catalogue of the person's language."""

import re

from supple.guide.blocks import Options
from supple.guide.plan import make_plan
from supple.guide.script import make_script
from supple.routine.load import load_routines
from supple.routine.script import Script
from supple.words import Words
from tests.guide.plans import LIBRARY

NESTED = re.compile(r"⟦[^⟦⟧]*⟧")


class Pseudo(Words):
    """A language in which every message stands between brackets."""

    def say(self, message: str, **values: object) -> str:
        return f"⟦{super().say(message, **values)}⟧" if message else ""

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        return f"⟦{super().count(one, many, n, **values)}⟧"


def shown(script: Script) -> list[str]:
    """All that a person reads or hears."""
    texts = [text for item in script.items for text in (item.name, item.dose)]
    for step in script.steps:
        texts += [step.text, step.side_text, step.detail, step.next]
        texts += [line.text for line in step.say]
    return texts


def outside(text: str) -> str:
    """What is left of `text` when all brackets are taken out, the inner ones first."""
    while NESTED.search(text):
        text = NESTED.sub("", text)
    return text


def test_nothing_escapes_translation() -> None:
    routine = load_routines()[0]["facet-joint"]
    plan = make_plan(routine, LIBRARY, say=Pseudo())
    script = make_script(plan, LIBRARY, Pseudo(), Options(wait=True))
    assert [text for text in shown(script) if re.search(r"\w", outside(text))] == []
    assert len([text for text in shown(script) if text]) > len(script.steps)
