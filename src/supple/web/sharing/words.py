"""The parts of a diary in words."""

from django.utils.translation import gettext as _

from supple.web.sharing.shares import Part, parts_of


def part_words() -> dict[Part, tuple[str, str]]:
    """Each part: its name, and what it holds."""
    return {
        "pain": (_("Pain numbers"), _("What you said before and after sessions, 0 to 10.")),
        "sessions": (_("Sessions"), _("On which days you did how many minutes.")),
        "answers": (_("Answers"), _("What you answered to the diary’s questions.")),
        "notes": (_("Notes"), _("What you wrote after sessions, in your own words.")),
    }


def named(what: str) -> str:
    """The parts of a share as one line."""
    words = part_words()
    return ", ".join(words[part][0] for part in parts_of(what.split()))
