import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

class XpathInjectionFromRequest {
    String byName(HttpServletRequest request, XPath xpath, Document document) throws Exception {
        // ruleid: xpath-injection-from-request
        return xpath.evaluate("//user[name='" + request.getParameter("name") + "']", document);
    }

    void compiled(HttpServletRequest request) throws Exception {
        // ruleid: xpath-injection-from-request
        XPathFactory.newInstance().newXPath().compile("//user[name='" + request.getParameter("name") + "']");
    }

    String byVariable(HttpServletRequest request, XPath xpath, Document document) throws Exception {
        xpath.setXPathVariableResolver(name -> request.getParameter("name"));
        // ok: xpath-injection-from-request
        return xpath.evaluate("//user[name=$name]", document);
    }

    String byNumber(HttpServletRequest request, XPath xpath, Document document) throws Exception {
        // ok: xpath-injection-from-request
        return xpath.evaluate("//user[" + Integer.parseInt(request.getParameter("place")) + "]", document);
    }

    String helper(String name, XPath xpath, Document document) throws Exception {
        // ok: xpath-injection-from-request
        return xpath.evaluate("//user[name='" + name + "']", document);
    }
}
