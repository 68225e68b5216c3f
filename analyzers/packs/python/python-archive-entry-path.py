import os
import tarfile
import zipfile
from pathlib import Path


def unpack(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            # ruleid: python-archive-entry-path
            with open(os.path.join(folder, entry), "wb") as out:
                out.write(archive.read(entry))


def quiet(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            # ok: python-archive-entry-path
            archive.extract(entry, folder)
            # ok: python-archive-entry-path
            open(os.path.join(folder, os.path.basename(entry)), "wb")


def in_steps(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            target = os.path.join(folder, entry.filename)
            # ruleid: python-archive-entry-path
            with open(target, "wb") as out:
                out.write(archive.read(entry))
            # ruleid: python-archive-entry-path
            (Path(folder) / entry.filename).write_bytes(archive.read(entry))


def members(path, folder):
    with tarfile.open(path) as archive:
        for member in archive:
            target = f"{folder}/{member.name}"
            # ruleid: python-archive-entry-path
            os.makedirs(target, exist_ok=True)


def checked(path, folder):
    root = os.path.realpath(folder)
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            target = os.path.realpath(os.path.join(root, entry.filename))
            if not target.startswith(root + os.sep):
                raise ValueError("outside of the folder")
            # ok: python-archive-entry-path
            with open(target, "wb") as out:
                out.write(archive.read(entry))


def content(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            # ok: python-archive-entry-path
            with open(os.path.join(folder, "all.txt"), "ab") as out:
                out.write(archive.read(entry.filename))
            # ok: python-archive-entry-path
            rows = open(entry.filename, "rb")
