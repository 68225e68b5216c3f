import tarfile
import zipfile
from tarfile import open as open_tar


def unpack(path, target):
    with tarfile.open(path) as archive:
        # ruleid: tar-extractall-unfiltered
        archive.extractall(target)
    other = open_tar(path, "r:gz")
    # ruleid: tar-extractall-unfiltered
    other.extractall("/srv/data")
    # ruleid: tar-extractall-unfiltered
    tarfile.open(path).extractall(target)


def quiet(path, target):
    with tarfile.open(path) as archive:
        # ok: tar-extractall-unfiltered
        archive.extractall(target, filter="data")
    with zipfile.ZipFile(path) as archive:
        # ok: tar-extractall-unfiltered
        archive.extractall(target)
