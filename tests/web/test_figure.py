"""The figure's files and the pages that show them; the printed sheet."""

import json

import pytest
from django.test import Client

from supple.web import figure
from supple.web.models import User
from tests.web.support import text


def block(content: bytes, name: str) -> dict[str, object]:
    start = content.index(f'<script id="{name}" type="application/json">'.encode())
    body = content[start:].split(b">", 1)[1].split(b"</script>", 1)[0]
    found: dict[str, object] = json.loads(body)
    return found


def test_a_body_and_a_clip_are_sent_to_be_kept(stranger: Client) -> None:
    for path in ("/figure/woman.glb", "/figure/large-man/bird-dog.glb"):
        response = stranger.get(path)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "model/gltf-binary"
        assert "immutable" in response.headers["Cache-Control"]
        assert response.content.startswith(b"glTF")


def test_a_still_is_sent_in_the_colours_asked_for(stranger: Client) -> None:
    light = stranger.get("/figure/woman/bird-dog/reach.svg?tone=dark&theme=light")
    dark = stranger.get("/figure/woman/bird-dog/reach.svg?tone=dark&theme=dark")
    assert light.headers["Content-Type"] == "image/svg+xml"
    assert light.content.startswith(b"<svg")
    assert light.content != dark.content


@pytest.mark.parametrize(
    "path",
    [
        "/figure/giant.glb",
        "/figure/woman/handstand.glb",
        "/figure/giant/bird-dog.glb",
        "/figure/woman/bird-dog/moon.svg",
        "/figure/woman/handstand/moon.svg",
        "/figure/woman/bird-dog/reach.svg?theme=green",
        "/figure/woman/bird-dog/reach.svg?tone=green",
    ],
)
def test_a_figure_that_does_not_exist_is_missing_and_not_kept(stranger: Client, path: str) -> None:
    response = stranger.get(path)
    assert response.status_code == 404
    assert "immutable" not in response.headers.get("Cache-Control", "")


def test_the_player_names_every_file_it_needs(ready: Client) -> None:
    data = block(ready.get("/play/facet-joint/").content, "figure")
    assert data["body"] == f"/figure/woman.glb?v={figure.plans.library().version}"
    clips, stills = data["clips"], data["stills"]
    assert isinstance(clips, dict)
    assert isinstance(stills, dict)
    assert {"bird-dog", "cat-stretch", "travel-standing-kneeling"} - set(clips) == {"bird-dog"}
    for address in [*clips.values(), *stills.values()]:
        assert ready.get(address).status_code == 200, address


def test_the_person_chooses_who_shows_the_exercises(ready: Client, person: User) -> None:
    chosen = {"figure": "older-woman", "tone": "brown", "text_size": "100", "rate": "1",
              "volume": "1"}  # fmt: skip
    assert ready.post("/about-you/", chosen).status_code == 302
    data = block(ready.get("/library/bird-dog/").content, "figure")
    assert str(data["body"]).startswith("/figure/older-woman.glb")
    assert isinstance(data["colours"], dict)
    assert data["colours"]["skin"] == "#A9714B"


def test_a_library_page_says_in_words_what_its_figure_shows(browser: Client) -> None:
    page = text(browser.get("/library/pelvic-tilt/"))
    assert "On the back" in page or "Lying on the back" in page


def test_the_sheet_of_a_routine(ready: Client, stranger: Client) -> None:
    response = ready.get("/routines/facet-joint/handout.pdf")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    assert ready.get("/routines/nothing/handout.pdf").status_code == 404
    stranger.logout()
    assert stranger.get("/routines/facet-joint/handout.pdf").status_code == 403
