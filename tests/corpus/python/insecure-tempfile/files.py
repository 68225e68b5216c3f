import os
import tempfile
from tempfile import NamedTemporaryFile, mkstemp, mktemp


def write(data):
    # ruleid: insecure-tempfile
    path = tempfile.mktemp()
    # ruleid: insecure-tempfile
    path = tempfile.mktemp(suffix=".txt", dir="/tmp")
    # ruleid: insecure-tempfile
    path = mktemp()
    # ruleid: insecure-tempfile
    path = os.tempnam()
    # ruleid: insecure-tempfile
    path = os.tmpnam()
    # ruleid: insecure-tempfile
    open("/tmp/report.txt", "w").write(data)
    # ruleid: insecure-tempfile
    with open("/tmp/report.txt", "w") as stream:
        stream.write(data)
    # ruleid: insecure-tempfile
    with open("/var/tmp/cache", mode="wb") as stream:
        stream.write(data)
    # ruleid: insecure-tempfile
    open("/tmp/out", "a+")
    # ok: insecure-tempfile
    handle, path = tempfile.mkstemp()
    # ok: insecure-tempfile
    handle, path = mkstemp(suffix=".txt")
    # ok: insecure-tempfile
    with tempfile.NamedTemporaryFile() as stream:
        stream.write(data)
    # ok: insecure-tempfile
    NamedTemporaryFile("w", delete=False)
    # ok: insecure-tempfile
    tempfile.TemporaryDirectory()
    # ok: insecure-tempfile
    open("report.txt", "w").write(data)
    # ok: insecure-tempfile
    open("/tmp/report.txt").read()
    # ok: insecure-tempfile
    open("/tmp/report.txt", "r").read()
    return handle, path
