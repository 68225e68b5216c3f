const ldap = require("ldapjs");
const express = require("express");
const { escape } = require("ldap-escape");

const app = express();
const client = ldap.createClient({ url: "ldaps://directory.internal" });

app.get("/people", (req, res) => {
  // ruleid: ldap-injection
  client.search("ou=people,dc=example", { filter: "(uid=" + req.query.name + ")" }, done);
  // ruleid: ldap-injection
  client.search("ou=people,dc=example", { filter: `(&(uid=${req.query.name})(active=1))`, scope: "sub" }, done);
  // ruleid: ldap-injection
  client.search("cn=" + req.query.name + ",ou=people", { scope: "base" }, done);
  const options = { filter: `(mail=${req.body.mail})` };
  // ruleid: ldap-injection
  client.search("ou=people", options, done);
  // ruleid: ldap-injection
  client.bind("uid=" + req.body.user + ",ou=people", req.body.password, done);
});

function find(name, callback) {
  // ruleid: ldap-injection
  client.search("ou=people", { filter: "(cn=" + name + ")" }, callback);
}

app.get("/safe", (req, res) => {
  // ok: ldap-injection
  client.search("ou=people", { filter: new ldap.EqualityFilter({ attribute: "uid", value: req.query.name }) }, done);
  // ok: ldap-injection
  client.search("ou=people", { filter: "(active=1)" }, done);
  // ok: ldap-injection
  client.search("ou=people", { filter: escape.filter`(uid=${req.query.name})` }, done);
});
