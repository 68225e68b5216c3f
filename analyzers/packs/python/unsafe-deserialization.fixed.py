import base64
import json
import pickle

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
    np.load(path, allow_pickle=False)
    # ruleid: unsafe-deserialization
    torch.load(path, weights_only=True)


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
