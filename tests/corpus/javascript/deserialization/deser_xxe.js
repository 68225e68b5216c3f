const serialize = require('node-serialize');
const yaml = require('js-yaml');
const YAML = require('yaml');
const v8 = require('v8');
const funcster = require('funcster');
const cryo = require('cryo');
const libxmljs = require('libxmljs');
const libxml = require('libxmljs2');
const expat = require('node-expat');
const xml2js = require('xml2js');
const { DOMParser } = require('@xmldom/xmldom');
const { XMLParser } = require('fast-xml-parser');
const xpath = require('xpath');
const ldap = require('ldapjs');
const express = require('express');
const app = express();

app.post('/a', (req, res) => {
  // ruleid: deserialization
  serialize.unserialize(req.body.o);
  // ruleid: deserialization
  serialize.unserialize(Buffer.from(req.cookies.profile, 'base64').toString());
  // ok: deserialization
  serialize.serialize({ a: 1 });
  // ok: deserialization
  JSON.parse(req.body.o);
  yaml.load(req.body.y);
  // ok: deserialization
  yaml.safeLoad(req.body.y);
  // ruleid: deserialization
  yaml.load(req.body.y, { schema: yaml.DEFAULT_FULL_SCHEMA });
  // ok: deserialization
  yaml.load(req.body.y, { schema: yaml.JSON_SCHEMA });
  // ok: deserialization
  YAML.parse(req.body.y);
  // ruleid: deserialization
  v8.deserialize(req.body);
  // ruleid: deserialization
  funcster.deepDeserialize(req.body);
  // ruleid: deserialization
  cryo.parse(req.body.c);
});

app.post('/b', (req, res) => {
  // ruleid: xxe
  libxmljs.parseXml(req.body, { noent: true });
  // ok: xxe
  libxmljs.parseXml(req.body);
  // ok: xxe
  libxmljs.parseXml(req.body, { noent: false });
  // ruleid: xxe
  libxmljs.parseXmlString(req.body, { noent: true, nonet: true });
  // ruleid: xxe
  libxml.parseXml(req.files.x.data.toString(), { noent: true, dtdload: true });
  // ok: xxe
  libxml.parseXml('<a/>', { noblanks: true });
  // ok: xxe
  xml2js.parseString(req.body, cb);
  // ok: xxe
  new XMLParser().parse(req.body);
  // ok: xxe
  new XMLParser({ processEntities: false }).parse(req.body);
  // ok: xxe
  new DOMParser().parseFromString(req.body, 'text/xml');
  const opts = { noent: true };
  // ruleid: xxe
  libxmljs.parseXml(req.body, opts);
});

app.get('/x', (req, res) => {
  const doc = new DOMParser().parseFromString('<a/>');
  // ruleid: xpath-injection
  xpath.select("//user[name='" + req.query.n + "']", doc);
  // ok: xpath-injection
  xpath.select('//user[name=$n]', doc);
  // ruleid: xpath-injection
  xpath.select1(`//user[id=${req.query.id}]/text()`, doc);
  // ruleid: xpath-injection
  xpath.evaluate('//a[' + req.query.i + ']', doc, null, 0, null);
  // ok: xpath-injection
  xpath.select('//user[' + parseInt(req.query.i) + ']', doc);
  // ruleid: xpath-injection
  const ev = xpath.parse("//user[name='" + req.query.n + "']");
  // ok: xpath-injection
  const ok = xpath.parse('//user[name=$n]');
  ok.evaluateString({ node: doc, variables: { n: req.query.n } });
});

app.get('/l', (req, res) => {
  const client = ldap.createClient({ url: 'ldap://x' });
  // ruleid: ldap-injection
  client.search('ou=people', { filter: '(uid=' + req.query.u + ')' }, cb);
  // ok: ldap-injection
  client.search('ou=people', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.query.u }) }, cb);
  // ruleid: ldap-injection
  client.search('ou=people', { filter: `(&(uid=${req.query.u})(a=*))` }, cb);
  // ruleid: ldap-injection
  client.search('uid=' + req.query.u + ',ou=people', {}, cb);
  // ok: ldap-injection
  client.search('ou=people', { filter: '(uid=admin)' }, cb);
  const u = req.query.u.replace(/[\\*()\0]/g, (c) => '\\' + c.charCodeAt(0).toString(16));
  // ok: ldap-injection
  client.search('ou=people', { filter: '(uid=' + u + ')' }, cb);
});
