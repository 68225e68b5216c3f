package bench;

import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import javax.persistence.*;
import javax.ws.rs.*;
import javax.ws.rs.core.*;
import javax.servlet.*;
import javax.servlet.http.*;
import javax.inject.Inject;
import android.app.*;
import android.content.*;
import android.database.sqlite.*;
import android.os.*;
import android.webkit.*;
import io.javalin.*;
import io.micronaut.http.annotation.*;
import io.vertx.ext.web.RoutingContext;
import spark.*;
import org.springframework.web.reactive.function.server.*;
import org.springframework.graphql.data.method.annotation.*;
import org.springframework.messaging.handler.annotation.*;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.jdbc.core.*;
import org.springframework.stereotype.*;
import org.springframework.data.jpa.repository.*;
import org.springframework.kafka.annotation.KafkaListener;
import com.amazonaws.services.lambda.runtime.*;
import com.amazonaws.services.lambda.runtime.events.*;
import reactor.core.publisher.Mono;

@Path("/users")
class JaxUsers {
    @PersistenceContext EntityManager em;
    @Context UriInfo info;
    @Context HttpHeaders headers;
    @Inject javax.sql.DataSource ds;

    @GET
    @Path("/{id}")
    public Object get(@PathParam("id") String id, @QueryParam("sort") String sort, @HeaderParam("X-T") String t, @CookieParam("c") String c, @MatrixParam("m") String m) throws Exception {
        // ruleid: sql-injection
        em.createNativeQuery("select * from u where id = '" + id + "'").getResultList();
        // ruleid: sql-injection
        em.createQuery("select u from U u order by " + sort).getResultList();
        // ruleid: sql-injection
        em.createQuery("select u from U u where u.t = '" + t + "'").getSingleResult();
        // ruleid: sql-injection
        em.createQuery("select u from U u where u.t = '" + c + m + "'").getSingleResult();
        // ruleid: sql-injection
        em.createQuery("select u from U u where u.t = '" + info.getQueryParameters().getFirst("q") + "'");
        // ruleid: sql-injection
        em.createQuery("select u from U u where u.t = '" + headers.getHeaderString("X") + "'");
        // ok: sql-injection
        em.createNamedQuery("User.byId").setParameter("id", id).getResultList();
        try (var con = ds.getConnection(); var st = con.createStatement()) {
            // ruleid: sql-injection
            st.executeQuery("select * from u where id = '" + id + "'");
        }
        // ruleid: path-traversal
        return Response.ok(new File("/srv/" + id)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@FormParam("cmd") String cmd, MultivaluedMap<String, String> form, @BeanParam Params bp) throws Exception {
        // ruleid: command-injection
        Runtime.getRuntime().exec("sh -c " + cmd);
        // ruleid: command-injection
        Runtime.getRuntime().exec("ls " + form.getFirst("x"));
        // ruleid: command-injection
        Runtime.getRuntime().exec("ls " + bp.name);
        // ok: command-injection
        Runtime.getRuntime().exec("ls " + bp.page);
        // ruleid: open-redirect
        return Response.seeOther(URI.create(cmd)).build();
    }

    static class Params { @QueryParam("name") String name; @QueryParam("page") int page; }
}

class JavalinApp {
    void run(JdbcTemplate jdbc) {
        Javalin app = Javalin.create();
        app.get("/a", ctx -> {
            // ruleid: sql-injection
            jdbc.queryForList("select * from t where a = '" + ctx.queryParam("a") + "'");
            // ruleid: xss
            ctx.html("<p>" + ctx.pathParam("x") + "</p>");
            // ruleid: open-redirect
            ctx.redirect(ctx.queryParam("next"));
            // ok: xss
            ctx.result("ok");
        });
        Spark.get("/b", (req, res) -> {
            // ruleid: command-injection
            Runtime.getRuntime().exec("ls " + req.queryParams("d"));
            // ruleid: open-redirect
            res.redirect(req.queryParams("n"));
            // ruleid: xss
            return "<p>" + req.params(":x");
        });
    }

