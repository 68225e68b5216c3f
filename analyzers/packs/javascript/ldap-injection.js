const ldap = require("ldapjs");

const client = ldap.createClient({ url: "ldaps://directory.internal" });

app.get("/people", (req, res) => {
  // ruleid: ldap-injection
  client.search("ou=people", { filter: `(uid=${req.query.name})` }, done);
  // ruleid: ldap-injection
  client.search("cn=" + req.query.name, { scope: "base" }, done);
  // ok: ldap-injection
  client.search("ou=people", { filter: "(active=1)" }, done);
  // ok: ldap-injection
  client.search("ou=people", { filter: new ldap.EqualityFilter({ attribute: "uid", value: req.query.name }) }, done);
});

const directory = ldap.createClient({ url: "ldaps://ldap.example.org" });
app.post("/bind", (req, res) => {
  // ruleid: ldap-injection
  directory.bind("cn=" + req.body.user + ",dc=example", req.body.password, done);
  // ruleid: ldap-injection
  directory.del(`cn=${req.body.user},dc=example`, done);
  // ok: ldap-injection
  directory.bind("cn=reader,dc=example", req.body.password, done);
});

async function fetchUser(base, filter, scope) {
  // ok: ldap-injection
  return search(client.search(base, { filter, scope }));
}

async function fetchPerson(base, uid) {
  // ruleid: ldap-injection
  return search(client.search(base, { filter: "(uid=" + uid + ")" }));
}

const directory = ldap.createClient({ url: ADDRESS });
app.get("/person", (req, res) => {
  const options = { scope: "sub", filter: "(uid=" + req.query.uid + ")" };
  // ruleid: ldap-injection
  directory.search("ou=people", options, done);
  const others = { scope: "sub", filter: "(uid=a)" };
  // ok: ldap-injection
  directory.search("ou=people", others, done);
});

const active = new ActiveDirectory({ url: ADDRESS });
app.get("/users", (req, res) => {
  // ruleid: ldap-injection
  active.findUsers("(cn=" + req.query.name + ")", done);
  // ok: ldap-injection
  active.findUsers("(cn=admin*)", done);
});

const _ = require("lodash");

app.get("/escaped-for-html", (req, res) => {
  // ruleid: ldap-injection
  client.search("ou=people", { filter: `(uid=${_.escape(req.query.name)})` }, done);
  // ok: ldap-injection
  client.search("ou=people", { filter: `(uid=${ldapEscaper.escape(req.query.name)})` }, done);
});
