"""Why a document has no text to give."""


class Unreadable(Exception):
    """The argument is one of the words that `load` has a sentence for."""
