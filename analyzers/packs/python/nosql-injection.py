import json

from flask import request


def login(users):
    # ruleid: nosql-injection
    users.find_one({"name": request.json["name"], "password": request.json["password"]})
    # ruleid: nosql-injection
    users.find(request.get_json())
    # ruleid: nosql-injection
    users.delete_many(json.loads(request.args["filter"]))
    # ok: nosql-injection
    users.find_one({"name": str(request.json["name"])})
    # ok: nosql-injection
    users.find_one({"name": "root"})
    # ok: nosql-injection
    users.find({"age": int(request.json["age"])})
