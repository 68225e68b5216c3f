import javax.servlet.http.HttpServletRequest;

class Binding {
    void bind(HttpServletRequest request, Person person) throws Exception {
        // ruleid: java-bean-request-fields
        BeanUtils.populate(person, request.getParameterMap());
        // ok: java-bean-request-fields
        BeanUtils.setProperty(person, "name", request.getParameter("name"));
    }
}
