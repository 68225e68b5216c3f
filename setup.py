"""Prepares the built-in rules when a wheel is built, so that nobody waits for that who installs it.

The golden set of evaluations, which is many small files, is packed.

The examples of the built-in rules, and what fixes make of them, are not in a wheel: only developers need them.

A source archive has the same bytes for the same files, if `SOURCE_DATE_EPOCH` says what time it is.
"""

from __future__ import annotations

import glob
import gzip
import os
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist


class PrepareRules(build_py):
    """Builds as usual, then has the package that was built prepare its rules."""

    def find_data_files(self, package: str, src_dir: str) -> list[str]:
        files = super().find_data_files(package, src_dir)
        rules_only = package == "reread.analyzers.packs" and not self.editable_mode
        return [each for each in files if not rules_only or each.endswith((".yaml", ".prepared"))]

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


class EqualArchive(sdist):
    """Archives the files in order, with one time and no owner, and nothing that a build makes."""

    def make_release_tree(self, base_dir: str, files: list[str]) -> None:
        super().make_release_tree(base_dir, [each for each in files if not each.endswith(".prepared")])

    def make_archive(self, base_name: str, *_: object, base_dir: str | None = None, **__: object) -> str:
        now = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())

        def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
            entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = now, 0, 0, "", ""
            entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
            return entry

        made = f"{base_name}.tar.gz"
        with (
            open(made, "wb") as file,
            gzip.GzipFile("", "wb", fileobj=file, mtime=now) as packed,
            tarfile.open(mode="w", fileobj=packed, format=tarfile.PAX_FORMAT) as archive,
        ):
            # Python adds the files of a folder in order.
            archive.add(base_dir or os.curdir, filter=plain)
        return made


setup(cmdclass={"build_py": PrepareRules, "sdist": EqualArchive})
