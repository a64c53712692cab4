"""Questions: what the writer is shown, what is held, who sees what, and what is refused."""

import re
import uuid
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from supple.safety.net import net_text
from supple.web.models import MeToo, ModerationAct, PenName, Post, Publication, Report, User
from supple.web.publishing.models import State
from supple.web.questions import desk, posting, shown, threads
from supple.web.questions.posting import Place
from supple.words import words
from tests.web.conftest import Cast, Member
from tests.web.posts import CALM, FILM, NUMB, named, post, published

ASK = "/ask/new/?routine=backs"
NOBODYS = uuid.UUID(int=7)


@pytest.fixture
def page(cast: Cast) -> Publication:
    """The therapist's published routine, under which questions are asked."""
    return published(cast.therapist.user)


@pytest.fixture
def writer(cast: Cast, page: Publication) -> User:
    """The person, whose words were shown before."""
    user = named(cast.person, "Quiet Heron 12")
    post(user, Place(page), "Is a folded towel under the head all right for this?")
    return user


def sent(member: Member, text: str, address: str = ASK, **fields: str) -> tuple[int, str]:
    """What comes back when `member` sends `text`."""
    answer = member.post(address, {"text": text, **fields})
    return answer.status_code, answer.content.decode()


def test_before_the_first_words_it_is_said_that_they_are_public(
    cast: Cast, page: Publication
) -> None:
    answer = cast.person.get(ASK)
    assert answer.url == f"/ask/name/?{urlencode({'next': ASK})}"
    text = cast.person.get(answer.url).content.decode()
    assert "What you write is public." in text
    assert "Nobody watches this page." in text
    assert "Whoever answers has not examined you." in text


def test_a_pen_name_is_kept_with_the_yes_and_leads_back(cast: Cast, page: Publication) -> None:
    where = f"/ask/name/?{urlencode({'next': ASK})}"
    answer = cast.person.post(where, {"name": "Slow  Tern 40", "agree": "yes"})
    assert answer.url == ASK
    assert PenName.objects.get(owner=cast.person.user).name == "Slow Tern 40"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("x", "Write a name of 2 to 40 letters."),
        ("Max <b>", "Use letters, numbers, spaces, hyphens and dots only."),
        ("Dr House", "That name sounds as if you wrote for a clinic. Please choose another."),
        ("Dr.House", "That name sounds as if you wrote for a clinic. Please choose another."),
        ("Phy-sio Ann", "That name sounds as if you wrote for a clinic. Please choose another."),
        ("Ph\u0443sio Ann", "Use the letters of one script only."),
        ("öwner Mara", "Somebody who answers here is called so. Please choose another name."),
        ("quiét  HERON12", "Somebody writes under that name already. Please choose another."),
    ],
)
def test_a_pen_name_that_cannot_be_is_refused(
    cast: Cast, page: Publication, name: str, sentence: str
) -> None:
    User.objects.filter(pk=cast.owner.user.pk).update(name="Owner Mara")  # type: ignore[union-attr]
    cast.other_person.post("/ask/name/", {"name": "Quiet Heron 12", "agree": "yes"})
    answer = cast.person.post("/ask/name/", {"name": name, "agree": "yes"})
    assert (answer.status_code, sentence in answer.content.decode()) == (400, True)


def test_no_name_is_kept_without_the_yes(cast: Cast, page: Publication) -> None:
    answer = cast.person.post("/ask/name/", {"name": "Slow Tern 40"})
    assert "Tick the box first: it says that you have read this." in answer.content.decode()
    assert not PenName.objects.exists()


def test_the_way_back_never_leaves_the_instance(cast: Cast, page: Publication) -> None:
    where = f"/ask/name/?{urlencode({'next': '//elsewhere.example/x'})}"
    assert cast.person.post(where, {"name": "Slow Tern 40", "agree": "yes"}).url == "/ask/"


