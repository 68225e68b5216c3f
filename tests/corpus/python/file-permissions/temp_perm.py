import os
import stat
import shutil
import tempfile
from pathlib import Path
from tempfile import mktemp, NamedTemporaryFile


def temps(data):
    # ruleid: insecure-tempfile
    name = tempfile.mktemp()
    with open(name, "w") as f:
        f.write(data)
    # ok: insecure-tempfile
    with tempfile.NamedTemporaryFile() as f:
        f.write(data)
    # ok: insecure-tempfile
    fd, path = tempfile.mkstemp()
    os.close(fd)
    # ruleid: insecure-tempfile
    other = mktemp(suffix=".txt")
    # ruleid: insecure-tempfile
    open("/tmp/app-cache.txt", "w").write(data)
    # ok: insecure-tempfile
    d = tempfile.mkdtemp()
    # ok: insecure-tempfile
    open(os.path.join(d, "x"), "w").write(data)
    # ruleid: insecure-tempfile
    os.tempnam("/tmp", "x")
    # ruleid: insecure-tempfile
    os.tmpnam()
    # ok: insecure-tempfile
    with tempfile.TemporaryDirectory() as td:
        Path(td, "x").write_text(data)
    # ruleid: insecure-tempfile
    with open("/var/tmp/report.csv", "w") as f:
        f.write(data)
    p = os.path.join(tempfile.gettempdir(), "fixed-name.lock")
    # ruleid: insecure-tempfile
    with open(p, "w") as f:
        f.write("1")
    # ok: insecure-tempfile
    NamedTemporaryFile(delete=False)
    return other


def perms(path):
    # ruleid: file-permissions
    os.chmod(path, 0o777)
    # ok: file-permissions
    os.chmod(path, 0o600)
    # ruleid: file-permissions
    os.chmod(path, 0o666)
    # ok: file-permissions
    os.chmod(path, 0o644)
    # ruleid: file-permissions
    os.chmod(path, stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)
    # ok: file-permissions
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
    # ruleid: file-permissions
    os.chmod(path, 511)
    # ruleid: file-permissions
    os.fchmod(3, 0o777)
    # ruleid: file-permissions
    os.lchmod(path, 0o777)
    # ruleid: file-permissions
    Path(path).chmod(0o777)
    # ok: file-permissions
    Path(path).chmod(0o700)
    # ruleid: file-permissions
    os.mkdir(path, 0o777)
    # ok: file-permissions
    os.mkdir(path, 0o700)
    # ruleid: file-permissions
    os.makedirs(path, mode=0o777)
    # ok: file-permissions
    os.makedirs(path, exist_ok=True)
    # ruleid: file-permissions
    os.open(path, os.O_CREAT | os.O_WRONLY, 0o666)
    # ok: file-permissions
    os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    # ruleid: file-permissions
    os.umask(0)
    # ok: file-permissions
    os.umask(0o077)
    # ruleid: file-permissions
    os.chmod(path, stat.S_IWOTH | stat.S_IRUSR)
    # ruleid: file-permissions
    os.mkfifo(path, 0o777)
    mode = 0o777
    # ruleid: file-permissions
    os.chmod(path, mode)
