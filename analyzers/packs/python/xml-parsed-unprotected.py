import xml.etree.ElementTree as ET
from xml.dom.minidom import parseString

import defusedxml.ElementTree
from lxml import etree


def parse(data, path):
    # ruleid: xml-parsed-unprotected
    ET.fromstring(data)
    # ruleid: xml-parsed-unprotected
    parseString(data)
    # ruleid: xml-parsed-unprotected
    etree.parse(path)
    # ok: xml-parsed-unprotected
    ET.fromstring("<a/>")
    # ok: xml-parsed-unprotected
    defusedxml.ElementTree.fromstring(data)
    # ok: xml-parsed-unprotected
    etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    # ok: xml-parsed-unprotected
    ET.tostring(ET.Element("a"))
    # ruleid: xml-parsed-unprotected
    etree.fromstring(data, etree.XMLParser())
