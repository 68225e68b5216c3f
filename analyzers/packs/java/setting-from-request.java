import java.sql.Connection;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.RequestParam;

class Settings {
    void change(HttpServletRequest request, Connection connection, DataSource source) throws Exception {
        String value = request.getParameter("value");
        // ruleid: setting-from-request
        System.setProperty(value, "on");
        // ruleid: setting-from-request
        System.setProperty("http.proxyHost", value);
        // ruleid: setting-from-request
        connection.setCatalog(value);
        // ruleid: setting-from-request
        source.getConnection().setSchema("tenant_" + value);
        // ok: setting-from-request
        System.setProperty("http.proxyHost", "proxy.internal");
        // ok: setting-from-request
        connection.setCatalog("shop");
        // ok: setting-from-request
        System.setProperty("cache.size", String.valueOf(Integer.parseInt(value)));
    }

    void tenant(@RequestParam String tenant, Connection connection) throws Exception {
        if (!Set.of("north", "south").contains(tenant)) {
            throw new IllegalArgumentException("tenant");
        }
        // ok: setting-from-request
        connection.setSchema(tenant);
    }
}
