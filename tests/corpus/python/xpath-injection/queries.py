import lxml.etree
import xml.etree.ElementTree as ET
from flask import Flask, request
from lxml import etree
from lxml.etree import XPath

app = Flask(__name__)
TREE = etree.parse("users.xml", etree.XMLParser(resolve_entities=False))


@app.route("/user")
def user():
    name = request.args["name"]
    # ruleid: xpath-injection
    TREE.xpath("//user[name='" + name + "']")
    # ruleid: xpath-injection
    TREE.xpath(f"//user[name='{name}']")
    # ruleid: xpath-injection
    etree.XPath("//user[name='%s']" % name)
    # ruleid: xpath-injection
    TREE.find("user[@name='{}']".format(name))
    # ruleid: xpath-injection
    TREE.getroot().findall("./user[@name='" + request.form["name"] + "']")
    # ok: xpath-injection
    TREE.xpath("//user[name=$name]", name=name)
    # ok: xpath-injection
    TREE.xpath("//user[name='root']")
    # ok: xpath-injection
    etree.XPath("//user[name=$name]")(TREE, name=name)
    number = int(request.args["number"])
    # ok: xpath-injection
    TREE.xpath(f"//user[{number}]")
    return "ok"


def lookup(tree, name):
    query = "//user[@id='" + name + "']"
    # ruleid: xpath-injection
    return tree.xpath(query)
