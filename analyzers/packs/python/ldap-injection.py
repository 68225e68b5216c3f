import html

import ldap
import ldap3
from ldap.filter import escape_filter_chars, filter_format


def find(connection, base, name):
    # ruleid: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + name + ")")
    # ruleid: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, f"(uid={name})")
    # ok: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=%s)" % escape_filter_chars(name))
    # ok: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, filter_format("(uid=%s)", [name]))
    # ok: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=admin)")


class Directory:
    def __init__(self, server):
        self.connection = ldap3.Connection(server, auto_bind=True)

    def by_mail(self, mail):
        query = f"(&(objectClass=person)(mail={mail}))"
        # ruleid: ldap-injection
        self.connection.search("dc=example,dc=com", query, attributes=["cn"])
        # ok: ldap-injection
        self.connection.search("dc=example,dc=com", f"(mail={escape_filter_chars(mail)})")


def escaped_for_html(connection, name):
    # ruleid: ldap-injection
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + html.escape(name) + ")")
