import json
import marshal
import pickle
import cPickle
import shelve
import dill
import cloudpickle
import jsonpickle
import joblib
import yaml
import torch
import numpy as np
import pandas as pd
import msgpack
import base64
from io import BytesIO
from ruamel.yaml import YAML
from yaml import Loader, SafeLoader, CSafeLoader, FullLoader, load as yload
from flask import Flask, request, session
import redis
import pika

app = Flask(__name__)


@app.route("/d1", methods=["POST"])
def d1():
    body = request.get_data()
    # ruleid: deserialization
    pickle.loads(body)
    # ok: deserialization
    json.loads(body)
    # ruleid: deserialization
    cPickle.loads(body)
    # ruleid: deserialization
    pickle.load(BytesIO(body))
    # ruleid: deserialization
    pickle.Unpickler(BytesIO(body)).load()
    # ruleid: deserialization
    marshal.loads(body)
    # ruleid: deserialization
    dill.loads(base64.b64decode(request.cookies["state"]))
    # ruleid: deserialization
    cloudpickle.loads(body)
    # ruleid: deserialization
    jsonpickle.decode(body)
    # ruleid: deserialization
    joblib.load(request.files["m"])
    # ok: deserialization
    msgpack.unpackb(body)
    # ok: deserialization
    pickle.dumps({"a": 1})
    # ok: deserialization
    json.load(BytesIO(body))
    # ruleid: deserialization
    shelve.open(request.args["db"])
    # ruleid: deserialization
    np.load(BytesIO(body), allow_pickle=True)
    # ok: deserialization
    np.load(BytesIO(body), allow_pickle=False)
    # ruleid: deserialization
    pd.read_pickle(BytesIO(body))
    # ok: deserialization
    pd.read_json(BytesIO(body))
    # ok: deserialization
    torch.load(BytesIO(body), weights_only=True)
    # ruleid: deserialization
    torch.load(BytesIO(body), weights_only=False)
    return ""


@app.route("/y1", methods=["POST"])
def y1():
    body = request.data
    # ruleid: deserialization
    yaml.load(body, Loader=yaml.Loader)
    # ok: deserialization
    yaml.load(body, Loader=yaml.SafeLoader)
    # ok: deserialization
    yaml.load(body, Loader=CSafeLoader)
    # ruleid: deserialization
    yaml.load(body, yaml.UnsafeLoader)
    # ok: deserialization
    yaml.load(body, SafeLoader)
    # ruleid: deserialization
    yaml.unsafe_load(body)
    # ok: deserialization
    yaml.safe_load(body)
    # ruleid: deserialization
    yaml.load(body)
    # ruleid: deserialization
    yload(body, Loader=Loader)
    # ruleid: deserialization
    yaml.load_all(body, Loader=yaml.Loader)
    # ok: deserialization
    yaml.safe_load_all(body)
    # ruleid: deserialization
    yaml.unsafe_load_all(body)
    # ruleid: deserialization
    YAML(typ="unsafe").load(body)
    # ok: deserialization
    YAML(typ="safe").load(body)
    # ok: deserialization
    YAML().load(body)
    # ok: deserialization
    yaml.dump({"x": body})
    return ""


def consume(channel, method, properties, body):
    # ok: deserialization
    return json.loads(body)


def worker(r: redis.Redis):
    raw = r.get("job")
    # ruleid: deserialization
    return pickle.loads(raw)


def from_socket(conn):
    data = conn.recv(4096)
    # ruleid: deserialization
    return pickle.loads(data)


def roundtrip(obj):
    # ok: deserialization
    return pickle.loads(pickle.dumps(obj))