def test_a_first_question_is_held_until_a_therapist_shows_it(cast: Cast, page: Publication) -> None:
    named(cast.person, "Quiet Heron 12")
    cast.person.post(ASK, {"text": CALM})
    kept = Post.objects.get()
    address = f"/ask/{kept.pk}/"
    assert kept.state == "held"
    assert [m.get(address).status_code for m in (cast.person, cast.therapist)] == [200, 200]
    assert [m.get(address).status_code for m in (cast.other_person, cast.stranger)] == [404, 404]
    cast.therapist.post(f"/desk/posts/{kept.pk}/", {"act": "show", "version": "1"})
    assert CALM in cast.stranger.get(address).content.decode()
    assert ModerationAct.objects.get().act == "show"


def test_an_emergency_shows_its_card_before_anything_is_kept(cast: Cast, writer: User) -> None:
    before = Post.objects.count()
    status, text = sent(cast.person, NUMB)
    assert status == 200
    assert "Please get emergency help now" in text
    assert "numb between my legs" in text
    assert "This may help while you wait" not in text
    assert Post.objects.count() == before


def test_an_emergency_is_held_and_the_therapist_sees_the_words(cast: Cast, writer: User) -> None:
    sent(cast.person, NUMB, step="post")
    kept = Post.objects.latest("made")
    assert (kept.state, kept.gravity) == ("held", 4)
    text = cast.therapist.get(f"/desk/questions/{kept.pk}/").content.decode()
    heard = kept.read_heard()
    assert all(f"“{sign.words}”" in text for sign in heard.signs)
    assert "The writer saw the card “Please get emergency help now” before posting." in text


def test_the_card_stays_with_the_writer_and_is_nobody_elses(cast: Cast, writer: User) -> None:
    sent(cast.person, NUMB, step="post")
    address = f"/ask/{Post.objects.latest('made').pk}/"
    assert "Please get emergency help now" in cast.person.get(address).content.decode()
    assert f'href="{address}"' in cast.person.get("/ask/").content.decode()
    assert "Please get emergency help now" not in cast.therapist.get(address).content.decode()


def test_an_urgent_post_gets_no_topic_answer_to_begin_from(cast: Cast, writer: User) -> None:
    cast.therapist.post("/desk/answers/", {"title": "Twice a day", "text": "Once is enough."})
    sent(cast.person, f"{NUMB} Can I do the set twice a day?", step="post")
    kept = Post.objects.latest("made")
    ready = desk.prepared(cast.therapist.user, kept, words())  # type: ignore[arg-type]
    assert [one.title for one in ready] == ["Please get emergency help now"]


def test_the_desk_puts_the_most_serious_first_then_the_oldest(
    cast: Cast, writer: User, page: Publication
) -> None:
    sent(cast.person, "How many times a day shall I do this?", step="post")
    sent(cast.person, NUMB, step="post")
    order = [one.text for one in desk.waiting(cast.therapist.user)]  # type: ignore[arg-type]
    assert order[0] == NUMB
    assert order[1] == "Is a folded towel under the head all right for this?"


def test_a_topic_shows_its_cautious_answer_with_source_and_net(cast: Cast, writer: User) -> None:
    _, text = sent(cast.person, "Can I do the whole set more than once a day?")
    assert "This may help while you wait" in text
    assert "Sources: " in text
    assert net_text(words()).limit in text


def test_a_therapists_earlier_answer_is_offered_for_the_same_topic(
    cast: Cast, writer: User, page: Publication
) -> None:
    asked = post(writer, Place(page), "How often should I do the set, twice per day?")
    desk.answer(cast.therapist.user, asked, "Once a day is enough.", 0)  # type: ignore[arg-type]
    named(cast.other_person, "Early Wren 33")
    _, text = sent(cast.other_person, "Can I do the whole set more than once a day?")
    assert f"/ask/{asked.pk}/" in text


def test_kneeling_is_offered_to_be_left_out_and_only_then_left_out(
    cast: Cast, writer: User
) -> None:
    words_of_hers = "I had both knees replaced last year. What can I do instead of kneeling?"
    _, text = sent(cast.person, words_of_hers)
    assert "Shall your plans leave something out?" in text
    assert "What would change in this routine" in text
    sent(cast.person, words_of_hers, step="post")
    kept = Post.objects.latest("made")
    assert not hasattr(writer, "can_do")
    cast.person.post(f"/ask/{kept.pk}/leave-out/")
    writer.refresh_from_db()
    assert "no_kneel" in writer.can_do.read().constraints


