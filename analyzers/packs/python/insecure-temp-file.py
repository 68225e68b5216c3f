import os
import tempfile
from tempfile import mktemp


def names():
    # ruleid: insecure-temp-file
    tempfile.mktemp(suffix=".txt")
    # ruleid: insecure-temp-file
    mktemp()
    # ruleid: insecure-temp-file
    os.tempnam()


def quiet():
    # ok: insecure-temp-file
    handle, path = tempfile.mkstemp()
    # ok: insecure-temp-file
    tempfile.NamedTemporaryFile(delete=False)
    return handle, path
