package shop.directory;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.servlet.http.HttpServletRequest;
import org.owasp.esapi.ESAPI;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.filter.EqualsFilter;
import org.springframework.ldap.query.LdapQueryBuilder;
import org.springframework.ldap.support.LdapEncoder;

class Directory {
    private LdapTemplate template;

    void search(HttpServletRequest request, DirContext context) throws Exception {
        String user = request.getParameter("user");
        SearchControls controls = new SearchControls();
        // ruleid: ldap-injection
        context.search("ou=people,dc=shop", "(uid=" + user + ")", controls);
        String filter = "(&(uid=" + user + ")(objectClass=person))";
        // ruleid: ldap-injection
        context.search("ou=people", filter, controls);
        // ok: ldap-injection
        context.search("ou=people", "(uid={0})", new Object[] {user}, controls);
        // ok: ldap-injection
        context.search("ou=people", "(objectClass=person)", controls);
        // ok: ldap-injection
        context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(user) + ")", controls);
        // ok: ldap-injection
        context.search("ou=people", "(uid=" + ESAPI.encoder().encodeForLDAP(user) + ")", controls);
    }

    void parameter(InitialDirContext context, String user) throws Exception {
        // ruleid: ldap-injection
        context.search("ou=people", "(uid=" + user + ")", new SearchControls());
        // ruleid: ldap-injection
        context.search("uid=" + user + ",ou=people", "(objectClass=*)", new SearchControls());
        // ruleid: ldap-injection
        context.search("ou=people", String.format("(uid=%s)", user), null);
    }

    void spring(String user) {
        // ruleid: ldap-injection
        template.search("", "(uid=" + user + ")", (org.springframework.ldap.core.AttributesMapper<String>) null);
        // ok: ldap-injection
        template.search("", new EqualsFilter("uid", user).encode(), (org.springframework.ldap.core.AttributesMapper<String>) null);
        // ruleid: ldap-injection
        template.authenticate("", "(uid=" + user + ")", "secret");
        // ok: ldap-injection
        template.search(LdapQueryBuilder.query().where("uid").is(user), (org.springframework.ldap.core.AttributesMapper<String>) null);
    }

    void jndi(HttpServletRequest request) throws Exception {
        Context context = new InitialContext();
        // ruleid: ldap-injection
        context.lookup(request.getParameter("resource"));
        // ok: ldap-injection
        context.lookup("java:comp/env/jdbc/shop");
    }

    void anonymous() {
        Hashtable<String, String> env = new Hashtable<>();
        env.put(Context.PROVIDER_URL, "ldaps://ldap.shop.com");
    }
}
