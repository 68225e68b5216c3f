import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.servlet.http.HttpServletRequest;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.support.LdapEncoder;

class LdapInjectionFromRequest {
    private LdapTemplate template;

    void search(HttpServletRequest request, DirContext context, SearchControls controls) throws Exception {
        // ruleid: ldap-injection-from-request
        context.search("ou=people", "(uid=" + request.getParameter("user") + ")", controls);
        // ok: ldap-injection-from-request
        context.search("ou=people", "(uid={0})", new Object[] {request.getParameter("user")}, controls);
    }

    void authenticate(HttpServletRequest request, String password) {
        String filter = String.format("(uid=%s)", request.getParameter("user"));
        // ruleid: ldap-injection-from-request
        template.authenticate("", filter, password);
    }

    void encoded(HttpServletRequest request, String password) {
        String user = LdapEncoder.filterEncode(request.getParameter("user"));
        // ok: ldap-injection-from-request
        template.authenticate("", "(uid=" + user + ")", password);
    }

    void own(HttpServletRequest request, Index context) {
        // ok: ldap-injection-from-request
        context.search("people", "(uid=" + request.getParameter("user") + ")", null);
    }

    void escapedForHtml(HttpServletRequest request, DirContext context, SearchControls controls) throws Exception {
        // ruleid: ldap-injection-from-request
        context.search("ou=people", "(uid=" + HtmlUtils.htmlEscape(request.getParameter("user")) + ")", controls);
    }
}
