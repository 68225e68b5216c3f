import os
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
