import json

from fastapi import Body, FastAPI
from flask import Flask, request
from mongoengine import Document
from pymongo import UpdateOne

app = Flask(__name__)
api = FastAPI()


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


@app.put("/users")
def change(users):
    body = request.get_json()
    # ruleid: nosql-injection
    users.update_one({"name": "a"}, body)
    # ok: nosql-injection
    users.update_one({"name": "a"}, {"$set": {"mail": body["mail"]}})
    # ruleid: nosql-injection
    users.bulk_write([UpdateOne(each["filter"], {"$inc": {"seen": 1}}) for each in body])
    # ruleid: nosql-injection
    users.find(filter=body)
    # ruleid: nosql-injection
    return Person.objects(**body)


@api.post("/search")
async def search(criteria: dict = Body(...)):
    # ruleid: nosql-injection
    return await collection.find(criteria).to_list(10)


@api.post("/people")
async def people(wanted: Wanted):
    # ok: nosql-injection
    return await collection.find({"name": wanted.name}).to_list(10)