def test_the_offer_can_be_taken_with_the_post(cast: Cast, writer: User) -> None:
    text = "I had both knees replaced last year. What can I do instead of kneeling?"
    sent(cast.person, text, step="post", **{"leave-out": "yes"})
    writer.refresh_from_db()
    assert "no_kneel" in writer.can_do.read().constraints


def test_what_is_not_english_is_held_with_the_net(cast: Cast, writer: User) -> None:
    spanish = "Me duele mucho la espalda desde hace tres semanas y no puedo dormir bien."
    _, text = sent(cast.person, spanish)
    assert net_text(words()).limit in text
    sent(cast.person, spanish, step="post")
    assert Post.objects.latest("made").state == "held"


def test_markup_in_a_post_is_shown_as_it_was_typed() -> None:
    html = shown.html('Hello <script>alert(1)</script> <img src=x onerror=y> "quoted"')
    assert html == (
        '<p>Hello &lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=y&gt; "quoted"</p>'
    )


def test_a_time_in_a_post_leads_into_the_video() -> None:
    html = shown.html("The one at 3:00 helps.", FILM)
    assert f'href="{FILM}?t=180"' in html
    assert 'rel="nofollow ugc noopener noreferrer"' in html


def test_an_address_in_a_post_is_a_plain_link() -> None:
    html = shown.html("See https://example.org/a?b=1&c=2.")
    assert 'href="https://example.org/a?b=1&amp;c=2"' in html
    assert html.endswith("</a>.</p>")


def test_javascript_is_no_address() -> None:
    assert "href" not in shown.html("javascript:alert(1) data:text/html,x")


def test_paragraphs_and_lines_are_kept() -> None:
    assert shown.html("One\ntwo\n\n\nthree") == "<p>One<br>two</p><p>three</p>"


def test_a_thousand_posts_a_minute_end_after_five(cast: Cast, writer: User) -> None:
    statuses = [sent(cast.person, f"{CALM} {n}", step="post")[0] for n in range(8)]
    assert statuses == [302] * 4 + [429] * 4
    assert Post.objects.filter(author=writer).count() == 5


def test_a_refused_text_is_not_lost(cast: Cast, writer: User) -> None:
    sent(cast.person, CALM, step="post")
    status, text = sent(cast.person, CALM, step="post")
    assert status == 409
    assert "You have posted the same words already." in text
    assert f">{CALM}</textarea>" in text


def test_somebody_new_waits_after_three(cast: Cast, page: Publication) -> None:
    named(cast.person, "Quiet Heron 12")
    statuses = [sent(cast.person, f"{CALM} {n}", step="post")[0] for n in range(4)]
    assert statuses == [302, 302, 302, 429]


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 4001])
def test_nothing_and_far_too_much_are_refused(cast: Cast, writer: User, text: str) -> None:
    assert sent(cast.person, text, step="post")[0] == 400


def test_a_link_is_held(cast: Cast, writer: User) -> None:
    sent(cast.person, "This helped my back: https://example.org/pills", step="post")
    assert Post.objects.latest("made").state == "held"


def test_closed_questions_take_no_more(cast: Cast, writer: User, page: Publication) -> None:
    cast.therapist.post("/desk/routines/backs/questions/", {"open": "no"})
    status, text = sent(cast.person, CALM, step="post")
    assert status == 409
    assert "The therapist has closed the questions under this routine." in text


def test_only_its_therapist_or_the_owner_closes_questions(cast: Cast, page: Publication) -> None:
    address = "/desk/routines/backs/questions/"
    statuses = [m.post(address, {"open": "no"}).status_code for m in cast]
    assert statuses == [302, 302, 404, 404, 404, 404, 302]
    assert not Publication.objects.get().questions_open


def test_replies_stand_below_and_answers_first(cast: Cast, writer: User, page: Publication) -> None:
    asked = post(writer, Place(page))
    replied = post(writer, Place(page, "", asked), "I think it is said at the end.")
    answered = desk.answer(cast.therapist.user, asked, "Both sides, then rest.", 0)  # type: ignore[arg-type]
    assert answered.kept
    (thread,) = threads.threads(None, [asked])
    assert [one.post.text for one in thread.answers] == ["Both sides, then rest."]
    assert [one.post.pk for one in thread.replies] == [replied.pk]


