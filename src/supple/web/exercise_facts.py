"""The facts of an exercise in words, and as two small pictures: what bears weight, and the back."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from supple.exercise.types import Exercise, Facts
from supple.value import Value
from supple.web.shelf import positions

# Where each part lies on the outline of a person seen from the front, 100 × 180.
SPOTS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "head": ((50, 16),),
    "shoulders": ((34, 42), (66, 42)),
    "upper-back": ((50, 48),),
    "back": ((50, 66),),
    "front": ((50, 66),),
    "side": ((67, 72),),
    "elbows": ((22, 66), (78, 66)),
    "forearms": ((19, 76), (81, 76)),
    "wrists": ((15, 90), (85, 90)),
    "seat": ((43, 92), (57, 92)),
    "thighs": ((42, 110), (58, 110)),
    "knees": ((41, 130), (59, 130)),
    "shins": ((40, 146), (60, 146)),
    "calves": ((40, 146), (60, 146)),
    "feet": ((39, 170), (61, 170)),
    "foot": ((61, 170),),
}
# The line of the spine from the pelvis up, seen from the side (facing right) or from above.
LINES: Mapping[tuple[str, str], str] = {
    ("neutral", "neutral"): "M50 112Q56 66 50 28",
    ("flexion", "mid"): "M50 112Q48 66 70 34",
    ("flexion", "end"): "M50 112Q42 60 92 54",
    ("extension", "mid"): "M50 112Q60 68 36 32",
    ("extension", "end"): "M50 112Q66 66 18 44",
    ("side-bend", "mid"): "M50 112Q50 66 66 34",
    ("side-bend", "end"): "M50 112Q50 62 82 46",
    ("rotation", "mid"): "M50 34A36 36 0 0 1 76 45",
    ("rotation", "end"): "M50 34A36 36 0 0 1 86 70",
}


class FactsPage(Value, kw_only=True, omit_defaults=False):
    """The facts for a page: words, spots and lines of the pictures, and their alternatives."""

    words: tuple[tuple[str, str], ...]
    weight: str
    spots: tuple[tuple[int, int], ...]
    back: str
    lines: tuple[str, ...]
    tips: tuple[tuple[str, str], ...]
    ghosts: tuple[str, ...]
    turns: bool


def facts_page(one: Exercise) -> FactsPage:
    """What the page of an exercise tells of it, in the language of this request."""
    body = one.body
    ways = tuple(body.spine.direction.split("+"))
    shown = tuple(LINES[way, body.spine.range if way != "neutral" else way] for way in ways)
    kinds = (
        {"flexion", "extension", "neutral"} if not {"rotation", "side-bend"} & {*ways} else {*ways}
    )
    return FactsPage(
        words=_words(one),
        weight=_weight(body),
        spots=tuple(spot for part in body.weight for spot in SPOTS.get(part, ())),
        back=_back(body),
        lines=shown,
        tips=tuple(_tip(line) for line in shown),
        ghosts=tuple(
            line for (way, _), line in LINES.items() if way in kinds and line not in shown
        ),
        turns="rotation" in ways,
    )


def _tip(line: str) -> tuple[str, str]:
    """Where a line ends."""
    x, y = line.replace("Q", " ").split()[-2:]
    return x, y


def _words(one: Exercise) -> tuple[tuple[str, str], ...]:
    body = one.body
    floor = {
        "yes": _("On the floor"),
        "bed-will-do": _("On the floor, or on a firm bed"),
        "no": _("No floor needed"),
    }
    load = {"low": _("Light"), "medium": _("Medium"), "high": _("Strong")}
    hip = {
        "low": _("Not far"),
        "ninety": _("To about a right angle"),
        "deep": _("Past a right angle"),
    }
    arms = {"down": _("Low"), "forward": _("In front"), "overhead": _("Overhead")}
    return (
        (_("Position"), positions()[body.posture]),
        (_("Where"), floor[body.floor]),
        (_("You need"), ", ".join(one.needs) or _("Nothing")),
        (_("Bears weight"), _weight(body)),
        (_("Your back"), _back(body)),
        (_("Hips bend"), hip[body.hip]),
        (_("Deepest knee bend"), _("%(degrees)d degrees") % {"degrees": body.knee}),
        (_("Arms"), arms[body.arms]),
        (_("Head lower than the hips"), _("Yes") if body.head_down else _("No")),
        (_("Effort"), load[body.load]),
    )


def _weight(body: Facts) -> str:
    said = {
        "head": _("head"),
        "shoulders": _("shoulders"),
        "upper-back": _("upper back"),
        "back": _("back"),
        "front": _("front"),
        "side": _("side"),
        "elbows": _("elbows"),
        "forearms": _("forearms"),
        "wrists": _("hands and wrists"),
        "seat": _("seat"),
        "thighs": _("thighs"),
        "knees": _("knees"),
        "shins": _("shins"),
        "calves": _("calves"),
        "feet": _("feet"),
        "foot": _("one foot"),
    }
    return _(", ").join(said.get(part, part) for part in body.weight)


def _back(body: Facts) -> str:
    ways = {
        "neutral": _("Stays in the middle"),
        "flexion": _("Rounds forward"),
        "extension": _("Bends backward"),
        "flexion+extension": _("Rounds and bends back"),
        "rotation": _("Turns"),
        "side-bend": _("Bends to the side"),
    }
    far = {"neutral": "", "mid": _("part of the way"), "end": _("as far as it goes")}
    told = (ways[body.spine.direction], far[body.spine.range])
    return _(", ").join(part for part in told if part)
