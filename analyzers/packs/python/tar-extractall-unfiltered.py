import tarfile
import zipfile


def unpack(path, folder):
    # ruleid: tar-extractall-unfiltered
    tarfile.open(path).extractall(folder)
    archive = tarfile.open(path)
    # ruleid: tar-extractall-unfiltered
    archive.extractall(folder)
    with tarfile.open(path) as tar:
        for member in tar:
            # ruleid: tar-extractall-unfiltered
            tar.extract(member, folder)


def quiet(path, folder):
    archive = tarfile.open(path)
    # ok: tar-extractall-unfiltered
    archive.extractall(folder, filter="data")
    # ok: tar-extractall-unfiltered
    zipfile.ZipFile(path).extractall(folder)


def looked_at(archive):
    for member in archive:
        if os.path.isabs(member.name) or ".." in member.name:
            raise ValueError(member.name)
        # ok: tar-extractall-unfiltered
        archive.extract(member)


def trusting(path):
    with tarfile.open(path) as archive:
        # ruleid: tar-extractall-unfiltered
        archive.extractall("folder", filter="fully_trusted")
