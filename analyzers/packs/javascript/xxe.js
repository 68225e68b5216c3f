const libxmljs = require("libxmljs");

// ruleid: xxe
const first = libxmljs.parseXml(text, { noent: true });
// ruleid: xxe
const second = libxmljs.parseXmlString(text, { noblanks: true, noent: true });
// ok: xxe
const third = libxmljs.parseXml(text, { noent: false });
// ok: xxe
const fourth = libxmljs.parseXml(text);
