from gremlin_python.driver import client
from rdflib import Graph
import json

import redis
from azure.cosmos import CosmosClient
from bson.code import Code
from elasticsearch import Elasticsearch
from fastapi import FastAPI
from flask import Flask, request
from gql import gql
from neo4j import GraphDatabase
from pymongo import MongoClient

app = Flask(__name__)
api = FastAPI()
es = Elasticsearch("https://search.example.com")
driver = GraphDatabase.driver("neo4j+s://graph.example.com")
redis_client = redis.Redis()
container = CosmosClient("https://a").get_database_client("d").get_container_client("c")
database = MongoClient()["shop"]


@app.route("/search")
def search():
    q = request.args["q"]
    # ruleid: nosql-injection-query-text
    es.search(index="items", body='{"query": {"match": {"title": "' + q + '"}}}')
    # ruleid: nosql-injection-query-text
    es.delete_by_query(index="items", body='{"query": {"term": {"owner": "%s"}}}' % q)
    # ok: nosql-injection-query-text
    es.search(index="items", body={"query": {"match": {"title": q}}})
    # ok: nosql-injection-query-text
    es.search(index="items", query={"match": {"title": q}})
    # ok: nosql-injection-query-text
    es.search(index="items", body=json.dumps({"query": {"match": {"title": q}}}))
    body = {"query": {"bool": {"must": []}}}
    body["query"]["bool"]["must"].append({"match": {"title": q}})
    # ok: nosql-injection-query-text
    es.search(index="items", body=body)
    # ok: nosql-injection-query-text
    return es.search(index="items", body={"size": int(request.args["size"])})


@app.route("/raw", methods=["POST"])
def raw():
    # ruleid: nosql-injection-query-text
    return es.search(index="items", body=request.get_json())


@app.route("/graph")
def graph():
    name = request.args["name"]
    with driver.session() as session:
        # ruleid: nosql-injection-query-text
        session.run("MATCH (u:User {name: '" + name + "'}) RETURN u")
        # ruleid: nosql-injection-query-text
        session.execute_read(lambda tx: tx.run(f"MATCH (u:User) WHERE u.name = '{name}' RETURN u"))
        # ok: nosql-injection-query-text
        session.run("MATCH (u:User {name: $name}) RETURN u", name=name)
        # ok: nosql-injection-query-text
        session.run("MATCH (u:User) RETURN u LIMIT %d" % int(request.args["limit"]))
    # ruleid: nosql-injection-query-text
    driver.execute_query("MATCH (n:" + request.args["label"] + ") RETURN n")
    return ""


@api.get("/nodes")
def nodes(name: str):
    with driver.session() as session:
        # ruleid: nosql-injection-query-text
        session.run(f"MATCH (u:User {{name: '{name}'}}) RETURN u")
        # ok: nosql-injection-query-text
        session.run("MATCH (u:User {name: $name}) RETURN u", {"name": name})
    return ""


@app.route("/other")
def other():
    name = request.args["name"]
    # ruleid: nosql-injection-query-text
    list(container.query_items("SELECT * FROM c WHERE c.name = '" + name + "'"))
    # ok: nosql-injection-query-text
    list(container.query_items("SELECT * FROM c WHERE c.name = @n", parameters=[{"name": "@n", "value": name}]))
    # ruleid: nosql-injection-query-text
    redis_client.eval("return redis.call('get', '" + name + "')", 0)
    # ok: nosql-injection-query-text
    redis_client.eval("return redis.call('get', KEYS[1])", 1, name)
    # ruleid: nosql-injection-query-text
    gql('{ user(name: "%s") { id } }' % name)
    # ok: nosql-injection-query-text
    gql("query user($name: String!) { user(name: $name) { id } }")
    # ruleid: nosql-injection-query-text
    database.command({"eval": "db.x.find({a: '" + name + "'})"})
    # ruleid: nosql-injection-query-text
    database.users.map_reduce(Code("function () { emit(this." + name + ", 1); }"), "", "out")
    return ""


def of_graphs(wrapper):
    name = request.args["name"]
    # ruleid: nosql-injection-query-text
    wrapper.setQuery("SELECT ?p WHERE { ?p foaf:name '" + name + "' }")
    # ok: nosql-injection-query-text
    wrapper.setQuery("SELECT ?p WHERE { ?p a foaf:Person }")
    # ruleid: nosql-injection-query-text
    Graph().update("DELETE WHERE { ?p foaf:name '%s' }" % name)
    # ok: nosql-injection-query-text
    Graph().query("SELECT ?p WHERE { ?p foaf:name ?n }", initBindings={"n": name})
    # ruleid: nosql-injection-query-text
    client.Client("ws://graph", "g").submit("g.V().has('name', '" + name + "')")
    # ok: nosql-injection-query-text
    client.Client("ws://graph", "g").submit("g.V().has('name', n)", {"n": name})
