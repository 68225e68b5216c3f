import ldap
import ldap3
from flask import Flask, request
from ldap.dn import escape_dn_chars
from ldap.filter import escape_filter_chars, filter_format
from ldap3.utils.conv import escape_filter_chars as escape3
from ldap3.utils.dn import escape_rdn

app = Flask(__name__)


@app.route("/user")
def user():
    name = request.args["name"]
    connection = ldap.initialize("ldap://localhost")
    # ruleid: ldap-injection
    connection.search_s("dc=example,dc=com", ldap.SCOPE_SUBTREE, "(uid=" + name + ")")
    # ruleid: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, f"(&(uid={name})(objectClass=person))")
    search_filter = "(uid=%s)" % name
    # ruleid: ldap-injection
    connection.search("dc=example", ldap.SCOPE_SUBTREE, search_filter)
    # ruleid: ldap-injection
    connection.search_s("ou=%s,dc=example" % name, ldap.SCOPE_SUBTREE, "(objectClass=*)")
    # ok: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=%s)" % escape_filter_chars(name))
    # ok: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, filter_format("(uid=%s)", [name]))
    # ok: ldap-injection
    connection.search_s("ou=%s,dc=example" % escape_dn_chars(name), ldap.SCOPE_SUBTREE, "(objectClass=*)")
    # ok: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=admin)")
    return "ok"


def with_ldap3(name):
    server = ldap3.Server("ldap://localhost")
    connection = ldap3.Connection(server)
    # ruleid: ldap-injection
    connection.search("dc=example", "(uid=" + name + ")")
    # ruleid: ldap-injection
    connection.search(search_base="dc=example", search_filter="(uid={})".format(name), attributes=["cn"])
    # ok: ldap-injection
    connection.search("dc=example", "(uid={})".format(escape3(name)))
    # ok: ldap-injection
    connection.search("dc=example", "(uid=admin)")
