"""Fifteen comments as people leave them under a routine, each walked from words to answer.

For each: the card its writer sees before posting, why it is held, what could be
left out of her plans, and the cautious answer that may help while she waits.
"""

from typing import NamedTuple

import pytest

from supple.safety.conditions import constraints, given_by
from supple.safety.net import net_text
from supple.web.models import Post, StoredCanDo
from supple.web.questions import desk
from supple.web.questions.posting import Place
from supple.words import words
from tests.web.conftest import Cast
from tests.web.posts import named, post, published

FIRST = "Please ask a clinician first"
ASK = "/ask/new/?routine=backs"


class Path(NamedTuple):
    """A comment and what becomes of it. `card` and `title` are "" for none."""

    text: str
    card: str = ""
    holds: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    title: str = ""
    asks: str = ""


PATHS = {
    "a slip that nothing eases": Path(
        "They told me a facet broke and the L5 has slid forward because of it. I worked on until "
        "the doctor gave me strong tablets. My back burns like fire and nothing takes it away.",
        card=FIRST,
        conditions=("spondylolisthesis",),
        title="A known slip, and pain that does not settle",
        asks="Is there any numbness or weakness in a leg, numbness between the legs, or a change "
        "in bladder or bowel?",
    ),
    "thanks for a wife": Path(
        "My wife has done these for three days and for the first time in a year nothing hurts "
        "her. She moves so much more easily, and wanted me to say a big thank you.",
    ),
    "the twist strained me": Path(
        "Turning with my right arm out strains the middle of my back. Four weeks ago it cracked "
        "there and I went down on my knees with pain. It is better, but I still cannot bend "
        "sideways. Any advice?",
        card=FIRST,
        conditions=("rotation_hurts",),
        title="The twist strained me",
    ),
    "two new knees": Path(
        "Hello, I have two artificial knees, put in over the last two years, and I find it hard "
        "to put weight on them. How else can I stretch the facet joints?",
        conditions=("knee_replacement",),
        title="What instead of kneeling?",
    ),
    "is there no operation": Path(
        "I also have stenosis and worn discs as well as the facet joints. Is it true that no "
        "operation can fix these? They want to give me a nerve block, but I am afraid it would "
        "hide it if things got worse.",
        card=FIRST,
        conditions=("stenosis", "facet_arthropathy", "disc_degeneration"),
        title="Is there an operation, and can a nerve block hide things?",
    ),
    "please make a video": Path(
        "PLEASE COULD YOU MAKE A LONG VIDEO ABOUT SWAY BACK POSTURE, WHY IT COMES AND WHICH "
        "MUSCLES AND EXERCISES. BOOKS ARE TOO HARD FOR ORDINARY PEOPLE",
        title="Posture, and what causes it",
    ),
    "it rescued me": Path(
        "Thank you, this old video saved me. A facet joint is not a slipped disc, and twisting "
        "at the waist or bending backwards is bad for it. The bridge and the turn for the upper "
        "back did most, I can walk without pain afterwards.",
    ),
    "lupus as well": Path(
        "I have lupus, and now they found arthritis in my facet joints too. I am adding these to "
        "what I do daily, because I can hardly stand for more than twenty minutes.",
        card=FIRST,
        conditions=("inflammatory_disease", "facet_arthropathy", "standing_limited"),
        title="Lupus or another inflammatory disease, and a worn back",
    ),
    "how often, how long": Path(
        "These do help what I think is facet syndrome. Would you do the set several times a day? "
        "Some pain is left in the joint. And how long do I keep on before it is gone for good?",
        conditions=("facet_arthropathy",),
        title="More than once a day?",
    ),
    "the one at three minutes": Path(
        "What did it for me was the one at 3:00. Nobody else shows a turning stretch for facet "
        "joints, and no doctor told me of one. The pain was searing yesterday and today I feel "
        "wonderful.",
    ),
    "years of pain": Path(
        "I suffered for years with what I now believe is this. Your clips did more for me than "
        "the physios. I do them daily and notice the difference already.",
    ),
    "a nerve block four months ago": Path(
        "I had a medial branch block about four months ago and it did quite well. Which "
        "exercises or physio belong with it? I find nothing written about it.",
        conditions=("nerve_block_recent",),
        title="Exercise after a nerve block or ablation",
    ),
    "shorter, and locked twice": Path(
        "I am a woman of 63 and was 5 foot 7, now I am 5 foot 5. I am fit, do yoga and walk five "
        "miles. My back has been bad since November; a month ago it locked when I bent down, and "
        "last night it caught again. The X-ray says mild scoliosis and no fresh fracture. "
        "Surgeon, orthopaedic doctor or chiropractor? And what should I not do?",
        card=FIRST,
        conditions=("scoliosis",),
        title="Surgeon, doctor or chiropractor?",
    ),
    "injections or exercise": Path(
        "I'm 25 with facet joint syndrome. One injection took away maybe 40 percent, and my "
        "doctor wants to give two more. Is exercise better than injections for someone young?",
        conditions=("facet_arthropathy", "nerve_block_recent"),
        title="Injections or exercise?",
    ),
    "what the MRI says": Path(
        "My MRI says mild facet arthropathy at L5-S1. Are these exercises all right with that? I "
        "also do pelvic floor work every day, because mine is too tight.",
        conditions=("facet_arthropathy", "pelvic_floor_tight"),
        title="My scan shows worn joints: are these all right?",
    ),
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_comment_from_words_to_answer(cast: Cast, path: Path) -> None:
    page = published(cast.therapist.user)
    writer = named(cast.person, "Quiet Heron 12")
    post(writer, Place(page), "Is a folded towel under the head all right for this?")

    seen = cast.person.post(ASK, {"text": path.text}, follow=True).content.decode()
    assert ("safety__title" in seen) == bool(path.card)
    assert path.card in seen
    assert path.title in seen
    assert path.asks in seen
    for name in given_by(path.conditions):
        assert constraints()[name].words.replace("'", "&#x27;") in seen
    if path.title:
        assert net_text(words()).limit in seen

    cast.person.post(ASK, {"text": path.text, "step": "post"})
    kept = Post.objects.get(text=path.text)
    heard = kept.read_heard()
    assert (heard.holds, set(heard.conditions)) == (path.holds, set(path.conditions))
    assert kept.state == ("held" if path.holds else "shown")

    (first, *_) = [one for one in desk.waiting(cast.owner.user) if one.pk == kept.pk]  # type: ignore[arg-type]
    ready = desk.prepared(cast.therapist.user, first, words())  # type: ignore[arg-type]
    assert [one.title for one in ready] == ([path.title] if path.title else [])
    assert all(one.text.endswith(net_text(words()).limit) for one in ready)

    cast.person.post(f"/ask/{kept.pk}/leave-out/")
    left_out = StoredCanDo.objects.get(owner=writer).read().constraints
    assert set(left_out) == set(given_by(path.conditions))
