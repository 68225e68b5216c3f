package bench;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import spark.Request;
import spark.Response;
import com.opensymphony.xwork2.ActionSupport;
import org.apache.struts2.ServletActionContext;
import javax.faces.context.FacesContext;
import javax.inject.Inject;
import javax.persistence.EntityManager;
import java.io.*;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import io.micronaut.http.annotation.*;
import ratpack.handling.Handler;
import play.mvc.*;
import reactor.core.publisher.Mono;
import org.springframework.web.reactive.function.server.*;
import com.sun.net.httpserver.*;
import io.netty.handler.codec.http.*;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;

public class Frameworks {
    private Connection con;

    void javalin(Javalin app) {
        // ruleid: xss
        app.get("/a", ctx -> ctx.html("<b>" + ctx.queryParam("n") + "</b>"));
        // ok: xss
        app.get("/b", ctx -> ctx.result("hello " + ctx.queryParam("n")));
        // ok: xss
        app.get("/c", ctx -> ctx.json(Map.of("n", ctx.pathParam("n"))));
        app.get("/d", ctx -> {
            String id = ctx.pathParam("id");
            // ruleid: sql-injection
            con.createStatement().executeQuery("SELECT * FROM t WHERE id=" + id);
            // ruleid: open-redirect
            ctx.redirect(ctx.queryParam("next"));
            // ok: open-redirect
            ctx.redirect("/x");
            // ruleid: command-injection
            Runtime.getRuntime().exec(ctx.formParam("c"));
            // ruleid: path-traversal
            Files.readString(Path.of("/srv/" + ctx.header("X-F")));
            // ruleid: sql-injection
            con.createStatement().execute(ctx.body());
        });
    }

    void page(Context ctx) throws Exception {
        // ruleid: xss
        ctx.html(ctx.formParam("x"));
        // ruleid: xss
        ctx.contentType("text/html").result(ctx.queryParam("y"));
        // ok: xss
        ctx.html("<p>static</p>");
        // ruleid: open-redirect
        ctx.redirect(ctx.cookie("n"));
    }

    void vertx(RoutingContext rc) throws Exception {
        // ruleid: xss
        rc.response().putHeader("content-type", "text/html").end("<b>" + rc.request().getParam("n") + "</b>");
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + rc.queryParam("q").get(0) + "'");
        // ruleid: open-redirect
        rc.redirect(rc.request().getParam("u"));
        // ok: xss
        rc.json(rc.pathParam("x"));
        // ruleid: path-traversal
        new FileInputStream(rc.pathParam("f"));
    }

    Object sparkjava(Request req, Response res) throws Exception {
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + req.queryParams("q") + "'");
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + req.params(":id") + "'");
        // ruleid: open-redirect
        res.redirect(req.queryParams("u"));
        // ok: open-redirect
        res.redirect("/x");
        // ruleid: command-injection
        Runtime.getRuntime().exec(req.body());
        // ruleid: xss
        return "<b>" + req.queryParams("n") + "</b>";
    }

    void jdk(HttpExchange ex) throws Exception {
        String q = ex.getRequestURI().getQuery();
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + q + "'");
        ex.getResponseHeaders().set("Content-Type", "text/html");
        // ruleid: xss
        ex.getResponseBody().write(("<b>" + q + "</b>").getBytes());
        // ruleid: command-injection
        Runtime.getRuntime().exec(ex.getRequestHeaders().getFirst("X-C"));
        // ok: xss
        ex.getResponseBody().write("<b>ok</b>".getBytes());
    }

    Mono<ServerResponse> flux(ServerRequest req) throws Exception {
        String n = req.queryParam("n").orElse("");
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + req.pathVariable("id") + "'");
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + n + "'");
        // ok: sql-injection
        PreparedStatement ps = con.prepareStatement("SELECT * FROM t WHERE n=?");
        ps.setString(1, n);
        // ok: xss
        return ServerResponse.ok().bodyValue("x");
    }

    void jsf() throws Exception {
        Map<String, String> params = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + params.get("a") + "'");
        // ruleid: open-redirect
        FacesContext.getCurrentInstance().getExternalContext().redirect(params.get("u"));
        // ok: open-redirect
        FacesContext.getCurrentInstance().getExternalContext().redirect("index.xhtml");
    }
}

class LoginAction extends ActionSupport {
    private String user;
    private Connection con;

    public void setUser(String user) { this.user = user; }

    public String execute() throws Exception {
        // todoruleid: sql-injection
        con.createStatement().execute("SELECT '" + user + "'");
        String h = ServletActionContext.getRequest().getParameter("h");
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + h + "'");
        // ok: sql-injection
        PreparedStatement p = con.prepareStatement("SELECT ?");
        p.setString(1, user);
        return SUCCESS;
    }
}

@io.micronaut.http.annotation.Controller("/m")
class MicronautController {
    @Inject Connection con;

    @Get("/{id}")
    String get(@io.micronaut.http.annotation.PathVariable String id, @QueryValue String q) throws Exception {
        // ruleid: sql-injection
        con.createStatement().execute("SELECT '" + id + "'");
        // ruleid: command-injection
        Runtime.getRuntime().exec(q);
        // ok: xss
        return "ok";
    }
}
