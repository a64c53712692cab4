"""Sharing a diary: chosen parts only, every look written down, ended at once, nothing of others."""

import json
import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError
from django.utils import timezone

from supple.value import to_json
from supple.web.accounts import export
from supple.web.accounts.leaving import leave
from supple.web.models import Role, Session, Share, ShareView, User
from supple.web.sessions import Answers
from supple.web.sharing import shares
from tests.web.conftest import PASSWORD, Cast, Member
from tests.web.posts import published
from tests.web.support import text

ALL = ("pain", "sessions", "answers", "notes")
MEAL = {"about": "Sit through a meal", "activity": "4"}
NOTE = "The left side <b>pulled</b>."
MARKS = {  # words of a shared diary that only that part brings
    "pain": "Pain before sessions",
    "sessions": "13 minutes",
    "answers": "Sit through a meal",
    "notes": "The left side",
}


def keep(user: User, days_ago: int, *, note: str = "", pain: int = 6) -> Session:
    """A session of 13 minutes, some days ago."""
    return Session.objects.create(
        pk=UUID(int=days_ago + user.pk.int % 10**12),
        owner=user,
        date=timezone.now().date() - timedelta(days=days_ago),
        seconds=780,
        finished=True,
        by_hand=True,
        pain_before=pain,
        pain_after=pain - 1,
        answers_document=to_json(Answers(note=note)),
    )


@pytest.fixture
def diary(cast: Cast) -> User:
    """The person, with something in every part of the diary."""
    user = cast.person.user
    keep(user, 3, note=NOTE)
    cast.person.post("/diary/questions/activity/", MEAL)
    return user


def given(cast: Cast, *parts: str) -> Share:
    """What the person shares with the therapist, begun by the therapist's code."""
    shares.renew_code(cast.therapist.user)
    form = {"what": list(parts or ALL), "name": "Ann from Tuesday"}
    path = f"/sharing/with/{shares.code_of(cast.therapist.user)}/"
    assert cast.person.post(path, form).headers["Location"] == "/sharing/"
    return Share.objects.get(person=cast.person.user, ended=None)


def seen(member: Member, share: Share) -> str:
    response = member.get(f"/desk/people/{share.pk}/")
    assert response.status_code == 200
    return text(response)


@pytest.mark.parametrize("part", ALL)
def test_only_what_was_chosen_is_shown(cast: Cast, diary: User, part: str) -> None:
    told = seen(cast.therapist, given(cast, part))
    assert "Ann from Tuesday" in told
    assert {one for one, mark in MARKS.items() if mark in told} == {part}


def test_sessions_without_pain_name_no_number_of_it(cast: Cast, diary: User) -> None:
    told = seen(cast.therapist, given(cast, "sessions"))
    assert "13 minutes · written by hand" in told
    assert "pain before" not in told
    assert "after 5" not in told


def test_everything_chosen_is_everything_shown(cast: Cast, diary: User) -> None:
    told = seen(cast.therapist, given(cast))
    assert all(mark in told for mark in MARKS.values())
    assert "13 minutes · pain before 6 · after 5 · written by hand" in told
    assert "<b>" not in told.replace(NOTE, "")
    assert "Shared with you: Pain numbers, Sessions, Answers, Notes." in told


def test_a_note_is_shown_as_it_was_written(cast: Cast, diary: User) -> None:
    page = cast.therapist.get(f"/desk/people/{given(cast).pk}/").content.decode()
    assert "The left side &lt;b&gt;pulled&lt;/b&gt;." in page


def test_what_is_older_than_twelve_weeks_is_not_shown(cast: Cast, diary: User) -> None:
    keep(diary, 100, note="From the spring.")
    assert "From the spring." not in seen(cast.therapist, given(cast))


def test_a_session_that_was_removed_is_not_shown(cast: Cast, diary: User) -> None:
    Session.objects.filter(owner=diary).update(removed=True)
    told = seen(cast.therapist, given(cast))
    assert "The left side" not in told
    assert "No session in these twelve weeks." in told


