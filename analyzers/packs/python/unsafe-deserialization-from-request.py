import base64
import hashlib
import hmac
import io
import json
import pickle

import dill
import joblib
import numpy as np
import torch
import yaml
from fastapi import FastAPI, File, UploadFile
from flask import Flask, request
from itsdangerous import Signer

app = Flask(__name__)
api = FastAPI()


@app.post("/session")
def session():
    # ruleid: unsafe-deserialization-from-request
    return pickle.loads(base64.b64decode(request.cookies["session"]))


@app.post("/settings")
def settings():
    # ruleid: unsafe-deserialization-from-request
    first = yaml.load(request.data, Loader=yaml.Loader)
    # ok: unsafe-deserialization-from-request
    second = yaml.safe_load(request.data)
    # ok: unsafe-deserialization-from-request
    third = yaml.load(request.data, Loader=yaml.SafeLoader)
    return first, second, third


@api.post("/model")
async def model(upload: UploadFile = File(...)):
    # ruleid: unsafe-deserialization-from-request
    first = joblib.load(upload.file)
    content = await upload.read()
    # ruleid: unsafe-deserialization-from-request
    second = pickle.loads(content)
    # ok: unsafe-deserialization-from-request
    third = json.loads(content)
    return first, second, third


@app.post("/arrays")
def arrays():
    # ruleid: unsafe-deserialization-from-request
    first = np.load(request.files["array"], allow_pickle=True)
    # ok: unsafe-deserialization-from-request
    second = np.load(request.files["array"])
    # ok: unsafe-deserialization-from-request
    third = torch.load(request.files["weights"], weights_only=True)
    return first, second, third


@app.post("/signed")
def signed():
    # ok: unsafe-deserialization-from-request
    return pickle.loads(Signer(app.secret_key).unsign(request.cookies["state"]))


def cached(path):
    with open(path, "rb") as file:
        # ok: unsafe-deserialization-from-request
        return pickle.load(file)


@app.post("/hex")
def hexadecimal():
    # ruleid: unsafe-deserialization-from-request
    first = pickle.loads(bytes.fromhex(request.cookies["state"]))
    # ruleid: unsafe-deserialization-from-request
    second = pickle.loads(bytearray.fromhex(str.lower(request.args["state"])))
    return first.name + second.name


@app.post("/verified")
def verified():
    data = request.get_data()
    if not hmac.compare_digest(hmac.new(KEY, data, hashlib.sha256).hexdigest(), request.headers["X-Signature"]):
        return "forged", 403
    # ok: unsafe-deserialization-from-request
    return str(pickle.loads(data))


@app.post("/split")
def split():
    state = base64.b64decode(request.cookies["state"])
    signature, data = state[:32], state[32:]
    if not hmac.compare_digest(signature, hmac.digest(KEY, data, "sha256")):
        return "forged", 403
    # ok: unsafe-deserialization-from-request
    return str(dill.loads(data))


def proven(data, signature):
    if not hmac.compare_digest(hmac.new(KEY, data, hashlib.sha256).hexdigest(), signature):
        raise PermissionError(signature)


@app.post("/proven")
def elsewhere():
    data = request.get_data()
    proven(data, request.headers["X-Signature"])
    # ok: unsafe-deserialization-from-request
    return str(pickle.loads(data))


@app.post("/weights")
def weights():
    # ruleid: unsafe-deserialization-from-request
    first = joblib.load(io.BytesIO(request.data))
    # ok: unsafe-deserialization-from-request
    second = joblib.load(request.args["model"])
    return str(first) + str(second)
