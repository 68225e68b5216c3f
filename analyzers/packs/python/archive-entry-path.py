import os
import zipfile


def unpack(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            # ruleid: archive-entry-path
            with open(os.path.join(folder, entry), "wb") as out:
                out.write(archive.read(entry))


def quiet(path, folder):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            # ok: archive-entry-path
            archive.extract(entry, folder)
            # ok: archive-entry-path
            open(os.path.join(folder, os.path.basename(entry)), "wb")