    void vertx(RoutingContext rc, io.vertx.sqlclient.SqlClient client) {
        String q = rc.request().getParam("q");
        // ruleid: sql-injection
        client.query("select * from t where a = '" + q + "'").execute();
        // ok: sql-injection
        client.preparedQuery("select * from t where a = $1").execute(io.vertx.sqlclient.Tuple.of(q));
        // ruleid: xss
        rc.response().putHeader("content-type", "text/html").end("<p>" + q);
        // ruleid: path-traversal
        rc.vertx().fileSystem().readFile("/srv/" + q);
    }

    Mono<ServerResponse> handle(ServerRequest r) {
        String n = r.queryParam("n").orElse("");
        // ruleid: path-traversal
        new File("/srv/" + n).delete();
        // ok: xss
        return ServerResponse.ok().bodyValue("x");
    }
}

@io.micronaut.http.annotation.Controller("/m")
class MicroCtl {
    JdbcTemplate jdbc;
    @Get("/x")
    Object x(@QueryValue String q) {
        // ruleid: sql-injection
        return jdbc.queryForList("select * from t where a = '" + q + "'");
    }
    @Get("/y/{q}")
    Object y(String q) {
        // ruleid: sql-injection
        return jdbc.queryForList("select * from t where a = '" + q + "'");
    }
}

@org.springframework.stereotype.Controller
class Graph {
    JdbcTemplate jdbc;
    @QueryMapping
    public Object book(@Argument String title) {
        // ruleid: sql-injection
        return jdbc.queryForList("select * from t where a = '" + title + "'");
    }
    @MessageMapping("/chat")
    public void chat(@Payload String text) {
        // ruleid: sql-injection
        jdbc.execute("insert into t values ('" + text + "')");
    }
    @KafkaListener(topics = "x")
    public void listen(String message) {
        // ruleid: sql-injection
        jdbc.execute("insert into t values ('" + message + "')");
    }
}

class Lambda0 implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    JdbcTemplate jdbc;
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent e, com.amazonaws.services.lambda.runtime.Context c) {
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + e.getQueryStringParameters().get("a") + "'");
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + e.getBody() + "'");
        return null;
    }
}

class Dao {
    private final JdbcTemplate jdbc;
    private static final String BASE = "select * from users where ";
    private final String tableName = "users";
    Dao(JdbcTemplate j) { jdbc = j; }

    List<?> byName(String name) {
        // ruleid: sql-injection
        return jdbc.queryForList(BASE + "name = '" + name + "'");
    }
    List<?> byName2(String name) {
        // ok: sql-injection
        return jdbc.queryForList(BASE + "name = ?", name);
    }
    List<?> all() {
        // ok: sql-injection
        return jdbc.queryForList("select * from " + tableName);
    }
    List<?> byId(int id) {
        // ok: sql-injection
        return jdbc.queryForList(BASE + "id = " + id);
    }
    List<?> in(Collection<Integer> ids) {
        // ok: sql-injection
        return jdbc.queryForList(BASE + "id in (" + ids.stream().map(i -> "?").collect(Collectors.joining(",")) + ")", ids.toArray());
    }
    List<?> in2(List<String> ids) {
        StringBuilder sb = new StringBuilder(BASE).append("id in (");
        for (int i = 0; i < ids.size(); i++) {
            if (i > 0) { sb.append(','); }
            sb.append('?');
        }
        // ok: sql-injection
        return jdbc.queryForList(sb.append(')').toString(), ids.toArray());
    }
    int del(String where) {
        // ruleid: sql-injection
        return jdbc.update("delete from users where " + where);
    }
}

