import os
import tempfile
from tempfile import mktemp


def names():
    # ruleid: tempfile-mktemp
    tempfile.mktemp(suffix=".txt")
    # ruleid: tempfile-mktemp
    mktemp()
    # ruleid: tempfile-mktemp
    os.tempnam()


def quiet():
    # ok: tempfile-mktemp
    handle, path = tempfile.mkstemp()
    # ok: tempfile-mktemp
    tempfile.NamedTemporaryFile(delete=False)
    return handle, path
