"""The printed sheet, read back from its PDF."""

from io import BytesIO
from typing import get_args

import pytest
from pypdf import PdfReader
from pypdf.generic import BooleanObject

from supple.exercise.dose import Amount, Dose
from supple.exercise.load import Library, load_library
from supple.guide.plan import make_plan
from supple.routine.load import load_routines
from supple.routine.picture import Picture
from supple.routine.plan import Plan, PlanItem
from supple.routine.routine import Item, Routine, Rung
from supple.share.handout import Handout, Paper, compose, pdf
from supple.share.typesetting import qr_svg
from supple.words import words

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5">'
    '<rect width="8" height="5" fill="#ccc"/></svg>'
)
SIZES = {"a4": (595, 842), "us-letter": (612, 792)}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def facet_joint() -> Routine:
    return load_routines()[0]["facet-joint"]


def sheet(routine: Routine, library: Library, paper: Paper = "a4", **more: str) -> Handout:
    pictures = (Picture(svg=SQUARE, alt="start"), Picture(svg=SQUARE, alt="end"))
    drawings = dict.fromkeys(library.exercises, pictures)
    plan = make_plan(routine, library)
    return compose(routine, plan, library, drawings, words(), paper=paper, **more)


def read(handout: Handout) -> tuple[PdfReader, str]:
    reader = PdfReader(BytesIO(pdf(handout)))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("paper", get_args(Paper))
def test_eight_exercises_fill_two_pages_of_the_paper_asked_for(
    facet_joint: Routine, library: Library, paper: Paper
) -> None:
    reader, _ = read(sheet(facet_joint, library, paper))
    assert len(reader.pages) == 2
    size = tuple(round(side) for side in reader.pages[0].mediabox[2:])
    assert size == SIZES[paper]


def test_every_exercise_and_rung_is_there_with_its_dose(
    facet_joint: Routine, library: Library
) -> None:
    entries = [
        (entry.name, entry.dose, entry.lead) for entry in sheet(facet_joint, library).entries
    ]
    numbers = [entry.number for entry in sheet(facet_joint, library).entries]
    assert numbers == ["1", "2", "3", "4", "5a", "5b", "5c", "6"]
    assert entries == [
        ("Single knee to chest", "3 × 30 s each side", ""),
        ("Pelvic tilt, lying", "10 times, hold 3–5 s", ""),
        ("Bridge, one segment at a time", "8 times, hold 3 s", ""),
        ("Child's pose", "2 × 30–60 s", ""),
        ("Hands and knees, arm lift", "10 times alternating sides, hold 3 s", ""),
        ("Hands and knees, leg lift", "10 times alternating sides, hold 3 s", "When that is easy:"),
        (
            "Bird dog: opposite arm and leg",
            "10 times alternating sides, hold 3 s",
            "When that is easy:",
        ),
        ("Cat stretch", "3 × 30 s", ""),
    ]


def test_what_the_source_does_not_say_is_marked_as_ours(
    facet_joint: Routine, library: Library
) -> None:
    _, text = read(sheet(facet_joint, library))
    assert "Our choice, the source does not say: number of repetitions, length of the hold." in text
    assert "After “Facet Joint Syndrome Stretches & Exercises”, Ask Doctor Jo" in text


def test_the_sheet_says_when_to_stop(facet_joint: Routine, library: Library) -> None:
    _, text = read(sheet(facet_joint, library))
    assert "When to stop, and when to get help" in text
    assert "This list cannot rule out a serious cause." in text


def test_the_file_is_tagged_and_has_a_title_and_a_language(
    facet_joint: Routine, library: Library
) -> None:
    reader, _ = read(sheet(facet_joint, library))
    assert reader.metadata is not None
    assert reader.metadata.title == "Facet-joint stretches and exercises"
    root = reader.root_object
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"] == BooleanObject(value=True)


def test_pictures_keep_their_words(facet_joint: Routine, library: Library) -> None:
    assert b"start" in b"".join(
        str(node.get_object()).encode()
        for node in _nodes(read(sheet(facet_joint, library))[0].root_object["/StructTreeRoot"])
        if "/Alt" in node
    )


def _nodes(node: object) -> list[dict]:
    found = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(found, list):
        return [below for child in found for below in _nodes(child)]
    if not isinstance(found, dict):
        return []
    return [found, *_nodes(found.get("/K", []))]


def test_a_phone_finds_the_routine_by_its_address(facet_joint: Routine, library: Library) -> None:
    address = "http://192.168.1.20:8000/routines/facet-joint/"
    handout = sheet(facet_joint, library, address=address, qr=qr_svg(address))
    _, text = read(handout)
    assert "Be led through it:" in text
    assert handout.qr.startswith("<svg")


def test_an_exercise_in_words_alone_is_printed_as_it_was_written(library: Library) -> None:
    item = Item(id="a", name="Shoulder rolls", text="Roll them back.", rungs=(Rung(exercise=""),))
    routine = Routine(id="mine", name="Mine", items=(item,))
    dose = Dose(reps=Amount(min=5, max=5, origin="page"))
    planned = PlanItem(
        id="a", exercise="", name="Shoulder rolls", text="Roll them back.", dose=dose
    )
    plan = Plan(id="mine", routine="mine", library="x", items=(planned,))
    _, text = read(compose(routine, plan, library, {}, words()))
    assert "1. Shoulder rolls 5 times Roll them back." in text


def test_what_is_left_out_of_the_plan_is_left_off_the_sheet(
    facet_joint: Routine, library: Library
) -> None:
    few = Library(exercises={"pelvic-tilt": library.exercises["pelvic-tilt"]})
    assert [entry.name for entry in sheet(facet_joint, few).entries] == ["Pelvic tilt, lying"]
