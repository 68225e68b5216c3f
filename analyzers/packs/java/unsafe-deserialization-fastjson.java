import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.JSONObject;
import javax.servlet.http.HttpServletRequest;

class Orders {
    void read(HttpServletRequest request) {
        String text = request.getParameter("order");
        // ruleid: unsafe-deserialization-fastjson
        Object order = JSON.parse(text);
        // ruleid: unsafe-deserialization-fastjson
        JSONObject object = JSON.parseObject(text);
        // ok: unsafe-deserialization-fastjson
        Order known = JSON.parseObject(text, Order.class);
        // ok: unsafe-deserialization-fastjson
        JSONObject own = JSON.parseObject("{}");
    }
}

class AnyClass {
    void read(HttpServletRequest request) {
        // ruleid: unsafe-deserialization-fastjson
        Object order = JSON.parseObject(request.getParameter("order"), Object.class);
        // ok: unsafe-deserialization-fastjson
        Object known = JSON.parseObject(request.getParameter("order"), Order.class);
    }
}
