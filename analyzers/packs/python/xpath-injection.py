import re
from xml.etree import ElementTree

from lxml import etree


def find(tree, name):
    # ruleid: xpath-injection
    tree.xpath("//user[name='" + name + "']")
    # ruleid: xpath-injection
    tree.xpath(f"//user[name='{name}']")
    # ruleid: xpath-injection
    etree.XPath("//user[name='%s']" % name)
    # ok: xpath-injection
    tree.xpath("//user[name=$name]", name=name)
    # ok: xpath-injection
    tree.xpath("//user[name='root']")
    # ok: xpath-injection
    tree.xpath(f"//user[{int(name)}]")
    document = ElementTree.parse("people.xml")
    # ruleid: xpath-injection
    document.findall(f"./person[@name='{name}']")
    # ruleid: xpath-injection
    ElementTree.parse("people.xml").iterfind(".//person[@name='%s']" % name)
    # ruleid: xpath-injection
    etree.XPathEvaluator(tree)("//person[name='%s']" % name)
    # ok: xpath-injection
    document.findall("./person")
    # ok: xpath-injection
    re.findall(f"{name}=(.*)", "text")
    # ok: xpath-injection
    "text".find("x" + name)


def codes(request):
    table = ElementTree.parse("codes.xml")
    # ruleid: xpath-injection
    table.find(".//code[@id='" + request.GET["id"] + "']")
    # ok: xpath-injection
    table.find(".//code")
