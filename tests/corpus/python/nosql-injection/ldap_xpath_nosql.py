import re
import ldap
import ldap.filter
import ldap.dn
import ldap3
from ldap3.utils.conv import escape_filter_chars
from ldap3.utils.dn import escape_rdn
from lxml import etree
import elementpath
import xml.etree.ElementTree as ET
from pymongo import MongoClient
from bson import ObjectId
from bson.json_util import loads as bson_loads
import json
import mongoengine
from motor.motor_asyncio import AsyncIOMotorClient
from flask import Flask, request
from flask_pymongo import PyMongo

app = Flask(__name__)
mongo = PyMongo(app)
client = MongoClient()
db = client.shop


@app.route("/l1")
def l1():
    user = request.args["user"]
    con = ldap.initialize("ldap://127.0.0.1")
    # ruleid: ldap-injection
    con.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + user + ")")
    # ok: ldap-injection
    con.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=%s)" % ldap.filter.escape_filter_chars(user))
    # ruleid: ldap-injection
    con.search_s("ou=" + user + ",dc=example", ldap.SCOPE_BASE, "(objectClass=*)")
    # ok: ldap-injection
    con.search_s("ou=" + ldap.dn.escape_dn_chars(user) + ",dc=example", ldap.SCOPE_BASE, "(a=*)")
    # ruleid: ldap-injection
    con.search_ext_s("dc=example", ldap.SCOPE_SUBTREE, f"(mail={user})")
    # ruleid: ldap-injection
    con.search("dc=example", ldap.SCOPE_SUBTREE, "(mail={})".format(user))
    # ok: ldap-injection
    con.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=admin)")
    conn = ldap3.Connection(ldap3.Server("ldap://x"), auto_bind=True)
    # ruleid: ldap-injection
    conn.search("dc=example", f"(uid={user})", attributes=["cn"])
    # ok: ldap-injection
    conn.search("dc=example", f"(uid={escape_filter_chars(user)})", attributes=["cn"])
    # ruleid: ldap-injection
    conn.search("dc=" + user, "(objectClass=person)")
    # ok: ldap-injection
    conn.search("dc=" + escape_rdn(user), "(objectClass=person)")
    return ""


@app.route("/x1")
def x1():
    name = request.args["name"]
    tree = etree.parse("users.xml")
    # ruleid: xpath-injection
    tree.xpath("//user[name='" + name + "']")
    # ok: xpath-injection
    tree.xpath("//user[name=$n]", n=name)
    # ruleid: xpath-injection
    tree.xpath("//user[name='%s']/pw" % name)
    # ok: xpath-injection
    find = etree.XPath("//user[name=$n]")
    find(tree, n=name)
    # ruleid: xpath-injection
    etree.XPath("//user[@id='" + name + "']")(tree)
    # ruleid: xpath-injection
    etree.ETXPath("//user[@id='" + name + "']")
    # ruleid: xpath-injection
    tree.find(f".//user[@name='{name}']")
    # ok: xpath-injection
    tree.find(".//user[@name='x']")
    # ok: xpath-injection
    tree.xpath("//user[%d]" % int(request.args["i"]))
    root = ET.parse("u.xml").getroot()
    # ruleid: xpath-injection
    root.findall(".//user[@name='" + name + "']")
    # ok: xpath-injection
    root.findall(".//user")
    # ruleid: xpath-injection
    elementpath.select(root, "//a[b='%s']" % name)
    return ""


@app.route("/n1", methods=["POST"])
def n1():
    data = request.get_json()
    # ruleid: nosql-injection
    db.users.find_one({"name": data["name"], "pw": data["pw"]})
    # ok: nosql-injection
    db.users.find_one({"name": str(data["name"])})
    # ruleid: nosql-injection
    db.users.find(data)
    # ok: nosql-injection
    db.users.find({"name": {"$eq": data["name"]}})
    # ok: nosql-injection
    db.users.find_one({"_id": ObjectId(data["id"])})
    # ruleid: nosql-injection
    db.users.find({"$where": "this.name == '" + request.args["n"] + "'"})
    # ok: nosql-injection
    db.users.find({"name": request.args["n"]})
    # ruleid: nosql-injection
    mongo.db.users.find(json.loads(request.args["q"]))
    # ruleid: nosql-injection
    mongo.db.users.find(bson_loads(request.args["q"]))
    # ok: nosql-injection
    mongo.db.users.find_one({"age": int(data["age"])})
    # ruleid: nosql-injection
    db.users.update_one({"name": data["name"]}, {"$set": {"x": 1}})
    # ruleid: nosql-injection
    db.users.delete_many(json.loads(request.form["filter"]))
    # ok: nosql-injection
    db.users.delete_many({"owner": "me"})
    if not isinstance(data["name"], str):
        return "bad", 400
    # ok: nosql-injection
    db.users.find_one({"name": data["name"]})
    # ruleid: nosql-injection
    db.users.aggregate([{"$match": json.loads(request.data)}])
    # ruleid: nosql-injection
    db.command("eval", "function() { return " + request.args["f"] + "}")
    return ""


class Person(mongoengine.Document):
    name = mongoengine.StringField()


@app.route("/n2")
def n2():
    # ruleid: nosql-injection
    Person.objects(__raw__=json.loads(request.args["q"]))
    # ok: nosql-injection
    Person.objects(name=request.args["q"])
    # ruleid: nosql-injection
    Person.objects.exec_js("function() { return '" + request.args["q"] + "'}")
    return ""
