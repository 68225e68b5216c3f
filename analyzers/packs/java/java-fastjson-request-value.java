import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.JSONObject;
import javax.servlet.http.HttpServletRequest;

class Orders {
    void read(HttpServletRequest request) {
        String text = request.getParameter("order");
        // ruleid: java-fastjson-request-value
        Object order = JSON.parse(text);
        // ruleid: java-fastjson-request-value
        JSONObject object = JSON.parseObject(text);
        // ok: java-fastjson-request-value
        Order known = JSON.parseObject(text, Order.class);
        // ok: java-fastjson-request-value
        JSONObject own = JSON.parseObject("{}");
    }
}

class AnyClass {
    void read(HttpServletRequest request) {
        // ruleid: java-fastjson-request-value
        Object order = JSON.parseObject(request.getParameter("order"), Object.class);
        // ok: java-fastjson-request-value
        Object known = JSON.parseObject(request.getParameter("order"), Order.class);
    }
}
