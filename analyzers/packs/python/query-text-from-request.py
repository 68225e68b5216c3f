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
    # ruleid: query-text-from-request
    es.search(index="items", body='{"query": {"match": {"title": "' + q + '"}}}')
    # ruleid: query-text-from-request
    es.delete_by_query(index="items", body='{"query": {"term": {"owner": "%s"}}}' % q)
    # ok: query-text-from-request
    es.search(index="items", body={"query": {"match": {"title": q}}})
    # ok: query-text-from-request
    es.search(index="items", query={"match": {"title": q}})
    # ok: query-text-from-request
    es.search(index="items", body=json.dumps({"query": {"match": {"title": q}}}))
    body = {"query": {"bool": {"must": []}}}
    body["query"]["bool"]["must"].append({"match": {"title": q}})
    # ok: query-text-from-request
    es.search(index="items", body=body)
    # ok: query-text-from-request
    return es.search(index="items", body={"size": int(request.args["size"])})


@app.route("/raw", methods=["POST"])
def raw():
    # ruleid: query-text-from-request
    return es.search(index="items", body=request.get_json())


@app.route("/graph")
def graph():
    name = request.args["name"]
    with driver.session() as session:
        # ruleid: query-text-from-request
        session.run("MATCH (u:User {name: '" + name + "'}) RETURN u")
        # ruleid: query-text-from-request
        session.execute_read(lambda tx: tx.run(f"MATCH (u:User) WHERE u.name = '{name}' RETURN u"))
        # ok: query-text-from-request
        session.run("MATCH (u:User {name: $name}) RETURN u", name=name)
        # ok: query-text-from-request
        session.run("MATCH (u:User) RETURN u LIMIT %d" % int(request.args["limit"]))
    # ruleid: query-text-from-request
    driver.execute_query("MATCH (n:" + request.args["label"] + ") RETURN n")
    return ""


@api.get("/nodes")
def nodes(name: str):
    with driver.session() as session:
        # ruleid: query-text-from-request
        session.run(f"MATCH (u:User {{name: '{name}'}}) RETURN u")
        # ok: query-text-from-request
        session.run("MATCH (u:User {name: $name}) RETURN u", {"name": name})
    return ""


@app.route("/other")
def other():
    name = request.args["name"]
    # ruleid: query-text-from-request
    list(container.query_items("SELECT * FROM c WHERE c.name = '" + name + "'"))
    # ok: query-text-from-request
    list(container.query_items("SELECT * FROM c WHERE c.name = @n", parameters=[{"name": "@n", "value": name}]))
    # ruleid: query-text-from-request
    redis_client.eval("return redis.call('get', '" + name + "')", 0)
    # ok: query-text-from-request
    redis_client.eval("return redis.call('get', KEYS[1])", 1, name)
    # ruleid: query-text-from-request
    gql('{ user(name: "%s") { id } }' % name)
    # ok: query-text-from-request
    gql("query user($name: String!) { user(name: $name) { id } }")
    # ruleid: query-text-from-request
    database.command({"eval": "db.x.find({a: '" + name + "'})"})
    # ruleid: query-text-from-request
    database.users.map_reduce(Code("function () { emit(this." + name + ", 1); }"), "", "out")
    return ""


def of_graphs(wrapper):
    name = request.args["name"]
    # ruleid: query-text-from-request
    wrapper.setQuery("SELECT ?p WHERE { ?p foaf:name '" + name + "' }")
    # ok: query-text-from-request
    wrapper.setQuery("SELECT ?p WHERE { ?p a foaf:Person }")
    # ruleid: query-text-from-request
    Graph().update("DELETE WHERE { ?p foaf:name '%s' }" % name)
    # ok: query-text-from-request
    Graph().query("SELECT ?p WHERE { ?p foaf:name ?n }", initBindings={"n": name})
    # ruleid: query-text-from-request
    client.Client("ws://graph", "g").submit("g.V().has('name', '" + name + "')")
    # ok: query-text-from-request
    client.Client("ws://graph", "g").submit("g.V().has('name', n)", {"n": name})
