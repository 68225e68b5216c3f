from xml.sax import handler, make_parser

from lxml import etree


def parsers():
    # ruleid: xml-entities-resolved
    etree.XMLParser(resolve_entities=False)
    # ruleid: xml-entities-resolved
    etree.XMLParser(recover=True, no_network=False)
    parser = make_parser()
    # ruleid: xml-entities-resolved
    parser.setFeature(handler.feature_external_ges, True)
    # ok: xml-entities-resolved
    parser.setFeature(handler.feature_external_ges, False)
    # ok: xml-entities-resolved
    etree.XMLParser(resolve_entities=False)
    # ok: xml-entities-resolved
    etree.XMLParser()
