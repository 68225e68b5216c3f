package shop.xml;

import javax.servlet.http.HttpServletRequest;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathFactory;
import org.dom4j.Node;
import org.w3c.dom.Document;

class Lookup {
    void find(HttpServletRequest request, Document document) throws Exception {
        String user = request.getParameter("user");
        XPath xpath = XPathFactory.newInstance().newXPath();
        // ruleid: xpath-injection
        xpath.evaluate("/users/user[@name='" + user + "']", document);
        // ruleid: xpath-injection
        XPathExpression expression = xpath.compile("/users/user[@name='" + user + "']");
        String path = "//user[name='" + user + "']";
        // ruleid: xpath-injection
        xpath.evaluate(path, document, XPathConstants.NODESET);
        // ok: xpath-injection
        xpath.evaluate("/users/user[1]", document);
        int index = Integer.parseInt(request.getParameter("index"));
        // ok: xpath-injection
        xpath.compile("/users/user[" + index + "]");
        xpath.setXPathVariableResolver(name -> user);
        // ok: xpath-injection
        xpath.compile("/users/user[@name=$user]");
    }

    void parameter(XPath xpath, Document document, String name) throws Exception {
        // ruleid: xpath-injection
        xpath.compile("//user[name='" + name + "']").evaluate(document);
        // ruleid: xpath-injection
        xpath.evaluate(String.format("//user[name='%s']", name), document);
    }

    void dom4j(Node node, String name) {
        // ruleid: xpath-injection
        node.selectNodes("//user[name='" + name + "']");
        // ruleid: xpath-injection
        node.selectSingleNode("//user[name='" + name + "']");
        // ok: xpath-injection
        node.selectNodes("//user");
    }
}