class Droid2 extends Activity {
    SQLiteDatabase db;
    protected void onCreate(Bundle b) {
        String q = getIntent().getStringExtra("q");
        // ruleid: sql-injection
        db.rawQuery("select * from t where a = '" + q + "'", null);
        // ok: sql-injection
        db.rawQuery("select * from t where a = ?", new String[] {q});
        // ruleid: sql-injection
        db.execSQL("delete from t where a = '" + q + "'");
        // ruleid: sql-injection
        db.query("t", null, "a = '" + q + "'", null, null, null, null);
        // ok: sql-injection
        db.query("t", null, "a = ?", new String[] {q}, null, null, null);
        // ruleid: sql-injection
        db.delete("t", "a = '" + q + "'", null);
        WebView w = new WebView(this);
        // ruleid: xss
        w.loadUrl(getIntent().getDataString());
        // ruleid: xss
        w.loadData("<p>" + q, "text/html", "utf-8");
        // ruleid: xss
        w.evaluateJavascript("f('" + q + "')", null);
        // ruleid: path-traversal
        new File(getFilesDir(), q).delete();
        // ok: open-redirect
        startActivity(new Intent(Intent.ACTION_VIEW, Uri.parse("https://example.com")));
        // ruleid: file-permissions
        getSharedPreferences("s", Context.MODE_WORLD_READABLE).edit().putString("password", q).apply();
        // ruleid: data-exposure
        android.util.Log.d("x", "password " + getPassword());
    }
    String getPassword() { return ""; }
}

class Misc2 {
    void zip(String dir, java.util.zip.ZipFile z) throws Exception {
        for (Enumeration<? extends java.util.zip.ZipEntry> e = z.entries(); e.hasMoreElements();) {
            java.util.zip.ZipEntry en = e.nextElement();
            File f = new File(dir, en.getName());
            // ruleid: path-traversal
            f.createNewFile();
        }
        // ruleid: path-traversal
        z.stream().forEach(en -> new File(dir, en.getName()).mkdirs());
        try (FileSystem fs = FileSystems.newFileSystem(Paths.get(dir))) { }
    }

    void jarNames(java.util.jar.JarInputStream in, java.nio.file.Path out) throws Exception {
        java.util.jar.JarEntry e;
        while ((e = in.getNextJarEntry()) != null) {
            // ruleid: path-traversal
            Files.copy(in, out.resolve(e.getName()));
        }
    }

    void fileUpload(HttpServletRequest req) throws Exception {
        for (javax.servlet.http.Part p : req.getParts()) {
            // ruleid: path-traversal
            p.write("/srv/" + p.getSubmittedFileName());
        }
        List<org.apache.commons.fileupload.FileItem> items = new org.apache.commons.fileupload.servlet.ServletFileUpload().parseRequest(req);
        for (org.apache.commons.fileupload.FileItem i : items) {
            // ruleid: path-traversal
            i.write(new File("/srv/" + i.getName()));
        }
    }

    boolean sig(String a, byte[] x, byte[] y) {
        // ok: timing
        return Arrays.equals(x, y);
    }

    boolean hmac(String given, javax.crypto.Mac mac) {
        byte[] real = mac.doFinal();
        // todoruleid: timing
        return Arrays.equals(real, given.getBytes());
    }

    void jwt(String s) throws Exception {
        // ruleid: jwt
        com.auth0.jwt.JWT.create().withExpiresAt(new Date()).sign(com.auth0.jwt.algorithms.Algorithm.HMAC256("s3cr3t"));
        // ruleid: hardcoded-secret
        io.jsonwebtoken.Jwts.parserBuilder().setSigningKey("c2VjcmV0").build().parseClaimsJws(s);
        // ruleid: jwt
        io.jsonwebtoken.Jwts.parser().unsecured().build().parse(s);
        // ruleid: jwt
        new com.nimbusds.jose.crypto.MACSigner("averylongsecretkeyaverylongsecretkey");
        // ruleid: jwt
        new org.jose4j.jwt.consumer.JwtConsumerBuilder().setSkipSignatureVerification().build();
        // ruleid: jwt
        new org.jose4j.jwt.consumer.JwtConsumerBuilder().setDisableRequireSignature().build();
    }

    void actuator(org.springframework.security.config.annotation.web.builders.HttpSecurity http) throws Exception {
        // ruleid: authentication
        http.authorizeRequests().antMatchers("/actuator/**").permitAll();
        // ruleid: authentication
        http.authorizeHttpRequests(a -> a.requestMatchers("/admin/**").permitAll());
        // ok: authentication
        http.httpBasic().disable();
        // ok: misconfiguration
        http.headers(h -> h.contentSecurityPolicy("default-src 'self'"));
    }
}
