import tarfile
import zipfile


def unpack(path, folder):
    # ruleid: zip-slip-tarfile
    tarfile.open(path).extractall(folder)
    archive = tarfile.open(path)
    # ruleid: zip-slip-tarfile
    archive.extractall(folder)
    with tarfile.open(path) as tar:
        for member in tar:
            # ruleid: zip-slip-tarfile
            tar.extract(member, folder)


def quiet(path, folder):
    archive = tarfile.open(path)
    # ok: zip-slip-tarfile
    archive.extractall(folder, filter="data")
    # ok: zip-slip-tarfile
    zipfile.ZipFile(path).extractall(folder)


def looked_at(archive):
    for member in archive:
        if os.path.isabs(member.name) or ".." in member.name:
            raise ValueError(member.name)
        # ok: zip-slip-tarfile
        archive.extract(member)


def trusting(path):
    with tarfile.open(path) as archive:
        # ruleid: zip-slip-tarfile
        archive.extractall("folder", filter="fully_trusted")
