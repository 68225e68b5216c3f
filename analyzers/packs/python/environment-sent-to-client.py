import os

from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/environment")
def environment():
    # ruleid: environment-sent-to-client
    return jsonify(dict(os.environ))


@app.route("/settings")
def settings():
    # ruleid: environment-sent-to-client
    return str(app.config)


@app.route("/version")
def version():
    # ok: environment-sent-to-client
    return jsonify(version=os.environ["VERSION"])


def for_child():
    # ok: environment-sent-to-client
    return dict(os.environ)
