import xml.etree.ElementTree as ET
from xml.dom.minidom import parseString

import defusedxml.ElementTree
from lxml import etree


def parse(data, path):
    # ruleid: xml-bomb
    ET.fromstring(data)
    # ruleid: xml-bomb
    parseString(data)
    # ruleid: xml-bomb
    etree.parse(path)
    # ok: xml-bomb
    ET.fromstring("<a/>")
    # ok: xml-bomb
    defusedxml.ElementTree.fromstring(data)
    # ok: xml-bomb
    etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    # ok: xml-bomb
    ET.tostring(ET.Element("a"))
    # ruleid: xml-bomb
    etree.fromstring(data, etree.XMLParser())