def test_an_answered_question_leaves_the_desk(cast: Cast, writer: User, page: Publication) -> None:
    (asked,) = desk.waiting(cast.therapist.user)  # type: ignore[arg-type]
    desk.answer(cast.therapist.user, asked, "Yes, if it is low.", 0)  # type: ignore[arg-type]
    assert not list(desk.waiting(cast.therapist.user))  # type: ignore[arg-type]


def test_a_question_waits_again_while_its_only_answer_is_hidden(
    cast: Cast, writer: User, page: Publication
) -> None:
    (asked,) = desk.waiting(cast.therapist.user)  # type: ignore[arg-type]
    desk.answer(cast.therapist.user, asked, "Yes, if it is low.", 0)  # type: ignore[arg-type]
    given = Post.objects.get(kind="answer")
    for act, waits in (("hide", True), ("show", False)):
        given.refresh_from_db()
        fields = {"act": act, "because": "other", "version": str(given.version)}
        cast.owner.post(f"/desk/posts/{given.pk}/", fields)
        assert bool(desk.waiting(cast.therapist.user)) is waits  # type: ignore[arg-type]


def test_two_therapists_answering_at_once_lose_nothing(
    cast: Cast, writer: User, page: Publication
) -> None:
    asked = Post.objects.get()
    address = f"/desk/questions/{asked.pk}/"
    assert cast.therapist.post(address, {"text": "Yes.", "seen": "0"}).status_code == 302
    late = cast.owner.post(address, {"text": "No, none.", "seen": "0"})
    body = late.content.decode()
    assert late.status_code == 409
    assert "Somebody answered while you wrote: see above." in body
    assert "No, none.</textarea>" in body
    assert 'name="seen" value="1"' in body
    assert cast.owner.post(address, {"text": "No, none.", "seen": "1"}).status_code == 302
    assert Post.objects.filter(kind="answer").count() == 2


def test_an_answer_to_words_taken_back_is_refused_and_kept_in_the_form(
    cast: Cast, writer: User
) -> None:
    asked = Post.objects.get()
    posting.remove(asked)
    taken = desk.answer(cast.therapist.user, asked, "Yes.", 0)  # type: ignore[arg-type]
    assert taken.wrong == "The writer has taken this question back."


def test_an_answer_that_was_hidden_does_not_stand_in_the_way(
    cast: Cast, writer: User, page: Publication
) -> None:
    asked = Post.objects.get()
    address = f"/desk/questions/{asked.pk}/"
    cast.therapist.post(address, {"text": "Yes, a low one.", "seen": "0"})
    Post.objects.filter(kind="answer").update(state="hidden", author=cast.owner.user)
    assert 'name="seen" value="0"' in cast.therapist.get(address).content.decode()
    again = cast.therapist.post(address, {"text": "A low one, folded.", "seen": "0"})
    assert again.url == "/desk/questions/"


