import asyncio
import os

import tornado.web
from fastapi import FastAPI
from flask import Flask

app = Flask(__name__)
# ruleid: debug-enabled
app.config["DEBUG"] = True
# ruleid: debug-enabled
app.debug = True
# ruleid: debug-enabled
app.config.update(DEBUG=True)
# ruleid: debug-enabled
FastAPI(debug=True)


def main(parser):
    # ruleid: debug-enabled
    app.run(debug=True)
    # ruleid: debug-enabled
    app.run("127.0.0.1", debug=True)
    # ruleid: debug-enabled
    tornado.web.Application([], debug=True)
    # ok: debug-enabled
    app.run(debug=os.environ.get("FLASK_DEBUG") == "1")
    # ok: debug-enabled
    app.run(debug=False)
    # ok: debug-enabled
    asyncio.run(main(), debug=True)
    # ok: debug-enabled
    parser.debug = True


# ok: debug-enabled
app.config["DEBUG"] = os.environ.get("DEBUG") == "1"


class Config:
    # ruleid: debug-enabled
    DEBUG = True


class DevelopmentConfig:
    # ok: debug-enabled
    DEBUG = True
