"""The facet-joint session, whole, as the browser's tests read it.

`SUPPLE_UPDATE_SNAPSHOTS=1 pytest tests/guide/test_snapshot.py` writes it anew.
"""

import os
from pathlib import Path

from supple.exercise.load import load_library
from supple.guide.plan import make_plan
from supple.guide.script import make_script
from supple.routine.load import load_routines
from supple.value import changed, to_json

SNAPSHOT = Path(__file__).parent.parent / "snapshots" / "script-facet-joint.json"


def test_the_facet_joint_script_is_the_one_the_browser_tests_read() -> None:
    library = load_library()
    routines, _ = load_routines()
    plan = changed(make_plan(routines["facet-joint"], library), library="snapshot")
    script = to_json(make_script(plan, library), indent=1) + "\n"
    if os.environ.get("SUPPLE_UPDATE_SNAPSHOTS") == "1":
        SNAPSHOT.write_text(script, encoding="utf-8")
    assert SNAPSHOT.read_text(encoding="utf-8") == script
