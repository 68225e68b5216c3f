import joblib
import shelve

from flask import Flask, request
from keras.models import load_model

app = Flask(__name__)
MODELS = {"small": "/srv/models/small.joblib"}


@app.post("/score")
def score():
    # ruleid: unsafe-deserialization-named-by-request
    model = load_model(request.args["model"])
    # ok: unsafe-deserialization-named-by-request
    fixed = load_model("/srv/models/default.keras")
    return str(fixed.predict(request.args["row"]) + model.predict(request.args["row"]))


@app.post("/guess")
def guess():
    # ruleid: unsafe-deserialization-named-by-request
    first = joblib.load(request.args["model"])
    # ok: unsafe-deserialization-named-by-request
    second = joblib.load(MODELS[request.args["model"]])
    # ok: unsafe-deserialization-named-by-request
    third = joblib.load(request.files["model"])
    return str(first) + str(second) + str(third)


@app.get("/shelf")
def shelf():
    # ruleid: unsafe-deserialization-named-by-request
    with shelve.open(request.args["shelf"]) as opened:
        return opened["title"]
