import base64
import json
import pickle

import joblib
import numpy as np
import torch
import yaml
from fastapi import FastAPI, File, UploadFile
from flask import Flask, request
from itsdangerous import Signer
from keras.models import load_model

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


@app.post("/score")
def score():
    # ruleid: unsafe-deserialization-from-request
    model = load_model(request.args["model"])
    # ok: unsafe-deserialization-from-request
    fixed = load_model("/srv/models/default.keras")
    return str(fixed.predict(request.args["row"]) + model.predict(request.args["row"]))


@app.post("/hex")
def hexadecimal():
    # ruleid: unsafe-deserialization-from-request
    first = pickle.loads(bytes.fromhex(request.cookies["state"]))
    # ruleid: unsafe-deserialization-from-request
    second = pickle.loads(bytearray.fromhex(str.lower(request.args["state"])))
    return first.name + second.name
