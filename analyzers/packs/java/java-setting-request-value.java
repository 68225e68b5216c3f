import java.sql.Connection;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.RequestParam;

class Settings {
    void change(HttpServletRequest request, Connection connection, DataSource source) throws Exception {
        String value = request.getParameter("value");
        // ruleid: java-setting-request-value
        System.setProperty(value, "on");
        // ruleid: java-setting-request-value
        System.setProperty("http.proxyHost", value);
        // ruleid: java-setting-request-value
        connection.setCatalog(value);
        // ruleid: java-setting-request-value
        source.getConnection().setSchema("tenant_" + value);
        // ok: java-setting-request-value
        System.setProperty("http.proxyHost", "proxy.internal");
        // ok: java-setting-request-value
        connection.setCatalog("shop");
        // ok: java-setting-request-value
        System.setProperty("cache.size", String.valueOf(Integer.parseInt(value)));
    }

    void tenant(@RequestParam String tenant, Connection connection) throws Exception {
        if (!Set.of("north", "south").contains(tenant)) {
            throw new IllegalArgumentException("tenant");
        }
        // ok: java-setting-request-value
        connection.setSchema(tenant);
    }
}
