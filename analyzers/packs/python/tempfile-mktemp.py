import tempfile
from tempfile import mktemp as name_only


def export():
    # ruleid: tempfile-mktemp
    first = tempfile.mktemp()
    # ruleid: tempfile-mktemp
    second = name_only(suffix=".csv", dir="/var/tmp")
    return first, second


def quiet(factory):
    # ok: tempfile-mktemp
    handle, path = tempfile.mkstemp(suffix=".csv")
    # ok: tempfile-mktemp
    stream = tempfile.NamedTemporaryFile()
    # ok: tempfile-mktemp
    return handle, path, stream, factory.mktemp()