def test_nothing_can_be_changed_from_the_desk(cast: Cast, diary: User) -> None:
    page = cast.therapist.get(f"/desk/people/{given(cast).pk}/").content.decode()
    main = page.partition("<main")[2].partition("</main>")[0]
    assert "<form" not in main
    assert re.findall(r'href="([^"]+)"', main) == ["/desk/people/"]
    for path in ("edit", "delete"):
        key = Session.objects.get(owner=diary).pk
        assert cast.therapist.post(f"/diary/{key}/{path}/", {"minutes": "1"}).status_code == 404


def test_every_look_is_written_down_and_seen(cast: Cast, diary: User) -> None:
    share = given(cast, "pain", "notes")
    assert "Nobody so far." in text(cast.person.get("/sharing/"))
    diary.zone = "Asia/Kolkata"
    diary.save()
    seen(cast.therapist, share)
    seen(cast.therapist, share)
    rows = ShareView.objects.order_by("at")
    assert [(row.person, row.therapist, row.what) for row in rows] == [
        (diary, cast.therapist.user, "pain notes")
    ] * 2
    told = text(cast.person.get("/sharing/"))
    when = (rows[0].at + timedelta(hours=5, minutes=30)).strftime("%B %Y, %H:%M")
    assert f"{when} Therapist · Pain numbers, Notes" in told


def test_a_look_that_is_refused_is_no_look(cast: Cast, diary: User) -> None:
    share = given(cast)
    for member in cast:
        if member is not cast.therapist:
            assert member.get(f"/desk/people/{share.pk}/").status_code in {302, 404}
    assert not ShareView.objects.exists()


def test_the_owner_has_no_special_access(cast: Cast, diary: User) -> None:
    share = given(cast)
    assert cast.owner.get(f"/desk/people/{share.pk}/").status_code == 404
    assert "Ann from Tuesday" not in text(cast.owner.get("/desk/people/"))
    assert cast.owner.post(f"/desk/people/{share.pk}/end/").status_code == 404
    assert Share.objects.get().ended is None


def test_the_desk_lists_ones_own_people_and_no_one_else(cast: Cast, diary: User) -> None:
    given(cast)
    shares.share(cast.other_person.user, cast.other_therapist.user, ("pain",), "Otto")
    told = text(cast.therapist.get("/desk/people/"))
    assert "Ann from Tuesday" in told
    assert "Otto" not in told
    assert "1 person shares a diary with you." in text(cast.therapist.get("/desk/"))


def test_a_changed_id_leads_nowhere(cast: Cast, diary: User) -> None:
    given(cast)
    other = shares.share(cast.other_person.user, cast.other_therapist.user, ("pain",), "Otto")
    for key in (other.pk, UUID(int=7), cast.other_person.user.pk):
        assert cast.therapist.get(f"/desk/people/{key}/").status_code == 404
        assert cast.therapist.post(f"/desk/people/{key}/end/").status_code == 404
        assert cast.person.get(f"/sharing/{key}/").status_code == 404
        assert cast.person.post(f"/sharing/{key}/end/").status_code == 404
    other.refresh_from_db()
    assert other.ended is None


def test_the_person_ends_it_at_once(cast: Cast, diary: User) -> None:
    share = given(cast)
    seen(cast.therapist, share)
    assert cast.person.post(f"/sharing/{share.pk}/end/").headers["Location"] == "/sharing/"
    assert "From now on Therapist sees nothing of you." in text(cast.person.get("/sharing/"))
    assert cast.therapist.get(f"/desk/people/{share.pk}/").status_code == 404
    assert "Ann from Tuesday" not in text(cast.therapist.get("/desk/people/"))
    assert ShareView.objects.count() == 1
    assert cast.person.post(f"/sharing/{share.pk}/end/").status_code == 404


def test_the_therapist_ends_it_too(cast: Cast, diary: User) -> None:
    share = given(cast)
    path = f"/desk/people/{share.pk}/end/"
    assert cast.therapist.post(path).headers["Location"] == "/desk/people/"
    assert cast.therapist.get(f"/desk/people/{share.pk}/").status_code == 404
    assert "You share with" not in text(cast.person.get("/sharing/"))


