import xml.dom.minidom
import xml.dom.pulldom
import xml.etree.ElementTree as ET
import xml.sax
from xml.dom.minidom import parseString
from xml.etree import ElementTree
from xml.sax import make_parser, handler

import defusedxml.ElementTree
import defusedxml.minidom
import xmltodict
from defusedxml.ElementTree import fromstring as safe_fromstring
from flask import Flask, request
from lxml import etree, objectify
import lxml.etree

app = Flask(__name__)


def lxml_parsers(data, path):
    # ruleid: xxe
    parser = etree.XMLParser(resolve_entities=True)
    # ruleid: xxe
    parser2 = etree.XMLParser(no_network=False)
    # ruleid: xxe
    parser3 = etree.XMLParser(load_dtd=True)
    # ruleid: xxe
    parser4 = lxml.etree.XMLParser(huge_tree=True, resolve_entities=True)
    # ok: xxe
    parser5 = etree.XMLParser(resolve_entities=False)
    # ok: xxe
    parser6 = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: xxe
    etree.fromstring(data, parser=parser5)
    # ok: xxe
    etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    return parser, parser2, parser3, parser4, parser6


def sax_parser(stream):
    parser = make_parser()
    # ruleid: xxe
    parser.setFeature(handler.feature_external_ges, True)
    # ruleid: xxe
    parser.setFeature(xml.sax.handler.feature_external_pes, 1)
    # ok: xxe
    parser.setFeature(handler.feature_external_ges, False)
    # ok: xxe
    parser.setFeature(handler.feature_namespaces, True)
    parser.parse(stream)


@app.route("/upload", methods=["POST"])
def upload():
    # ruleid: xxe
    etree.fromstring(request.data)
    # ruleid: xxe
    lxml.etree.parse(request.files["file"])
    # ruleid: xxe
    objectify.fromstring(request.data)
    # ruleid: xxe
    etree.XML(request.get_data())
    # ruleid: xxe
    ET.fromstring(request.data)
    # ruleid: xxe
    ElementTree.parse(request.files["file"])
    # ruleid: xxe
    xml.dom.minidom.parseString(request.data)
    # ruleid: xxe
    parseString(request.data)
    # ruleid: xxe
    xml.sax.parseString(request.data, handler.ContentHandler())
    # ruleid: xxe
    xml.dom.pulldom.parseString(request.data.decode())
    # ruleid: xxe
    etree.iterparse(request.stream)
    # ok: xxe
    defusedxml.ElementTree.fromstring(request.data)
    # ok: xxe
    safe_fromstring(request.data)
    # ok: xxe
    defusedxml.minidom.parseString(request.data)
    # ok: xxe
    etree.fromstring(request.data, etree.XMLParser(resolve_entities=False))
    # ok: xxe
    ET.fromstring("<a/>")
    # ok: xxe
    ET.Element("a")
    # ok: xxe
    ET.tostring(ET.Element("a"))
    return "ok"


def parameters(data, path):
    # ruleid: xxe
    etree.parse(path)
    # ruleid: xxe
    etree.fromstring(data)
    # ruleid: xxe
    ET.fromstring(data)
    # ruleid: xxe
    ET.parse(path)
    # ruleid: xxe
    xml.dom.minidom.parse(path)
    # ruleid: xxe
    xml.sax.parse(path, handler.ContentHandler())
    # ok: xxe
    etree.fromstring("<a/>")
    # ok: xxe
    etree.tostring(etree.Element("a"))


def django_view(request):
    # ruleid: xxe
    return etree.fromstring(request.body)
