"""What a person has set: how Supple looks, sounds and speaks. A versioned document."""

from typing import Literal

from supple.value import BadValue, Value, from_json

Theme = Literal["", "light", "dark"]
TextSize = Literal["100", "125", "150", "200"]
Body = Literal["woman", "man", "older-woman", "large-woman", "large-man"]
Tone = Literal["light", "medium", "brown", "dark"]
THEMES: tuple[Theme, ...] = ("", "light", "dark")
TEXT_SIZES: tuple[TextSize, ...] = ("100", "125", "150", "200")


class Preferences(Value, kw_only=True, omit_defaults=False):
    """Sound and sight. `rate` is a factor on the voice's own speed, `volume` runs from 0 to 1.

    `voice` is the address that the browser gives a voice, "" for the device's
    choice; `theme` "" is the device's; `text_size` is per cent; `locale` "" is
    the browser's; `emergency_number` "" is "your local emergency number".
    `figure` and `tone` say who shows the exercises.
    """

    speech: bool = True
    voice: str = ""
    rate: float = 1.0
    volume: float = 1.0
    tones: bool = True
    flash: bool = True
    vibrate: bool = True
    wait_for_tap: bool = False
    theme: Theme = ""
    text_size: TextSize = "100"
    locale: str = ""
    emergency_number: str = ""
    figure: Body = "woman"
    tone: Tone = "medium"
    schema: int = 1


def read_preferences(document: str) -> tuple[Preferences, str]:
    """The preferences in a stored document, and what is wrong with it if it cannot be read.

    Then the usual ones stand in, so that every page still works.
    """
    try:
        return from_json(document or "{}", Preferences), ""
    except BadValue as error:
        return Preferences(), str(error)
