"""A routine: exercises in an order, each with the dose its source gives."""

from supple.exercise.dose import Dose
from supple.exercise.types import Caution, Written
from supple.value import Value


class Rung(Value, kw_only=True):
    """One step of a ladder inside a routine: an exercise and the dose given for it.

    `line` is where its file names the exercise; 0 if it comes from no file.
    """

    exercise: str
    dose: Dose = Dose()
    line: int = 0


class Item(Value, kw_only=True):
    """One place in a routine. `rungs` go from easiest to hardest; at least one, most have just it.

    `exercise` of a rung is a library id, or "" for one the library does not
    know, which is then kept by `name` and `text` alone.
    """

    id: str
    rungs: tuple[Rung, ...]
    name: str = ""
    text: str = ""
    cautions: tuple[str, ...] = ()

    def rung(self, exercise: str) -> Rung:
        """The rung a person is on; the first where none, or an unknown one, is named."""
        return next((rung for rung in self.rungs if rung.exercise == exercise), self.rungs[0])


class Source(Written, kw_only=True):
    """Where a routine comes from: cited, never quoted."""

    title: str = ""
    address: str = ""
    author: str = ""


class Routine(Value, kw_only=True):
    """An ordered list of items and the page or person they come from."""

    id: str
    name: str
    purpose: str = ""
    items: tuple[Item, ...]
    source: Source = Source()
    cautions: tuple[Caution, ...] = ()
    schema: int = 1
    file: str = ""

    @property
    def exercises(self) -> tuple[str, ...]:
        """The library ids of all rungs, in order, each once."""
        named = (rung.exercise for item in self.items for rung in item.rungs if rung.exercise)
        return tuple(dict.fromkeys(named))
