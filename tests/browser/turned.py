"""`supple serve` on a clock that a test turns: the moment stands in the file that TURNED names."""

import os
import sys
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from supple.cli import main


def now() -> datetime:
    """The moment in the file, with its offset."""
    return datetime.fromisoformat(Path(os.environ["TURNED"]).read_text())


if __name__ == "__main__":
    timezone.now = now
    sys.exit(main())