def test_one_side_does_not_end_it_at_the_others_address(cast: Cast, diary: User) -> None:
    share = given(cast)
    assert cast.therapist.post(f"/sharing/{share.pk}/end/").status_code == 404
    assert Share.objects.get().ended is None


def test_it_can_begin_again_after_its_end(cast: Cast, diary: User) -> None:
    first = given(cast)
    cast.person.post(f"/sharing/{first.pk}/end/")
    second = given(cast, "pain")
    assert second.pk != first.pk
    assert cast.therapist.get(f"/desk/people/{first.pk}/").status_code == 404
    assert "13 minutes" not in seen(cast.therapist, second)


def test_what_is_shared_is_changed(cast: Cast, diary: User) -> None:
    share = given(cast)
    page = cast.person.get(f"/sharing/{share.pk}/").content.decode()
    assert page.count(" checked") == 4
    cast.person.post(f"/sharing/{share.pk}/", {"what": ["sessions"], "name": "Ann"})
    told = seen(cast.therapist, share)
    assert {one for one, mark in MARKS.items() if mark in told} == {"sessions"}


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"name": "Ann"}, "Choose at least one part."),
        ({"what": ["everything"], "name": "Ann"}, "Choose at least one part."),
        ({"what": ["pain"], "name": "  "}, "Write a name of at most 80 letters."),
        ({"what": ["pain"], "name": "x" * 81}, "Write a name of at most 80 letters."),
    ],
)
def test_nothing_is_shared_by_half(cast: Cast, form: dict[str, object], sentence: str) -> None:
    shares.renew_code(cast.therapist.user)
    response = cast.person.post(f"/sharing/with/{shares.code_of(cast.therapist.user)}/", form)
    assert response.status_code == 400
    assert sentence in text(response)
    assert not Share.objects.exists()


def test_before_sharing_it_is_said_what_it_means(cast: Cast) -> None:
    shares.renew_code(cast.therapist.user)
    told = text(cast.person.get(f"/sharing/with/{shares.code_of(cast.therapist.user)}/"))
    assert "What may Therapist see?" in told
    assert "This is health data." in told
    assert "Nobody watches it. Days may pass before anyone looks" in told


def test_a_code_is_typed_as_people_type(cast: Cast) -> None:
    shares.renew_code(cast.therapist.user)
    code = shares.code_of(cast.therapist.user)
    for typed in (
        code,
        f"{code[:5]}-{code[5:]}",
        f" {code[:5].lower()} {code[5:].lower()} ",
        f"http://127.0.0.1:8000/sharing/with/{code}/",
    ):
        response = cast.person.get("/sharing/", {"code": typed})
        assert response.headers["Location"] == f"/sharing/with/{code}/"


@pytest.mark.parametrize("typed", ["ABCDEFGHJK", "x", "' OR 1=1 --", "ü" * 500])
def test_a_code_of_nobody(cast: Cast, typed: str) -> None:
    assert "No therapist has this code." in text(cast.person.get("/sharing/", {"code": typed}))


def test_a_new_code_takes_the_place_of_the_old_one(cast: Cast, diary: User) -> None:
    share = given(cast)
    old = shares.code_of(cast.therapist.user)
    assert cast.therapist.post("/desk/people/new-code/").headers["Location"] == "/desk/people/"
    assert cast.other_person.get(f"/sharing/with/{old}/").status_code == 404
    assert "Ann from Tuesday" in seen(cast.therapist, share)


def test_the_author_of_a_routine_that_is_followed_can_be_chosen(cast: Cast) -> None:
    published(cast.therapist.user, "backs")
    path = "/sharing/with-author-of/backs/"
    assert cast.person.get(path).status_code == 404
    cast.person.post("/r/backs/follow/")
    assert "Wrote “Facet-joint stretches and exercises”" in text(cast.person.get("/sharing/"))
    cast.person.post(path, {"what": ["pain"], "name": "Ann"})
    assert Share.objects.get().therapist == cast.therapist.user
    assert "Wrote “" not in text(cast.person.get("/sharing/"))


