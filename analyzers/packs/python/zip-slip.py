import os
import tarfile
import zipfile
from pathlib import Path


def unpack(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            # ruleid: zip-slip
            with open(os.path.join(folder, entry), "wb") as out:
                out.write(archive.read(entry))


def quiet(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            # ok: zip-slip
            archive.extract(entry, folder)
            # ok: zip-slip
            open(os.path.join(folder, os.path.basename(entry)), "wb")


def in_steps(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            target = os.path.join(folder, entry.filename)
            # ruleid: zip-slip
            with open(target, "wb") as out:
                out.write(archive.read(entry))
            # ruleid: zip-slip
            (Path(folder) / entry.filename).write_bytes(archive.read(entry))


def members(path, folder):
    with tarfile.open(path) as archive:
        for member in archive:
            target = f"{folder}/{member.name}"
            # ruleid: zip-slip
            os.makedirs(target, exist_ok=True)


def checked(path, folder):
    root = os.path.realpath(folder)
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            target = os.path.realpath(os.path.join(root, entry.filename))
            if not target.startswith(root + os.sep):
                raise ValueError("outside of the folder")
            # ok: zip-slip
            with open(target, "wb") as out:
                out.write(archive.read(entry))


def content(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            # ok: zip-slip
            with open(os.path.join(folder, "all.txt"), "ab") as out:
                out.write(archive.read(entry.filename))
            # ok: zip-slip
            rows = open(entry.filename, "rb")
