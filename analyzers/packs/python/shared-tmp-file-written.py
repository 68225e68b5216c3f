import os
from pathlib import Path
import tempfile


def write(data):
    # ruleid: shared-tmp-file-written
    open("/tmp/report.txt", "w").write(data)
    # ruleid: shared-tmp-file-written
    with open("/var/tmp/cache", mode="wb") as stream:
        stream.write(data)


def quiet(data):
    # ok: shared-tmp-file-written
    open("/tmp/report.txt").read()
    # ok: shared-tmp-file-written
    open("/tmp/report.txt", "rb").read()
    # ok: shared-tmp-file-written
    open("report.txt", "w").write(data)
    # ok: shared-tmp-file-written
    tempfile.NamedTemporaryFile("w", delete=False)
    # ok: shared-tmp-file-written
    open("reports/%d" % os.getpid(), "w")


def numbered(data):
    # ruleid: shared-tmp-file-written
    open("/tmp/report-%d" % os.getpid(), "w").write(data)


def joined(text):
    scratch = os.path.join("/tmp", "statement.txt")
    # ruleid: shared-tmp-file-written
    with open(scratch, "w") as out:
        out.write(text)
    # ok: shared-tmp-file-written
    with open(os.path.join("/srv", "statement.txt"), "w") as out:
        out.write(text)


def by_path(text):
    report = Path("/tmp/report.txt")
    # ruleid: shared-tmp-file-written
    report.write_text(text)
    # ruleid: shared-tmp-file-written
    Path("/var/tmp/report.txt").write_bytes(text)
    # ok: shared-tmp-file-written
    Path("/srv/report.txt").write_text(text)
    # ok: shared-tmp-file-written
    report.read_text()


def below_the_folder(text):
    # ruleid: shared-tmp-file-written
    with open(tempfile.gettempdir() + "/report.txt", "w") as out:
        out.write(text)
    # ruleid: shared-tmp-file-written
    with open(f"{tempfile.gettempdir()}/report.txt", "w") as out:
        out.write(text)
    # ok: shared-tmp-file-written
    with open(tempfile.gettempdir() + "/report.txt", "r") as source:
        source.read()
