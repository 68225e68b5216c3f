"""What an installation from the wheel takes: disk and processor time, light and whole. Asks the index of packages."""

from __future__ import annotations

import compileall
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]

MOST_LIGHT = 228
MOST_WHOLE = 500
"""MB (2**20 bytes) on disk, as files take it there, without byte code that only runs make."""
MOST_SECONDS = 20
"""Seconds of processor time for the light part, with pip, which also compiles."""
_BLOCK = 4096


class Installed(NamedTuple):
    """Size in MB of 2**20 bytes, and seconds of processor time."""

    size: float
    seconds: float


def size_of(files: Iterator[Path]) -> float:
    """What files take on disk in blocks of 4096 bytes, in MB of 2**20 bytes; byte code is not counted."""
    sizes = (path.stat().st_size for path in files if path.suffix != ".pyc" and path.is_file())
    return sum(-(-size // _BLOCK) * _BLOCK for size in sizes) / 2**20


def program_from_wheel(folder: Path) -> str:
    """A program that starts what the wheel of this checkout installs, beside the packages of this environment."""
    site = folder / "site"
    with zipfile.ZipFile(_wheel(folder)) as archive:
        archive.extractall(site)
    compileall.compile_dir(site, quiet=1)
    program = folder / "reread"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(site)!r})\n"
        "from reread.server.__main__ import main\nsys.exit(main())\n"
    )
    program.chmod(0o755)
    return str(program)


def _wheel(folder: Path) -> Path:
    _run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "dist"), str(ROOT)])
    return next((folder / "dist").glob("*.whl"))


def measure(folder: Path) -> tuple[Installed, Installed]:
    """The light part from a wheel that is built here, then the whole with `reread setup`."""
    wheel = _wheel(folder)
    own = folder / "environment"
    _run([sys.executable, "-m", "venv", str(own)])
    before = set(own.rglob("*"))
    seconds = _run(
        [str(own / "bin" / "python"), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", str(wheel)]
    )
    light = Installed(size_of(path for path in own.rglob("*") if path not in before), seconds)
    state = folder / "state"
    more = _run([str(own / "bin" / "reread"), "setup"], REREAD_STATE_DIR=str(state))
    return light, Installed(light.size + size_of(state.rglob("*")), seconds + more)


def _run(command: Sequence[str], **variables: str) -> float:
    """Seconds of processor time of a command and its children. Raises CalledProcessError."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env={**os.environ, **variables})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
