"""Static files under names that carry their hash, compressed once and kept until they change."""

import hashlib
import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

SOURCE = Path(__file__).parent / "static"


def collect() -> None:
    """Bring the served copy up to date with the built files; quick when it already is."""
    root = Path(settings.STATIC_ROOT)
    stamp = root / ".stamp"
    now = _stamp(SOURCE)
    if stamp.is_file() and stamp.read_text() == now:
        return
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)


def _stamp(folder: Path) -> str:
    """A hash over names, sizes and times of the files, which a build or an upgrade changes."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            about = path.stat()
            digest.update(
                f"{path.relative_to(folder)} {about.st_size} {about.st_mtime_ns}\n".encode()
            )
    return digest.hexdigest()
