"""Prepares the built-in rules when a wheel is built, so that nobody waits for that who installs it.

What the fixes of the rules make of their examples is not in a wheel: only developers need it.
"""

from __future__ import annotations

import os
import subprocess
import sys

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


setup(cmdclass={"build_py": PrepareRules})
