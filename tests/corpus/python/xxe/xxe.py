import xml.dom.minidom
import xml.dom.pulldom
import xml.sax
import xml.sax.handler
import xml.etree.ElementTree as ET
import defusedxml.ElementTree
import defusedxml.minidom
import defusedxml.sax
import defusedxml.lxml
import xmltodict
import xmlrpc.client
from lxml import etree, objectify
from lxml.etree import XMLParser, parse as lparse
from flask import Flask, request
from io import BytesIO, StringIO

app = Flask(__name__)


@app.route("/x1", methods=["POST"])
def x1():
    body = request.data
    # ruleid: xxe
    parser = etree.XMLParser(resolve_entities=True)
    etree.fromstring(body, parser)
    # ok: xxe
    safe = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: xxe
    etree.fromstring(body, safe)
    # ok: xxe
    etree.fromstring(body, etree.XMLParser(resolve_entities=False))
    # ruleid: xxe
    etree.parse(BytesIO(body), etree.XMLParser(load_dtd=True, no_network=False))
    # ruleid: xxe
    etree.fromstring(body)
    # ruleid: xxe
    etree.XML(body)
    # ruleid: xxe
    lparse(BytesIO(body))
    # ok: xxe
    etree.fromstring("<a/>")
    # ruleid: xxe
    objectify.fromstring(body)
    # ok: xxe
    etree.HTML(body)
    return ""


@app.route("/x2", methods=["POST"])
def x2():
    body = request.get_data()
    # ruleid: xxe
    ET.fromstring(body)
    # ok: xxe
    defusedxml.ElementTree.fromstring(body)
    # ruleid: xxe
    xml.dom.minidom.parseString(body)
    # ok: xxe
    defusedxml.minidom.parseString(body)
    # ruleid: xxe
    xml.sax.parseString(body, xml.sax.handler.ContentHandler())
    # ok: xxe
    defusedxml.sax.parseString(body, xml.sax.handler.ContentHandler())
    # ruleid: xxe
    xml.dom.pulldom.parseString(body.decode())
    # ok: xxe
    defusedxml.lxml.fromstring(body)
    # ok: xxe
    xmltodict.parse(body)
    # ok: xxe
    ET.tostring(ET.Element("a"))
    # ruleid: xxe
    ET.parse(BytesIO(request.files["f"].read()))
    # ok: xxe
    ET.parse("/etc/app/config.xml")
    return ""


def sax_external():
    parser = xml.sax.make_parser()
    # ruleid: xxe
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    parser.parse("x.xml")
    parser2 = xml.sax.make_parser()
    # ok: xxe
    parser2.setFeature(xml.sax.handler.feature_external_ges, False)
    parser2.parse("x.xml")
    parser3 = xml.sax.make_parser()
    # ruleid: xxe
    parser3.setFeature(xml.sax.handler.feature_external_pes, True)
    # ok: xxe
    p = XMLParser(huge_tree=False, resolve_entities=False)
    # ruleid: xxe
    p2 = XMLParser(dtd_validation=True, no_network=False)
    return p, p2


def xslt(request_xml):
    ac = etree.XSLTAccessControl(read_network=False, write_file=False)
    # ok: xxe
    return etree.XSLT(etree.parse("fixed.xsl"), access_control=ac)
