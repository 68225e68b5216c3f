"""The worker's end of the pipes."""

from __future__ import annotations

import io
import os

from reread.server.rpc import protocol
from reread.server.worker.host import Host


def test_what_nobody_reads_any_more_is_dropped():
    reading, writing = os.pipe()
    host = Host(io.BytesIO(), writing)
    host.send(protocol.notification("ready", None))
    assert b'"ready"' in os.read(reading, 1000)
    os.close(reading)
    host.send(protocol.notification("ready", None))
    os.close(writing)
