package bench;

import java.io.*;
import java.sql.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import javax.servlet.http.*;
import com.opensymphony.xwork2.*;
import org.apache.struts.action.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.jdbc.core.JdbcTemplate;
import lombok.*;

class StrutsA extends ActionSupport {
    private String name;
    private int count;
    private Connection con;
    public void setName(String name) { this.name = name; }
    public void setCount(int count) { this.count = count; }
    public String getName() { return name; }
    public String execute() throws Exception {
        // ruleid: sql-injection
        con.createStatement().executeQuery("select * from t where a='" + name + "'");
        // ruleid: sql-injection
        con.createStatement().executeQuery("select * from t where a='" + getName() + "'");
        // ok: sql-injection
        con.createStatement().executeQuery("select * from t where a=" + count);
        // ruleid: command-injection
        Runtime.getRuntime().exec("ls " + name);
        return SUCCESS;
    }
}

class StrutsB implements Action, ModelDriven<StrutsB.Form> {
    static class Form {
        private String city;
        private long id;
        public String getCity() { return city; }
        public void setCity(String c) { city = c; }
        public long getId() { return id; }
    }
    private String path;
    private Form form = new Form();
    public void setPath(String p) { path = p; }
    public Form getModel() { return form; }
    public String execute() throws Exception {
        // todoruleid: path-traversal
        new FileInputStream("/srv/" + path);
        // ok: path-traversal
        new FileInputStream("/srv/" + form.getId());
        return SUCCESS;
    }
}

class Struts1 extends org.apache.struts.action.Action {
    public ActionForward execute(ActionMapping m, ActionForm f, HttpServletRequest req, HttpServletResponse resp) throws Exception {
        LoginForm lf = (LoginForm) f;
        // ruleid: command-injection
        Runtime.getRuntime().exec("id " + lf.getUser());
        return null;
    }
}

@RestController
class FlowStyles {
    private JdbcTemplate jdbc;
    private Connection con;

    @Data
    static class Search { private String text; private Integer page; private Kind kind; private List<Long> ids; }
    enum Kind { A, B; String label() { return name(); } }
    record Req(String q, long id, Kind kind, List<Integer> nums, Inner inner) { }
    record Inner(String deep, boolean flag) { }

    @PostMapping("/1")
    public void one(@RequestBody Search s) {
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + s.getText() + "'");
        // ok: sql-injection
        jdbc.queryForList("select * from t limit " + s.getPage());
        // ok: sql-injection
        jdbc.queryForList("select * from t where k = '" + s.getKind() + "'");
        // ok: sql-injection
        jdbc.queryForList("select * from t where k = '" + s.getKind().name() + "'");
    }

    @PostMapping("/2")
    public void two(@RequestBody Req r) {
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + r.q() + "'");
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = " + r.id());
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = '" + r.kind() + "'");
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = '" + r.kind().label() + "'");
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + r.inner().deep() + "'");
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = " + r.inner().flag());
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + r.q().trim().toLowerCase() + "'");
        for (Integer n : r.nums()) {
            // ok: sql-injection
            jdbc.queryForList("select * from t where a = " + n);
        }
    }

    private String wrap(String s) { return "'" + s + "'"; }
    private static String esc(String s) { return s.replace("'", "''"); }
    private int num(String s) { return Integer.parseInt(s); }
    private void run(String sql) { jdbc.execute(sql); }
    private void runAll(Consumer<String> c, String v) { c.accept(v); }
    private <T> T with(String v, Function<String, T> f) { return f.apply(v); }

    @GetMapping("/3")
    public void three(@RequestParam String q, @RequestParam Optional<String> o, @RequestParam Map<String, String> all, @RequestParam String[] arr) {
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = " + wrap(q));
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = " + num(q));
        // todoruleid: sql-injection
        run("delete from t where a = '" + q + "'");
        // ok: sql-injection
        run("delete from t");
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + o.orElse("x") + "'");
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + all.get("x") + "'");
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + arr[0] + "'");
        // ruleid: sql-injection
        o.ifPresent(v -> jdbc.execute("delete from t where a = '" + v + "'"));
        // ruleid: sql-injection
        Arrays.stream(arr).forEach(v -> jdbc.execute("delete from t where a = '" + v + "'"));
        // ruleid: sql-injection
        runAll(v -> jdbc.execute("delete from t where a = '" + v + "'"), q);
        // ruleid: sql-injection
        with(q, v -> jdbc.queryForList("select * from t where a = '" + v + "'"));
        // ok: sql-injection
        with("fixed", v -> jdbc.queryForList("select * from t where a = '" + v + "'"));
        Supplier<String> sup = () -> "select * from t where a = '" + q + "'";
        // ruleid: sql-injection
        jdbc.queryForList(sup.get());
        // ruleid: sql-injection
        Runnable r = () -> jdbc.execute("drop table " + q);
        r.run();
        String joined = Stream.of(arr).map(String::trim).filter(x -> !x.isEmpty()).collect(Collectors.joining(","));
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a in (" + joined + ")");
        StringJoiner sj = new StringJoiner(",");
        sj.add(q);
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a in (" + sj + ")");
        StringBuffer sb = new StringBuffer();
        sb.append("select * from t where a = ").append(num(q));
        // ok: sql-injection
        jdbc.queryForList(sb.toString());
        char c = q.charAt(0);
        String t = q == null ? "a" : q;
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + t + "'");
        Object ob = q;
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + (String) ob + "'");
        String sw = switch (q) { case "a" -> "x"; case "b" -> "y"; default -> "z"; };
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = '" + sw + "'");
        if (ob instanceof String str) {
            // ruleid: sql-injection
            jdbc.queryForList("select * from t where a = '" + str + "'");
        }
        String[] parts = q.split(",");
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + parts[1] + "'");
        Holder h = new Holder(q);
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + h.get() + "'");
        Holder h2 = new Holder("x");
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = '" + h2.get() + "'");
        List<String> list = new ArrayList<>();
        list.add("safe");
        list.add(q);
        list.remove(0);
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + list.get(0) + "'");
        List<String> list2 = new ArrayList<>();
        list2.add("safe");
        list2.add(q);
        list2.add("x");
        list2.remove(0);
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = '" + list2.get(1) + "'");
        Map<String, String> mp = new HashMap<>();
        mp.put("a", "safe");
        mp.put("b", q);
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = '" + mp.get("a") + "'");
        // ruleid: sql-injection
        jdbc.queryForList("select * from t where a = '" + mp.get("b") + "'");
        int i = 106;
        String bar = (7 * 18) + i > 200 ? "always" : q;
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = '" + bar + "'");
        String bar2;
        if ((7 * 42) - i > 200) { bar2 = q; } else { bar2 = "x"; }
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = '" + bar2 + "'");
        String guess = "ABC";
        char sw2 = guess.charAt(1);
        String bar3;
        switch (sw2) {
            case 'A': bar3 = q; break;
            case 'B': bar3 = "bob"; break;
            default: bar3 = q;
        }
        // ok: sql-injection
        jdbc.queryForList("select * from t where a = '" + bar3 + "'");
    }

    static class Holder {
        private final String v;
        Holder(String v) { this.v = v; }
        String get() { return v; }
    }
}
