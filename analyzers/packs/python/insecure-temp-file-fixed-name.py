import os
from pathlib import Path
import tempfile


def write(data):
    # ruleid: insecure-temp-file-fixed-name
    open("/tmp/report.txt", "w").write(data)
    # ruleid: insecure-temp-file-fixed-name
    with open("/var/tmp/cache", mode="wb") as stream:
        stream.write(data)


def quiet(data):
    # ok: insecure-temp-file-fixed-name
    open("/tmp/report.txt").read()
    # ok: insecure-temp-file-fixed-name
    open("/tmp/report.txt", "rb").read()
    # ok: insecure-temp-file-fixed-name
    open("report.txt", "w").write(data)
    # ok: insecure-temp-file-fixed-name
    tempfile.NamedTemporaryFile("w", delete=False)
    # ok: insecure-temp-file-fixed-name
    open("reports/%d" % os.getpid(), "w")


def numbered(data):
    # ruleid: insecure-temp-file-fixed-name
    open("/tmp/report-%d" % os.getpid(), "w").write(data)


def joined(text):
    scratch = os.path.join("/tmp", "statement.txt")
    # ruleid: insecure-temp-file-fixed-name
    with open(scratch, "w") as out:
        out.write(text)
    # ok: insecure-temp-file-fixed-name
    with open(os.path.join("/srv", "statement.txt"), "w") as out:
        out.write(text)


def by_path(text):
    report = Path("/tmp/report.txt")
    # ruleid: insecure-temp-file-fixed-name
    report.write_text(text)
    # ruleid: insecure-temp-file-fixed-name
    Path("/var/tmp/report.txt").write_bytes(text)
    # ok: insecure-temp-file-fixed-name
    Path("/srv/report.txt").write_text(text)
    # ok: insecure-temp-file-fixed-name
    report.read_text()


def below_the_folder(text):
    # ruleid: insecure-temp-file-fixed-name
    with open(tempfile.gettempdir() + "/report.txt", "w") as out:
        out.write(text)
    # ruleid: insecure-temp-file-fixed-name
    with open(f"{tempfile.gettempdir()}/report.txt", "w") as out:
        out.write(text)
    # ok: insecure-temp-file-fixed-name
    with open(tempfile.gettempdir() + "/report.txt", "r") as source:
        source.read()
