"""Log lines that tell what went wrong and where in the program, and nothing of anyone."""

import logging
import traceback


class Discreet(logging.Formatter):
    """An error without its address and its text: either may hold something private.

    A path can hold the key of a link, and a database names the row that it refuses.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The kind of error, and the lines of the program that led to it."""
        if not record.exc_info or not record.exc_info[0]:
            return f"{record.levelname} {record.name}"
        kind, _error, trace = record.exc_info
        return "".join(
            (f"{record.levelname} {record.name}: {kind.__name__}\n", *traceback.format_tb(trace))
        ).rstrip()
