const libxmljs = require("libxmljs");

// ruleid: xml-external-entities
const first = libxmljs.parseXml(text, { noent: true });
// ruleid: xml-external-entities
const second = libxmljs.parseXmlString(text, { noblanks: true, noent: true });
// ok: xml-external-entities
const third = libxmljs.parseXml(text, { noent: false });
// ok: xml-external-entities
const fourth = libxmljs.parseXml(text);
