"""The name that a person writes under: not their own unless they choose it."""

import re
import secrets
import unicodedata

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from supple.web.models import User
from supple.web.person import DESK
from supple.web.questions.models import LONGEST_NAME, PenName

CALM = ("Quiet", "Early", "Gentle", "Amber", "Slow", "Bright", "Still", "Morning", "River", "Maple")
BIRDS = ("Heron", "Wren", "Robin", "Plover", "Swift", "Linnet", "Curlew", "Finch", "Tern", "Dunlin")
CLAIMS = ("physio", "therap", "doctor", "nurse", "supple", "admin", "moderator", "clinic")
TITLES = frozenset({"dr", "doc", "prof", "professor", "md", "mod"})
ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})  # whose letters look alike
SHORTEST = 2


def pen_of(user: User) -> PenName | None:
    """The person's pen name; None before they agreed to write in public."""
    return PenName.objects.filter(owner=user).first()


def proposed() -> str:
    """A name that says nothing of the person."""
    number = 10 + secrets.randbelow(90)
    return f"{secrets.choice(CALM)} {secrets.choice(BIRDS)} {number}"


def agree(user: User, name: str) -> str:
    """Keep the pen name and that the person agreed; what is wrong with it, or ""."""
    name = " ".join(unicodedata.normalize("NFKC", name).split())
    wrong = _wrong(name)
    if wrong:
        return wrong
    if _is_of_desk(name, user):
        return _("Somebody who answers here is called so. Please choose another name.")
    try:
        with transaction.atomic():
            PenName.objects.update_or_create(
                owner=user, defaults={"name": name, "folded": _folded(name)}
            )
    except IntegrityError:
        return _("Somebody writes under that name already. Please choose another.")
    return ""


def _wrong(name: str) -> str:
    if not SHORTEST <= len(name) <= LONGEST_NAME:
        return _("Write a name of 2 to 40 letters.")
    if not all(letter.isalnum() or letter in " -'’." for letter in name):
        return _("Use letters, numbers, spaces, hyphens and dots only.")
    if len(_scripts(name) & ALIKE) > 1:
        return _("Use the letters of one script only.")
    if any(claim in _folded(name) for claim in CLAIMS) or TITLES & _words(name):
        return _("That name sounds as if you wrote for a clinic. Please choose another.")
    return ""


def _words(name: str) -> set[str]:
    return set(re.split(r"[ .’'-]+", name.casefold()))


def _scripts(name: str) -> set[str]:
    """The scripts of its letters, as Unicode names them: LATIN, CYRILLIC."""
    return {unicodedata.name(letter, "").partition(" ")[0] for letter in name if letter.isalpha()}


def _is_of_desk(name: str, user: User) -> bool:
    """Whether somebody else who answers here is called so, for whom readers would take the user."""
    others = User.objects.filter(role__in=DESK).exclude(pk=user.pk)
    return _folded(name) in {_folded(one) for one in others.values_list("name", flat=True) if one}


def _folded(name: str) -> str:
    """Names that look alike are one: letter case, accents and spaces do not tell them apart."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