def test_nobody_shares_with_themselves(cast: Cast) -> None:
    shares.renew_code(cast.therapist.user)
    path = f"/sharing/with/{shares.code_of(cast.therapist.user)}/"
    assert cast.therapist.post(path, {"what": ["pain"], "name": "I"}).status_code == 404


def test_who_is_no_therapist_any_more_sees_nothing_more(cast: Cast, diary: User) -> None:
    share = given(cast)
    path = f"/people/{cast.therapist.user.pk}/role/"
    cast.owner.post(path, {"role": "person"})
    assert cast.therapist.get(f"/desk/people/{share.pk}/").status_code == 404
    cast.owner.post(path, {"role": "therapist"})
    assert cast.therapist.get(f"/desk/people/{share.pk}/").status_code == 404
    assert Share.objects.get().ended is not None


def test_a_code_of_a_former_therapist_leads_nowhere(cast: Cast) -> None:
    shares.renew_code(cast.therapist.user)
    User.objects.filter(pk=cast.therapist.user.pk).update(role=Role.PERSON)
    path = f"/sharing/with/{shares.code_of(cast.therapist.user)}/"
    assert cast.person.get(path).status_code == 404


def test_a_person_who_leaves_leaves_no_name_in_the_trail(cast: Cast, diary: User) -> None:
    share = given(cast)
    seen(cast.therapist, share)
    leave(diary)
    assert cast.therapist.get(f"/desk/people/{share.pk}/").status_code == 404
    assert not Share.objects.exists()
    row = ShareView.objects.get()
    assert (row.person, row.therapist, row.what) == (None, cast.therapist.user, " ".join(ALL))


def test_a_therapist_who_leaves_is_still_seen_to_have_looked(cast: Cast, diary: User) -> None:
    seen(cast.therapist, given(cast))
    leave(cast.therapist.user)
    told = text(cast.person.get("/sharing/"))
    assert "A therapist who has left · Pain numbers" in told
    assert "You share with" not in told


def test_one_share_is_open_with_one_therapist(cast: Cast) -> None:
    first = shares.share(cast.person.user, cast.therapist.user, ("pain",), "Ann")
    second = shares.share(cast.person.user, cast.therapist.user, ("notes",), "Anna")
    assert (first.pk, second.what) == (second.pk, "notes")
    with pytest.raises(IntegrityError):
        Share.objects.create(person=cast.person.user, therapist=cast.therapist.user, name="A")


def test_nobody_keeps_what_was_shared(cast: Cast, diary: User) -> None:
    response = cast.therapist.get(f"/desk/people/{given(cast).pk}/")
    assert response.headers["Cache-Control"] == "no-store"
    title = re.search(r"<title>(.*)</title>", response.content.decode())
    assert title
    assert title[1] == "A shared diary · Supple"


def test_shares_and_looks_are_taken_along(cast: Cast, diary: User) -> None:
    seen(cast.therapist, given(cast, "pain"))
    found = export.everything(diary)
    assert [row["what"] for row in found["web.Share"]] == ["pain"]
    assert [row["what"] for row in found["web.ShareView"]] == ["pain"]
    assert PASSWORD not in json.dumps(found, default=str)


def test_many_people_who_share_are_found_by_name(cast: Cast) -> None:
    for number in range(30):
        person = User.objects.create(email=f"p{number}@example.org", role=Role.PERSON)
        shares.share(person, cast.therapist.user, ("pain",), f"Zoe {number:02}")
    first = text(cast.therapist.get("/desk/people/"))
    assert "Page 1 of 2" in first
    assert "Zoe 29" not in first
    assert "Zoe 29" in text(cast.therapist.get("/desk/people/?page=2"))
    assert "Zoe 00" not in text(cast.therapist.get("/desk/people/?q=zoe+29"))
    told = text(cast.therapist.get("/desk/people/?q=nobody"))
    assert "Nobody who shares with you has this name." in told
