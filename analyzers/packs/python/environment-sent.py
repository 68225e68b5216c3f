import os

from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/environment")
def environment():
    # ruleid: environment-sent
    return jsonify(dict(os.environ))


@app.route("/settings")
def settings():
    # ruleid: environment-sent
    return str(app.config)


@app.route("/version")
def version():
    # ok: environment-sent
    return jsonify(version=os.environ["VERSION"])


def for_child():
    # ok: environment-sent
    return dict(os.environ)
