import base64
import json
import pickle
from pickle import loads as unpickle
from urllib.request import urlopen

import requests
from flask import request


def restore(connection, url):
    # ruleid: pickle-untrusted-data
    session = pickle.loads(base64.b64decode(request.cookies["session"]))
    # ruleid: pickle-untrusted-data
    body = unpickle(request.data)
    # ruleid: pickle-untrusted-data
    message = pickle.loads(connection.recv(4096))
    # ruleid: pickle-untrusted-data
    model = pickle.load(urlopen(url))
    return session, body, message, model


def download(url):
    response = requests.get(url, timeout=10)
    # ruleid: pickle-untrusted-data
    return pickle.loads(response.content)


def quiet(path, cached):
    # ok: pickle-untrusted-data
    session = json.loads(base64.b64decode(request.cookies["session"]))
    with open(path, "rb") as stream:
        # ok: pickle-untrusted-data
        local = pickle.load(stream)
    # ok: pickle-untrusted-data
    return session, local, pickle.loads(cached)
