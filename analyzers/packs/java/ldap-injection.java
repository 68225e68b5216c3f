import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;

class Directory {
    void find(DirContext context, String user, SearchControls controls) throws Exception {
        // ruleid: ldap-injection
        context.search("ou=people", "(uid=" + user + ")", controls);
        // ok: ldap-injection
        context.search("ou=people", "(uid={0})", new Object[] {user}, controls);
        // ok: ldap-injection
        context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(user) + ")", controls);
    }
}

class Further {
    void search(InitialLdapContext directory, LDAPConnection unbound, String user) throws Exception {
        // ruleid: ldap-injection
        directory.search("ou=users", "(cn=" + user + ")", null);
        // ruleid: ldap-injection
        unbound.search("dc=x", SearchScope.SUB, "(uid=" + user + ")");
        // ok: ldap-injection
        unbound.search("dc=x", SearchScope.SUB, "(uid=" + escapeFilter(user) + ")");
    }

    void template(String uid, LdapTemplate people) {
        // ruleid: ldap-injection
        people.search("ou=people", "(&(objectClass=person)(uid=" + uid + "))", mapper);
        // ok: ldap-injection
        people.search("ou=people", "(&(objectClass=person)(uid=" + LdapEncoder.filterEncode(uid) + "))", mapper);
    }

    void byHand(String user, DirContext context) throws NamingException {
        String escaped = user.replace("\\", "\\5c").replace("*", "\\2a").replace("(", "\\28").replace(")", "\\29");
        // ok: ldap-injection
        context.search("ou=people", "(uid=" + escaped + ")", controls);
    }
}

class Directory {
    Object find(DirContext context, String base, String filter, Object[] filterArguments, SearchControls controls)
            throws NamingException {
        // ok: ldap-injection
        context.search(base, filter, filterArguments, controls);
        // ruleid: ldap-injection
        return context.search(base, filter, controls);
    }
}

class UnboundId {
    void search(LDAPConnection connection, HttpServletRequest request) throws LDAPException {
        // ok: ldap-injection
        connection.search("ou=people", SearchScope.SUB, Filter.createEqualityFilter("uid", request.getParameter("uid")));
        // ruleid: ldap-injection
        connection.search("ou=people", SearchScope.SUB, "(uid=" + request.getParameter("uid") + ")");
    }
}
