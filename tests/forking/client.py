"""Stands for a worker: hands its own streams to one that is forked, and ends as that ends. Run without `site`."""

import json
import os
import socket
import sys

if __name__ == "__main__":
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as connection:
        connection.connect(sys.argv[1])
        request = json.dumps({"folder": os.getcwd(), "environment": dict(os.environ)}).encode()
        socket.send_fds(connection, [request], [0, 1, 2])
        # While these are open here, whoever reads the worker's output does not learn that it ended.
        nothing = os.open(os.devnull, os.O_RDWR)
        for each in (0, 1, 2):
            os.dup2(nothing, each)
        code = int(connection.recv(100) or b"1")
    if code < 0:
        os.kill(os.getpid(), -code)
    os._exit(code)
