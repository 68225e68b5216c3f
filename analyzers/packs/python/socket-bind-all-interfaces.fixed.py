import socket

import uvicorn


def listen(app, port):
    server = socket.socket()
    # ruleid: socket-bind-all-interfaces
    server.bind(("127.0.0.1", port))
    # ruleid: socket-bind-all-interfaces
    app.run(host="127.0.0.1", port=port)
    # ruleid: socket-bind-all-interfaces
    uvicorn.run(app, host="127.0.0.1", port=port)


def quiet(app, settings, port):
    server = socket.socket()
    # ok: socket-bind-all-interfaces
    server.bind(("127.0.0.1", port))
    # ok: socket-bind-all-interfaces
    server.bind((settings.host, port))
    # ok: socket-bind-all-interfaces
    app.run(host="localhost")
    # ok: socket-bind-all-interfaces
    app.connect(host="0.0.0.0")
