"""A real `supple serve` in a process of its own, for the browser tests and benchmarks."""

import os
import re
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = ["-c", "import sys; from supple.cli import main; sys.exit(main())"]
PYTHONPATH = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
READY_SECONDS = 30


def free_port() -> int:
    """A port of this machine that nothing uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Served:
    """A server on its own folder and port, which can be killed and started again.

    Once its clock was turned it stands still there; a server started before that
    keeps the real one. A `shared` one has accounts; its mails are files.
    """

    data: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[str] | None = None
    link: str = ""
    shared: bool = False

    @property
    def address(self) -> str:
        """What its pages begin with."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def clock(self) -> Path:
        """The file with the moment that its clock was turned to."""
        return self.data.with_name(f"{self.data.name}.clock")

    def turn(self, moment: datetime) -> None:
        """Turn its clock to a moment, at once for every request that follows."""
        new = self.clock.with_suffix(".new")
        new.write_text(moment.isoformat())
        new.replace(self.clock)

    def start(self) -> "Served":
        """Start it and wait for the one-time link that it prints."""
        turned = {"TURNED": str(self.clock)} if self.clock.exists() else {}
        command = ["-m", "tests.browser.turned"] if turned else COMMAND
        shared = {"SUPPLE_ADDRESS": self.address if self.shared else "", "SUPPLE_MAIL": ""}
        given = ["serve", "--port", str(self.port), "--data", str(self.data)]
        with (self.data.parent / f"{self.data.name}.log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, *command, *given],
                env=os.environ | turned | shared | {"PYTHONPATH": PYTHONPATH, "DATABASE_URL": ""},
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if found := re.search(r"http://\S+/enter/\S+", line):
                self.link = found[0]
                return self
        raise RuntimeError(f"supple serve ended with {self.process.wait()} before it was ready.")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it, kindly or not."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(timeout=READY_SECONDS)
            if self.process.stdout is not None:
                self.process.stdout.close()
            self.process = None

    def kill(self) -> None:
        """End it as a power cut would."""
        self.stop(signal.SIGKILL)
