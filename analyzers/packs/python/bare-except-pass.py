import contextlib
import os


def remove(path):
    # ruleid: bare-except-pass
    try:
        os.remove(path)
    except:
        pass

    # ruleid: bare-except-pass
    try:
        os.remove(path)
        os.sync()
    except BaseException:
        pass


def quiet(path, log):
    # ok: bare-except-pass
    try:
        os.remove(path)
    except FileNotFoundError:
        pass
    # ok: bare-except-pass
    try:
        os.remove(path)
    except:
        log.exception("cannot remove %s", path)
        raise
    # ok: bare-except-pass
    with contextlib.suppress(FileNotFoundError):
        os.remove(path)
