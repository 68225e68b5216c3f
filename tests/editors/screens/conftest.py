"""Editors that are started with the configuration of `editors/`, in which `reread` is found on the PATH."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editors.screens.sample import make_shop
from tests.editors.screens.traffic import Traffic


@pytest.fixture
def traffic(tmp_path: Path) -> Traffic:
    return Traffic(tmp_path)


@pytest.fixture
def shop(traffic: Traffic) -> Iterator[Path]:
    """The open file of a project, in a folder whose name can be on a picture."""
    with tempfile.TemporaryDirectory(prefix="work-") as folder:
        yield make_shop(Path(folder) / "shop")
        traffic.wait_until_ended()  # A server that ends may still write there.


@pytest.fixture
def configuration(tmp_path: Path) -> Path:
    """The folder of the editor's settings, which has nothing in it yet."""
    folder = tmp_path / "config"
    folder.mkdir()
    return folder


@pytest.fixture
def surroundings(environment: dict[str, str], traffic: Traffic, configuration: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of an editor with settings of its own, whose server is recorded."""
    own = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("DATA", "STATE", "CACHE")}
    return {
        **environment,
        **own,
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(configuration),
        "PATH": f"{traffic.programs}:{os.environ['PATH']}",
    }
