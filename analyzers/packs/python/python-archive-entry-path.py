import os
import zipfile


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
