package bench;

import java.util.*;
import javax.naming.*;
import javax.naming.directory.*;
import javax.naming.ldap.*;
import javax.servlet.http.*;
import javax.xml.xpath.*;
import com.unboundid.ldap.sdk.*;
import org.apache.commons.jxpath.JXPathContext;
import org.apache.log4j.Logger;
import org.apache.xpath.XPathAPI;
import org.dom4j.DocumentHelper;
import org.owasp.esapi.ESAPI;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.filter.EqualsFilter;
import org.springframework.ldap.query.LdapQueryBuilder;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.jndi.JndiTemplate;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import net.sf.saxon.s9api.XQueryCompiler;

public class LdapXpathJndi extends HttpServlet {
    private LdapTemplate template;
    private LDAPConnection unbound;

    public void doGet(HttpServletRequest request, HttpServletResponse response) {
        String user = request.getParameter("user");
        try {
            DirContext ctx = new InitialDirContext(new Hashtable<>());
            String filter = "(&(objectclass=person)(uid=" + user + "))";
            SearchControls sc = new SearchControls();
            // ruleid: ldap-injection
            ctx.search("ou=users,ou=system", filter, sc);
            // ok: ldap-injection
            ctx.search("ou=users,ou=system", "(uid=x)", sc);
            // ruleid: ldap-injection
            ctx.search("ou=" + user, "(uid=x)", sc);
            // ok: ldap-injection
            ctx.search("ou=users", "(uid={0})", new Object[] {user}, sc);
            // ok: ldap-injection
            ctx.search("ou=users", "(uid=" + ESAPI.encoder().encodeForLDAP(user) + ")", sc);
            // ok: ldap-injection
            ctx.search("ou=users", "(uid=" + LdapEncoder.filterEncode(user) + ")", sc);
            // ok: ldap-injection
            ctx.search("ou=users", "(uid=" + Integer.parseInt(user) + ")", sc);
            // ruleid: ldap-injection
            ctx.search(new LdapName("ou=" + user), "(a=b)", sc);
            InitialLdapContext il = new InitialLdapContext();
            // ruleid: ldap-injection
            il.search("ou=users", "(cn=" + user + ")", sc);
            // ok: ldap-injection
            ctx.search("ou=users", "(uid=" + escape(user) + ")", sc);
            // ruleid: ldap-injection
            template.search("ou=x", "(uid=" + user + ")", (org.springframework.ldap.core.AttributesMapper<String>) a -> "");
            // ok: ldap-injection
            template.search(LdapQueryBuilder.query().where("uid").is(user), (org.springframework.ldap.core.AttributesMapper<String>) a -> "");
            // ruleid: ldap-injection
            template.authenticate("ou=x", "(uid=" + user + ")", "pw");
            // ok: ldap-injection
            template.authenticate("ou=x", new EqualsFilter("uid", user).encode(), "pw");
            // ruleid: ldap-injection
            template.find(LdapQueryBuilder.query().filter("(uid=" + user + ")"), Object.class);
            // ruleid: ldap-injection
            unbound.search("dc=x", SearchScope.SUB, "(uid=" + user + ")");
            // ok: ldap-injection
            unbound.search("dc=x", SearchScope.SUB, Filter.createEqualityFilter("uid", user));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escape(String s) {
        StringBuilder sb = new StringBuilder();
        for (char c : s.toCharArray()) {
            switch (c) {
                case '*': sb.append("\\2a"); break;
                case '(': sb.append("\\28"); break;
                case ')': sb.append("\\29"); break;
                case '\\': sb.append("\\5c"); break;
                default: sb.append(c);
            }
        }
        return sb.toString();
    }

    public void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        XPath xp = XPathFactory.newInstance().newXPath();
        Document d = null;
        // ruleid: xpath-injection
        xp.evaluate("//user[name='" + name + "']", d);
        // ruleid: xpath-injection
        xp.compile("//user[name='" + name + "']");
        // ok: xpath-injection
        xp.evaluate("//user[name=$n]", d);
        // ok: xpath-injection
        xp.compile("//user");
        String expr = "/a/b[@id='" + name + "']";
        // ruleid: xpath-injection
        xp.evaluate(expr, d, XPathConstants.NODESET);
        StringBuilder sb = new StringBuilder("//x[y='");
        sb.append(name).append("']");
        // ruleid: xpath-injection
        xp.compile(sb.toString());
        // ok: xpath-injection
        xp.evaluate("//user[id=" + Integer.parseInt(name) + "]", d);
        // ok: xpath-injection
        xp.evaluate("//user[name='" + ESAPI.encoder().encodeForXPath(name) + "']", d);
        // ruleid: xpath-injection
        DocumentHelper.createDocument().selectNodes("//a[b='" + name + "']");
        // ok: xpath-injection
        DocumentHelper.createDocument().selectSingleNode("//a");
        // ruleid: xpath-injection
        XPathAPI.selectNodeList(d, "//a[b='" + name + "']");
        // ruleid: xpath-injection
        JXPathContext.newContext(this).getValue(name);
        if (name.matches("^\\w+$")) {
            // ok: xpath-injection
            xp.compile("//user[name='" + name + "']");
        }
        org.dom4j.Document dd = DocumentHelper.createDocument();
        // ruleid: xpath-injection
        dd.selectSingleNode("//a[b='" + name + "']");
        // ruleid: xpath-injection
        dd.valueOf("//a[b='" + name + "']");
        // ruleid: xpath-injection
        dd.createXPath(name);
    }

    void jndi(HttpServletRequest req) throws Exception {
        String n = req.getParameter("n");
        Context c = new InitialContext();
        // ruleid: ldap-injection
        c.lookup(n);
        // ruleid: ldap-injection
        new InitialContext().lookup("ldap://" + n);
        // ok: ldap-injection
        c.lookup("java:comp/env/jdbc/ds");
        // ruleid: ldap-injection
        InitialContext.doLookup(n);
        // ruleid: ldap-injection
        new JndiTemplate().lookup(n);
        Hashtable<String, String> env = new Hashtable<>();
        // ruleid: ldap-injection
        env.put(Context.PROVIDER_URL, n);
        // ok: ldap-injection
        env.put(Context.PROVIDER_URL, "ldaps://ldap.example.com");
        new InitialDirContext(env);
        // ruleid: authentication
        env.put(Context.SECURITY_AUTHENTICATION, "none");
        // ok: authentication
        env.put(Context.SECURITY_AUTHENTICATION, "simple");
        // ruleid: ldap-injection
        c.rename(n, "x");
    }
}
