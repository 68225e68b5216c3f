import asyncio

from flask import Flask

site = Flask(__name__)


def create_app():
    return Flask(__name__)


def serve(app, port):
    # ruleid: flask-debug-enabled
    app.run(debug=True)
    # ruleid: flask-debug-enabled
    create_app().run(port=port, debug=True)


# ruleid: flask-debug-enabled
site.run("127.0.0.1", 5000, debug=True)


def quiet(app, settings, simulation):
    # ok: flask-debug-enabled
    app.run()
    # ok: flask-debug-enabled
    app.run(debug=settings.debug)
    # ok: flask-debug-enabled
    simulation.run(debug=True)
    # ok: flask-debug-enabled
    asyncio.run(simulation.main(), debug=True)
