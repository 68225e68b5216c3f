import base64
import json
import marshal
import pickle
import pickle as pk
import shelve
from pickle import Unpickler, loads

import _pickle
import cloudpickle
import dill
import joblib
import jsonpickle
import numpy as np
import pandas as pd
import ruamel.yaml
import torch
import yaml
from django.http import HttpResponse
from flask import Flask, request
from ruamel.yaml import YAML
from yaml import CLoader, CSafeLoader, FullLoader, Loader, SafeLoader, UnsafeLoader

app = Flask(__name__)


def pickles(data, stream, sock):
    # ruleid: deserialization
    pickle.loads(data)
    # ruleid: deserialization
    pickle.load(stream)
    # ruleid: deserialization
    pk.loads(base64.b64decode(data))
    # ruleid: deserialization
    loads(data)
    # ruleid: deserialization
    Unpickler(stream).load()
    # ruleid: deserialization
    pickle.Unpickler(stream).load()
    # ruleid: deserialization
    _pickle.loads(data)
    # ruleid: deserialization
    cloudpickle.loads(data)
    # ruleid: deserialization
    dill.loads(data)
    # ruleid: deserialization
    dill.load(stream)
    # ruleid: deserialization
    marshal.loads(data)
    # ruleid: deserialization
    jsonpickle.decode(data)
    # ruleid: deserialization
    pickle.loads(sock.recv(4096))
    # ok: deserialization
    json.loads(data)
    # ok: deserialization
    pickle.loads(b"\x80\x04N.")
    # ok: deserialization
    pickle.dumps(data)
    # ok: deserialization
    pickle.loads(pickle.dumps(data))
    # ok: deserialization
    marshal.dumps(data)


def numeric(path):
    # ruleid: deserialization
    np.load(path, allow_pickle=True)
    # ok: deserialization
    np.load(path)
    # ok: deserialization
    np.load(path, allow_pickle=False)
    # ruleid: deserialization
    torch.load(path, weights_only=False)
    # ok: deserialization
    torch.load(path, weights_only=True)
    # ruleid: deserialization
    joblib.load(path)
    # ruleid: deserialization
    pd.read_pickle(path)
    # ok: deserialization
    pd.read_csv(path)
    # ruleid: deserialization
    shelve.open(path)


def yamls(data):
    # ruleid: deserialization
    yaml.load(data)
    # ruleid: deserialization
    yaml.load(data, Loader=yaml.Loader)
    # ruleid: deserialization
    yaml.load(data, Loader=Loader)
    # ruleid: deserialization
    yaml.load(data, Loader=UnsafeLoader)
    # ruleid: deserialization
    yaml.load(data, yaml.UnsafeLoader)
    # ruleid: deserialization
    yaml.load(data, Loader=CLoader)
    # ruleid: deserialization
    yaml.load(data, Loader=yaml.CLoader)
    # ruleid: deserialization
    yaml.unsafe_load(data)
    # ruleid: deserialization
    yaml.load_all(data, Loader=yaml.Loader)
    # ruleid: deserialization
    yaml.unsafe_load_all(data)
    # ruleid: deserialization
    list(yaml.load_all(data))
    # ok: deserialization
    yaml.safe_load(data)
    # ok: deserialization
    yaml.load(data, Loader=yaml.SafeLoader)
    # ok: deserialization
    yaml.load(data, Loader=SafeLoader)
    # ok: deserialization
    yaml.load(data, SafeLoader)
    # ok: deserialization
    yaml.load(data, Loader=CSafeLoader)
    # ok: deserialization
    yaml.load(data, Loader=yaml.CSafeLoader)
    # ok: deserialization
    yaml.safe_load_all(data)
    # ok: deserialization
    yaml.load("a: 1", Loader=yaml.BaseLoader)
    # ruleid: deserialization
    ruamel.yaml.load(data)
    # ruleid: deserialization
    YAML(typ="unsafe").load(data)
    # ruleid: deserialization
    unsafe = ruamel.yaml.YAML(typ="unsafe")
    # ruleid: deserialization
    base = YAML(typ="base", pure=True) if data else YAML(typ="unsafe", pure=True)
    # ok: deserialization
    YAML(typ="safe").load(data)
    # ok: deserialization
    safe = YAML()
    return unsafe, base, safe


@app.route("/session")
def session():
    # ruleid: deserialization
    pickle.loads(base64.b64decode(request.cookies["session"]))
    # ruleid: deserialization
    yaml.load(request.data, Loader=yaml.FullLoader)
    # ruleid: deserialization
    pickle.load(request.files["file"])
    # ruleid: deserialization
    jsonpickle.decode(request.get_json()["object"])
    # ok: deserialization
    json.loads(request.data)
    # ok: deserialization
    yaml.safe_load(request.data)
    return "ok"


def django_view(request):
    # ruleid: deserialization
    pickle.loads(request.body)
    token = request.COOKIES["token"]
    # ruleid: deserialization
    pickle.loads(base64.b64decode(token))
    return HttpResponse("ok")


def lambda_handler(event, context):
    # ruleid: deserialization
    return pickle.loads(base64.b64decode(event["body"]))
