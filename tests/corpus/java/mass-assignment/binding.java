package shop.web;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.beanutils.BeanUtils;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;

class Binding {
    void populate(HttpServletRequest request, Person person) throws Exception {
        // ruleid: mass-assignment
        BeanUtils.populate(person, request.getParameterMap());
        // ok: mass-assignment
        BeanUtils.populate(person, Map.of("name", request.getParameter("name")));
        // ruleid: mass-assignment
        BeanUtils.setProperty(person, request.getParameter("field"), "1");
        // ok: mass-assignment
        BeanUtils.setProperty(person, "name", request.getParameter("name"));
    }
}
