"""A Kate on a display of its own, into which keys are typed; its screen is what a person would see."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 120
SIZE = (1200, 760)
PROGRAMS = {"kate": "kate", "Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
"""What is needed, with Debian's name for it."""
MARKED_AS_ERROR = "ffe5e5"
MARKED_AS_WARNING = "e5ffe5"
"""The background of a line with a finding, in the colours that Kate has at first."""
LINE = 5000
"""A line with a background has more pixels of it than this; text and icons have fewer of any colour."""


def missing() -> list[str]:
    """The packages that have to be installed."""
    return [package for program, package in PROGRAMS.items() if not shutil.which(program)]


class Kate:
    """A window with one file."""

    def __init__(self, environment: dict[str, str], file: Path) -> None:
        reading, writing = os.pipe()
        screen = f"{SIZE[0]}x{SIZE[1]}x24"
        display = ["Xvfb", "-screen", "0", screen, "-nolisten", "tcp", "-displayfd", str(writing)]
        self._display = subprocess.Popen(display, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            self._environment = {**environment, "DISPLAY": f":{number.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        self._kate = subprocess.Popen(
            ["kate", "--new", "--block", str(file)],
            env=self._environment,
            cwd=file.parent,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        """End Kate and its display."""
        for process in (self._kate, self._display):
            process.terminate()
            process.wait(PATIENCE)

    def focus(self, title: str) -> str:
        """Wait for a window whose title contains this, and have it get the keys; its number."""
        self._until(lambda: self._windows(title), f"a window {title}")
        window = self._windows(title).split()[-1]
        self._xdotool("windowfocus", "--sync", window)
        return window

    def wait_until_closed(self, title: str) -> None:
        """Until there is no window whose title contains this."""
        self._until(lambda: not self._windows(title), f"no window {title}")

    def wait_for_menu(self) -> None:
        """Until a menu is open, which has the keys then. It has no title, so it is the second window."""
        windows = ("search", "--onlyvisible", "--class", "kate")
        self._until(lambda: len(self._xdotool(*windows).split()) > 1, "a menu")

    def fill_the_screen(self, title: str) -> None:
        """Make a window as large as the screen."""
        self._xdotool("windowsize", "--sync", self.focus(title), *map(str, SIZE))

    def press(self, *keys: str) -> None:
        """Press keys by their names in X: `ctrl+s`, `Return`."""
        self._xdotool("key", "--delay", "60", *keys)

    def click(self, across: int, down: int) -> None:
        """Click somewhere on the screen."""
        self._xdotool("mousemove", str(across), str(down), "click", "1")

    def wait_for_lines(self, colour: str, *, present: bool = True) -> None:
        """Until a line has this background, or none has it."""
        self._until(lambda: (self._pixels(colour) > LINE) is present, f"lines in {colour}: {present}")

    def picture(self, path: Path) -> None:
        """Take a picture of the screen."""
        take = ["import", "-window", "root", "+dither", "-colors", "64", str(path)]
        subprocess.run(take, env=self._environment, check=True)

    def _pixels(self, colour: str) -> int:
        take = ["import", "-window", "root", "-depth", "8", "rgb:-"]
        screen = subprocess.run(take, env=self._environment, capture_output=True, check=True).stdout
        wanted = re.escape(bytes.fromhex(colour))
        return sum(at.start() % 3 == 0 for at in re.finditer(wanted, screen))

    def _windows(self, title: str) -> str:
        return self._xdotool("search", "--onlyvisible", "--name", title)

    def _xdotool(self, *arguments: str) -> str:
        """What xdotool prints. A search that finds nothing prints nothing, and is no error."""
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert done.returncode == 0 or arguments[0] == "search", done.stderr
        return done.stdout

    def _until(self, holds: Callable[[], str | bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > deadline or self._kate.poll() is not None:
                last = Path(self._environment["HOME"]) / "last.png"
                self.picture(last)
                raise TimeoutError(f"Kate never had {what}; see {last}")
            time.sleep(0.1)
