const libxmljs = require("libxmljs");

// ruleid: xxe
const first = libxmljs.parseXml(text, { noent: false });
// ruleid: xxe
const second = libxmljs.parseXmlString(text, { noblanks: true, noent: false });
// ok: xxe
const third = libxmljs.parseXml(text, { noent: false });
// ok: xxe
const fourth = libxmljs.parseXml(text);
