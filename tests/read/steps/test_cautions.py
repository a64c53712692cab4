from tests.read.case import drafted

PAGE = (
    "Stop if the pain goes down your leg.\n\n"
    "Child's pose\nSit back on your heels. Hold 20 seconds. "
    "If your knees are sore, put a pillow under them.\n\n"
    "Bridge\nLift your hips 10 times. Do not push into pain.\n"
)


def test_warnings_of_the_page_and_of_an_exercise() -> None:
    draft = drafted(PAGE, "cautions")
    assert [quote.text for quote in draft.cautions] == ["Stop if the pain goes down your leg."]
    child, bridge = draft.exercises
    assert [quote.text for quote in child.conditions] == [
        "If your knees are sore, put a pillow under them."
    ]
    assert [quote.text for quote in bridge.cautions] == ["Do not push into pain."]
