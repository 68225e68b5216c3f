import json

import boto3
from flask import Flask, request
from flask_pymongo import PyMongo
from pymongo import MongoClient

app = Flask(__name__)
client = MongoClient()
mongo = PyMongo(app)


@app.route("/login", methods=["POST"])
def login():
    users = client.app.users
    # ruleid: nosql-injection
    users.find_one({"name": request.json["name"], "password": request.json["password"]})
    # ruleid: nosql-injection
    users.find(request.get_json())
    # ruleid: nosql-injection
    users.find({"$where": "this.name == '" + request.args["name"] + "'"})
    # ruleid: nosql-injection
    mongo.db.users.find_one(json.loads(request.args["filter"]))
    data = request.get_json()
    # ruleid: nosql-injection
    users.delete_many({"owner": data["owner"]})
    # ruleid: nosql-injection
    users.update_one(data["filter"], {"$set": {"seen": True}})
    # ok: nosql-injection
    users.find_one({"name": str(request.json["name"])})
    # ok: nosql-injection
    users.find_one({"name": "root"})
    # ok: nosql-injection
    users.find_one({"name": {"$eq": str(data["name"])}})
    # ok: nosql-injection
    users.find({"age": int(data["age"])})
    # ok: nosql-injection
    users.find_one({"name": request.form["name"]})
    return "ok"


def where(collection, name):
    # ruleid: nosql-injection
    collection.find({"$where": "this.name == '%s'" % name})
    # ruleid: nosql-injection
    collection.find({"$where": f"this.name == '{name}'"})
    # ok: nosql-injection
    collection.find({"$where": "this.a > this.b"})


def lambda_handler(event, context):
    table = boto3.resource("dynamodb").Table("users")
    # ruleid: nosql-injection
    table.scan(FilterExpression="id = " + event["id"])
    # ok: nosql-injection
    table.get_item(Key={"id": event["id"]})
