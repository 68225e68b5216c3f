import hmac
import hickle
import srsly
import keras
import base64
import json
import pickle
from multiprocessing.connection import Listener

import numpy as np
import torch
from pickle import loads


def load(data, path, stream):
    # ruleid: unsafe-deserialization
    pickle.loads(base64.b64decode(data))
    # ruleid: unsafe-deserialization
    loads(data)
    # ruleid: unsafe-deserialization
    pickle.load(stream)
    # ruleid: unsafe-deserialization
    np.load(path, allow_pickle=True)
    # ruleid: unsafe-deserialization
    torch.load(path)


def quiet(data, path):
    # ok: unsafe-deserialization
    json.loads(data)
    # ok: unsafe-deserialization
    pickle.dumps(data)
    # ok: unsafe-deserialization
    pickle.loads(pickle.dumps(data))
    # ok: unsafe-deserialization
    np.load(path)
    # ok: unsafe-deserialization
    torch.load(path, weights_only=True)

def models(path, embeddings):
    # ruleid: unsafe-deserialization
    AutoModel.from_pretrained("acme/model", trust_remote_code=True)
    # ok: unsafe-deserialization
    AutoModel.from_pretrained("acme/model")
    # ruleid: unsafe-deserialization
    keras.models.load_model(path, safe_mode=False)
    # ok: unsafe-deserialization
    keras.models.load_model(path)
    # ruleid: unsafe-deserialization
    FAISS.load_local("index", embeddings, allow_dangerous_deserialization=True)
    # ok: unsafe-deserialization
    FAISS.load_local("index", embeddings)
    # ruleid: unsafe-deserialization
    torch.hub.load("acme/models", "small", trust_repo=True)
    # ok: unsafe-deserialization
    torch.hub.load("acme/models", "small", trust_repo="check")


def queues(socket, app, address):
    # ruleid: unsafe-deserialization
    socket.recv_pyobj()
    # ok: unsafe-deserialization
    socket.recv_json()
    # ruleid: unsafe-deserialization
    app.conf.update(task_serializer="pickle", accept_content=["json", "pickle"])
    # ok: unsafe-deserialization
    app.conf.update(task_serializer="json", accept_content=["json"])
    # ruleid: unsafe-deserialization
    app.conf.accept_content = ["pickle"]
    connection = Listener(address).accept()
    # ruleid: unsafe-deserialization
    connection.recv()
    # ok: unsafe-deserialization
    connection.recv_bytes()


def of_other_libraries(path, data):
    # ruleid: unsafe-deserialization
    hickle.load(path)
    # ruleid: unsafe-deserialization
    srsly.pickle_loads(data)
    # ok: unsafe-deserialization
    srsly.json_loads(data)


def signed(data, signature, key):
    if not hmac.compare_digest(signature, hmac.new(key, data, "sha256").digest()):
        raise ValueError
    # ok: unsafe-deserialization
    return pickle.loads(data)


def signed_perhaps(data, signature, key):
    if not hmac.compare_digest(signature, hmac.new(key, data, "sha256").digest()):
        print("strange")
    # ruleid: unsafe-deserialization
    return pickle.loads(data)


def signed_as_a_condition(data, signature, key):
    if hmac.compare_digest(signature, hmac.new(key, data, "sha256").digest()):
        # ok: unsafe-deserialization
        return pickle.loads(data)
    # ruleid: unsafe-deserialization
    return pickle.loads(data)
