"""Keeping what a person brought: the page, its corrections, the routine made of it."""

from supple.guide.plan import make_plan, too_much
from supple.read.as_routine import corrected_routine
from supple.read.worksheet import Worksheet
from supple.value import to_json
from supple.web import plans
from supple.web.models import StoredPlan, User
from supple.web.reading.models import BroughtRoutine
from supple.words import words

MOST_UNKEPT = 10  # pages that were read and never kept as a routine


def brought(owner: User, key: str) -> BroughtRoutine | None:
    """The person's page `key`; None for one that is unknown or someone else's."""
    return BroughtRoutine.objects.filter(owner=owner, key=key).first()


def unfinished(owner: User) -> list[BroughtRoutine]:
    """The pages that were read and not yet kept as a routine, newest first."""
    rows = BroughtRoutine.objects.filter(owner=owner, routine_document="")
    return list(rows.order_by("-made").only("key", "name", "made"))


def keep_new(owner: User, sheet: Worksheet) -> BroughtRoutine:
    """Keep a page that was just read; the oldest of those never kept as a routine make room."""
    row = BroughtRoutine.objects.create(
        owner=owner, name=sheet.title, worksheet_document=to_json(sheet)
    )
    unkept = BroughtRoutine.objects.filter(owner=owner, routine_document="").order_by("-made")
    old = list(unkept.values_list("pk", flat=True)[MOST_UNKEPT:])
    BroughtRoutine.objects.filter(pk__in=old).delete()
    return row


def keep_sheet(row: BroughtRoutine, sheet: Worksheet) -> None:
    """Keep a correction."""
    row.worksheet_document = to_json(sheet)
    row.name = sheet.title
    row.save(update_fields=["worksheet_document", "name"])


def keep_routine(owner: User, row: BroughtRoutine, locale: str) -> bool:
    """Make the sheet a routine of this person, or make it anew after corrections.

    False, with nothing kept, where it asks for more than a session can lead. A
    plan of its older form would go on leading what was corrected: the plan that
    is followed is made anew, others wait until they are chosen again.
    """
    routine = corrected_routine(row.read_worksheet(), row.key)
    plan = make_plan(routine, plans.library(), {}, words(locale))
    if too_much(plan):
        return False
    row.routine_document = to_json(routine)
    row.save(update_fields=["routine_document"])
    if plans.followed_name(owner) == row.key:
        plans.keep_plan(owner, plan, [item.id for item in plan.items])
    else:
        StoredPlan.objects.filter(owner=owner, routine=row.key).delete()
    return True


def remove(owner: User, row: BroughtRoutine) -> None:
    """Forget a page, its routine and the plans of it; what was done stays in the diary."""
    StoredPlan.objects.filter(owner=owner, routine=row.key).delete()
    row.delete()