def test_whoever_answers_what_is_held_is_told_so(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    Post.objects.update(state="held")
    address = f"/desk/questions/{asked.pk}/"
    cast.therapist.post(address, {"text": "Yes, a low one.", "seen": "0"})
    said = cast.therapist.get("/desk/questions/").content.decode()
    assert "Only the writer sees it until you let others see the question." in said


def test_from_a_question_an_act_leads_back_to_it(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    act = {"act": "close", "version": "1", "back": "question"}
    answer = cast.therapist.post(f"/desk/posts/{asked.pk}/", act)
    assert answer.url == f"/desk/questions/{asked.pk}/"
    assert "It takes no more replies." in cast.therapist.get(answer.url).content.decode()


def test_a_saved_answer_opens_for_review_with_the_net_once(cast: Cast, writer: User) -> None:
    cast.therapist.post("/desk/answers/", {"title": "Pillow", "text": "A low one is fine."})
    asked = Post.objects.get()
    address = f"/desk/questions/{asked.pk}/"
    key = re.search(r"\?from=(own-\d+)", cast.therapist.get(address).content.decode())
    assert key is not None
    text = cast.therapist.get(f"{address}?from={key[1]}").content.decode()
    assert "A low one is fine." in text
    assert text.count(net_text(words()).limit) == 1
    assert not Post.objects.filter(kind="answer").exists()


def test_an_author_changes_her_words_and_they_are_heard_anew(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    address = f"/ask/{asked.pk}/edit/"
    cast.person.post(address, {"text": NUMB, "step": "post", "version": "1"})
    asked.refresh_from_db()
    assert (asked.text, asked.state, asked.gravity) == (NUMB, "held", 4)
    assert asked.edited is not None


def test_a_hidden_post_that_is_changed_is_held_again(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    act = {"act": "hide", "because": "off", "version": "1"}
    cast.therapist.post(f"/desk/posts/{asked.pk}/", act)
    body = cast.person.get(f"/ask/{asked.pk}/").content.decode()
    assert "A person has hidden this from others." in body
    assert "It is not about these exercises" in body
    cast.person.post(f"/ask/{asked.pk}/edit/", {"text": CALM, "step": "post", "version": "2"})
    asked.refresh_from_db()
    assert asked.state == "held"


def test_an_old_tab_does_not_overwrite(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    address = f"/ask/{asked.pk}/edit/"
    cast.person.post(address, {"text": CALM, "step": "post", "version": "1"})
    late = cast.person.post(address, {"text": "Older words.", "step": "post", "version": "1"})
    assert late.status_code == 409
    assert "Older words." in late.content.decode()
    asked.refresh_from_db()
    assert asked.text == CALM


def test_nobody_else_changes_or_takes_back_a_post(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    for member in (cast.other_person, cast.therapist, cast.owner):
        for path in ("edit", "remove", "leave-out"):
            assert member.post(f"/ask/{asked.pk}/{path}/", {"text": "x"}).status_code == 404
    asked.refresh_from_db()
    assert asked.text.startswith("Is a folded towel")


def test_words_taken_back_are_gone_and_the_thread_stands(
    cast: Cast, writer: User, page: Publication
) -> None:
    asked = Post.objects.get()
    desk.answer(cast.therapist.user, asked, "Yes, a low one.", 0)  # type: ignore[arg-type]
    cast.person.post(f"/ask/{asked.pk}/remove/")
    asked.refresh_from_db()
    assert (asked.text, asked.name, asked.state) == ("", "", "removed")
    (thread,) = threads.page_of(None, page, "", "1")[1]
    assert (thread.question.html, len(thread.answers)) == ("", 1)


def test_a_deleted_author_leaves_no_words(cast: Cast, writer: User) -> None:
    posting.forget(writer)
    writer.delete()
    kept = Post.objects.get()
    assert (kept.author, kept.text, kept.name, kept.state) == (None, "", "", "removed")


def test_i_have_this_too_is_counted_once_and_taken_back(cast: Cast, writer: User) -> None:
    address = f"/ask/{Post.objects.get().pk}/me-too/"
    cast.other_person.post(address)
    cast.person.post(address)
    assert MeToo.objects.count() == 1
    cast.other_person.post(address)
    assert MeToo.objects.count() == 0


def test_a_second_readers_report_holds_a_post(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    address = f"/ask/{asked.pk}/report/"
    for member, state in ((cast.other_person, "shown"), (cast.reader, "held")):
        member.post(address, {"reason": "harm"})
        member.post(address, {"reason": "harm"})
        asked.refresh_from_db()
        assert asked.state == state or member is cast.other_person
    asked.refresh_from_db()
    assert (asked.state, Report.objects.count()) == ("held", 2)
    body = cast.therapist.get("/desk/posts/").content.decode()
    assert "Following it could hurt somebody" in body


def test_showing_a_reported_post_settles_the_reports(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    cast.other_person.post(f"/ask/{asked.pk}/report/", {"reason": "off"})
    cast.therapist.post(f"/desk/posts/{asked.pk}/", {"act": "show", "version": "1"})
    assert not Report.objects.exists()
    body = cast.therapist.get("/desk/posts/trail/").content.decode()
    assert "shown" in body


def test_the_second_of_two_who_act_on_one_post_is_told(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    address = f"/desk/posts/{asked.pk}/"
    cast.therapist.post(address, {"act": "hide", "because": "off", "version": "1"})
    late = cast.owner.post(address, {"act": "show", "version": "1"}, follow=True)
    assert "Therapist has looked at it meanwhile. What they did stands." in late.content.decode()
    asked.refresh_from_db()
    assert asked.state == "hidden"


def test_a_post_is_not_hidden_without_a_reason(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    answer = cast.therapist.post(
        f"/desk/posts/{asked.pk}/", {"act": "hide", "version": "1"}, follow=True
    )
    assert "Choose why, so that its writer can read it." in answer.content.decode()


def test_another_therapists_questions_are_not_on_the_desk(cast: Cast, writer: User) -> None:
    asked = Post.objects.get()
    assert not list(desk.waiting(cast.other_therapist.user))  # type: ignore[arg-type]
    statuses = [m.get(f"/desk/questions/{asked.pk}/").status_code for m in cast]
    assert statuses == [200, 200, 404, 404, 404, 404, 302]


def test_a_question_at_an_exercise_is_on_every_desk(cast: Cast, writer: User) -> None:
    sent(cast.person, CALM, "/ask/new/?exercise=cat-stretch", step="post")
    for member in (cast.owner, cast.therapist, cast.other_therapist):
        assert CALM in [one.text for one in desk.waiting(member.user)]  # type: ignore[arg-type]


def test_an_exercise_shows_its_questions_on_a_shared_instance(cast: Cast, writer: User) -> None:
    sent(cast.person, CALM, "/ask/new/?exercise=cat-stretch", step="post")
    page = cast.stranger.get("/library/cat-stretch/").content.decode()
    assert CALM in page
    assert '/ask/new/?exercise=cat-stretch"' in page
    assert CALM not in cast.stranger.get("/library/bird-dog/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/ask/new/",
        "/ask/new/?routine=unknown",
        "/ask/new/?exercise=unknown",
        "/ask/new/?routine=backs&exercise=unknown",
        f"/ask/{NOBODYS}/",
        f"/ask/{NOBODYS}/reply/",
        f"/ask/{NOBODYS}/edit/",
    ],
)
def test_a_changed_address_leads_nowhere(cast: Cast, writer: User, address: str) -> None:
    assert cast.person.get(address).status_code == 404


def test_questions_under_a_withdrawn_or_private_page_are_not_read_by_others(
    cast: Cast, writer: User, page: Publication
) -> None:
    asked = Post.objects.get()
    Publication.objects.update(state=State.LINK)
    assert cast.stranger.get(f"/ask/{asked.pk}/").status_code == 404
    Publication.objects.update(token="a-key-that-nobody-guesses")  # noqa: S106
    assert cast.stranger.get(f"/ask/{asked.pk}/").status_code == 404
    link = f"/ask/{asked.pk}/?key=a-key-that-nobody-guesses"
    assert cast.stranger.get(link).status_code == 200
    Publication.objects.update(state=State.WITHDRAWN)
    assert cast.other_person.get(f"/ask/{asked.pk}/").status_code == 404
    assert cast.person.get(f"/ask/{asked.pk}/").status_code == 200


def test_a_post_from_another_site_is_refused(cast: Cast, writer: User) -> None:
    answer = cast.person.post(ASK, {"text": CALM}, HTTP_ORIGIN="https://elsewhere.example")
    assert answer.status_code == 403
    assert Post.objects.count() == 1


def test_strangers_are_asked_who_they_are(cast: Cast, page: Publication) -> None:
    assert cast.stranger.get(ASK).url.startswith("/log-in/?next=")


def test_on_ones_own_instance_there_are_no_questions(ready: Member) -> None:
    for address in ("/ask/", ASK, f"/ask/{NOBODYS}/", "/desk/questions/", "/desk/posts/"):
        assert ready.get(address).status_code == 404


def test_the_newest_questions_come_first_twenty_a_page(
    cast: Cast, writer: User, page: Publication
) -> None:
    now = timezone.now()
    for n in range(25):
        kept = Post.objects.create(
            publication=page,
            author=writer,
            kind="question",
            state="shown",
            name="Heron",
            text=f"Question {n}",
            heard_document='{"level":"ok"}',
            made=now + timedelta(minutes=n),
        )
    first, found = threads.page_of(None, page, "", "1")
    assert (found[0].question.post, len(found), first.paginator.num_pages) == (kept, 20, 2)
    assert len(threads.page_of(None, page, "", "2")[1]) == 6
