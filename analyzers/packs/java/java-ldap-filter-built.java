import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;

class Directory {
    void find(DirContext context, String user, SearchControls controls) throws Exception {
        // ruleid: java-ldap-filter-built
        context.search("ou=people", "(uid=" + user + ")", controls);
        // ok: java-ldap-filter-built
        context.search("ou=people", "(uid={0})", new Object[] {user}, controls);
        // ok: java-ldap-filter-built
        context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(user) + ")", controls);
    }
}

class Further {
    void search(InitialLdapContext directory, LDAPConnection unbound, String user) throws Exception {
        // ruleid: java-ldap-filter-built
        directory.search("ou=users", "(cn=" + user + ")", null);
        // ruleid: java-ldap-filter-built
        unbound.search("dc=x", SearchScope.SUB, "(uid=" + user + ")");
        // ok: java-ldap-filter-built
        unbound.search("dc=x", SearchScope.SUB, "(uid=" + escapeFilter(user) + ")");
    }

    void template(String uid, LdapTemplate people) {
        // ruleid: java-ldap-filter-built
        people.search("ou=people", "(&(objectClass=person)(uid=" + uid + "))", mapper);
        // ok: java-ldap-filter-built
        people.search("ou=people", "(&(objectClass=person)(uid=" + LdapEncoder.filterEncode(uid) + "))", mapper);
    }

    void byHand(String user, DirContext context) throws NamingException {
        String escaped = user.replace("\\", "\\5c").replace("*", "\\2a").replace("(", "\\28").replace(")", "\\29");
        // ok: java-ldap-filter-built
        context.search("ou=people", "(uid=" + escaped + ")", controls);
    }
}

class Directory {
    Object find(DirContext context, String base, String filter, Object[] filterArguments, SearchControls controls)
            throws NamingException {
        // ok: java-ldap-filter-built
        context.search(base, filter, filterArguments, controls);
        // ruleid: java-ldap-filter-built
        return context.search(base, filter, controls);
    }
}

class UnboundId {
    void search(LDAPConnection connection, HttpServletRequest request) throws LDAPException {
        // ok: java-ldap-filter-built
        connection.search("ou=people", SearchScope.SUB, Filter.createEqualityFilter("uid", request.getParameter("uid")));
        // ruleid: java-ldap-filter-built
        connection.search("ou=people", SearchScope.SUB, "(uid=" + request.getParameter("uid") + ")");
    }
}
