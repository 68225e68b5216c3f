import javax.servlet.http.HttpServletRequest;

class Binding {
    void bind(HttpServletRequest request, Person person) throws Exception {
        // ruleid: mass-assignment
        BeanUtils.populate(person, request.getParameterMap());
        // ok: mass-assignment
        BeanUtils.setProperty(person, "name", request.getParameter("name"));
    }
}
