"""Prepares the built-in rules when a wheel is built, so that nobody waits for that who installs it.

The golden set of evaluations, which is many small files, is packed.

What the fixes of the rules make of their examples is not in a wheel: only developers need it.
"""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import sys
import zipfile

from setuptools import setup
from setuptools.command.build_py import build_py


class PrepareRules(build_py):
    """Builds as usual, then has the package that was built prepare its rules."""

    def find_data_files(self, package: str, src_dir: str) -> list[str]:
        files = super().find_data_files(package, src_dir)
        return [each for each in files if self.editable_mode or ".fixed." not in os.path.basename(each)]

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            target = os.path.join(os.path.abspath(self.build_lib), "reread", "analyzers", "packs", "rules.prepared")
            paths = [os.path.abspath(self.build_lib), *sys.path]
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
            command = [sys.executable, "-m", "reread.analyzers.rules.prebuild", target]
            subprocess.run(command, check=True, env=environment, cwd=self.build_lib)
            _pack(os.path.join(self.build_lib, "reread", "server", "evaluation", "golden"))


def _pack(folder: str) -> None:
    """Puts an archive in the place of a folder, with the same bytes for the same files."""
    with zipfile.ZipFile(f"{folder}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(glob.glob(os.path.join(folder, "*", "*.yaml"))):
            entry = zipfile.ZipInfo(os.path.relpath(path, folder).replace(os.sep, "/"))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with open(path, "rb") as file:
                archive.writestr(entry, file.read())
    shutil.rmtree(folder)


setup(cmdclass={"build_py": PrepareRules})
