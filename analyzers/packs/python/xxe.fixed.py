from xml.sax import handler, make_parser

from lxml import etree


def parsers():
    # ruleid: xxe
    etree.XMLParser(resolve_entities=False)
    # ruleid: xxe
    etree.XMLParser(recover=True, no_network=False)
    parser = make_parser()
    # ruleid: xxe
    parser.setFeature(handler.feature_external_ges, True)
    # ok: xxe
    parser.setFeature(handler.feature_external_ges, False)
    # ok: xxe
    etree.XMLParser(resolve_entities=False)
    # ok: xxe
    etree.XMLParser()
