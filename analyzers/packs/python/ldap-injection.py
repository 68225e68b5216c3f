import ldap
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
