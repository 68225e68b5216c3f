package bench;

import java.io.*;
import java.net.*;
import java.security.*;
import java.sql.*;
import java.util.*;
import java.util.logging.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.http.*;
import javax.xml.transform.*;
import javax.xml.transform.stream.*;
import org.apache.commons.beanutils.BeanUtils;
import org.apache.commons.mail.*;
import org.apache.wicket.markup.html.basic.Label;
import org.opensaml.xml.parse.BasicParserPool;
import org.springframework.web.bind.annotation.*;
import org.apache.http.impl.client.DefaultHttpClient;
import io.vertx.sqlclient.*;

public class ServletFlows extends HttpServlet {
    private static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    void a(HttpServletRequest req, HttpServletResponse resp, Connection con, String any) throws Exception {
        String p = req.getParameter("p");
        Hashtable<String, String> env = new Hashtable<>();
        // ruleid: authentication
        env.put(Context.SECURITY_AUTHENTICATION, "none");
        // ok: ldap-injection
        env.put(Context.SECURITY_AUTHENTICATION, "simple");
        resp.encodeURL("/x");
        resp.encodeRedirectURL("/x");
        String.format(p, 1);
        // ruleid: xss
        resp.getWriter().printf(p, 1);
        // ruleid: mass-assignment
        BeanUtils.populate(new Object(), req.getParameterMap());
        con.setCatalog(p);
        // ruleid: xxe
        TransformerFactory.newInstance().newTransformer(new StreamSource(p));
        Email e = new SimpleEmail();
        e.setSSLOnConnect(true);
        // ruleid: xss
        new Label("x").setEscapeModelStrings(false);
        new BasicParserPool().setIgnoreComments(false);
        // ruleid: tls-verification
        new DefaultHttpClient();
        // ok: tls-verification
        new Socket("example.com", 80);
        // ruleid: code-injection
        Class.forName(p);
        Class.forName(any);
        // ok: code-injection
        Class.forName("com.example.Driver");
        // ruleid: ssrf
        URLClassLoader cl = new URLClassLoader(new URL[] {new URL(p)});
        System.setProperty(p, "x");
        new ProcessBuilder("ls").environment().put("PATH", p);
        Object o = req.getSession().getAttribute("x");
        // ruleid: log-injection
        Logger.getLogger("x").info(p);
        // ruleid: denial-of-service
        Thread.sleep(Long.parseLong(p));
        // ruleid: denial-of-service
        byte[] b = new byte[Integer.parseInt(p)];
        // ruleid: header-injection
        resp.addHeader("X", p);
        // ok: header-injection
        resp.setStatus(Integer.parseInt(p));
        // ok: insecure-cookie
        Cookie c = new Cookie("lang", p);
        Cookie auth = new Cookie("auth", "1");
        auth.setMaxAge(60 * 60 * 24 * 365 * 10);
        // ruleid: insecure-cookie
        resp.addCookie(auth);
        MessageDigest md = MessageDigest.getInstance("SHA-512");
        // ok: weak-hash
        md.update(p.getBytes());
        Cipher g = Cipher.getInstance("AES/GCM/NoPadding");
        // ruleid: weak-crypto
        g.init(Cipher.ENCRYPT_MODE, (Key) null, new GCMParameterSpec(128, NONCE));
        SecureRandom sr = new SecureRandom();
        // ruleid: weak-random
        sr.setSeed(42);
        // ruleid: weak-random
        Random r = new Random(System.currentTimeMillis());
        // ok: hardcoded-secret
        if (p.equals("secretToken123")) { }
        // ok: command-injection
        Runtime.getRuntime().exec("/bin/bash -i");
        // ruleid: sql-injection
        con.createStatement().execute("SELECT * FROM t WHERE a=" + req.getHeader("X"));
        // ruleid: sql-injection
        con.createStatement().execute("SELECT * FROM t WHERE a=" + req.getCookies()[0].getValue());
        // ruleid: sql-injection
        con.createStatement().execute("SELECT * FROM t WHERE a=" + req.getQueryString());
        // ruleid: sql-injection
        con.createStatement().execute("SELECT * FROM t WHERE a=" + req.getHeaders("x").nextElement());
        // ruleid: sql-injection
        con.createStatement().execute("SELECT * FROM t WHERE a=" + req.getParameterMap().get("x")[0]);
        Enumeration<String> names = req.getParameterNames();
        while (names.hasMoreElements()) {
            String n = names.nextElement();
            // ruleid: sql-injection
            con.createStatement().execute("SELECT * FROM t WHERE a='" + n + "'");
        }
        for (Cookie k : req.getCookies()) {
            if (k.getName().equals("u")) {
                String v = URLDecoder.decode(k.getValue(), "UTF-8");
                // ruleid: sql-injection
                con.createStatement().execute("SELECT * FROM t WHERE a='" + v + "'");
                // ruleid: path-traversal
                new File("/srv/" + v).delete();
            }
        }
        String enc = new String(Base64.getDecoder().decode(p.getBytes()));
        // ruleid: sql-injection
        con.createStatement().execute("SELECT * FROM t WHERE a='" + enc + "'");
        BufferedReader rd = req.getReader();
        String line = rd.readLine();
        // ruleid: sql-injection
        con.createStatement().execute("SELECT * FROM t WHERE a='" + line + "'");
    }

    void juliet(Connection con) throws Exception {
        String data;
        data = System.getenv("ADD");
        // ruleid: sql-injection
        con.createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
        Properties pr = new Properties();
        pr.load(new FileInputStream("../common/config.properties"));
        data = pr.getProperty("data");
        // ruleid: sql-injection
        con.createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
        // ruleid: command-injection
        Runtime.getRuntime().exec("/bin/ls " + data);
        data = "foo";
        // ok: sql-injection
        con.createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
        Socket s = new Socket("host.example.org", 39544);
        BufferedReader br = new BufferedReader(new InputStreamReader(s.getInputStream(), "UTF-8"));
        data = br.readLine();
        // ruleid: path-traversal
        new File("/srv/" + data).delete();
        // ruleid: command-injection
        Runtime.getRuntime().exec("/bin/ls " + data);
        // ok: sql-injection
        ResultSet rs = con.createStatement().executeQuery("select name from users where id=0");
        data = rs.getString(1);
        // todoruleid: sql-injection
        con.createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
        URLConnection uc = (new URL("http://www.example.org/")).openConnection();
        data = new BufferedReader(new InputStreamReader(uc.getInputStream())).readLine();
        // ruleid: sql-injection
        con.createStatement().execute("insert into users (status) values ('updated') where name='" + data + "'");
        // ok: sql-injection
        con.prepareStatement("select * from t where a = ?");
    }

    private String badSource(HttpServletRequest request) {
        return request.getParameter("name");
    }

    private String goodSource() {
        return "foo";
    }

    private void badSink(String data, HttpServletResponse response) throws IOException {
        if (data != null) {
            // ruleid: xss
            response.getWriter().println("<br>bad(): data = " + data);
        }
    }

    private void goodSink(String data, HttpServletResponse response) throws IOException {
        // ok: xss
        response.getWriter().println("<br>good(): data = " + data);
    }

    public void bad(HttpServletRequest request, HttpServletResponse response) throws IOException {
        badSink(badSource(request), response);
    }

    public void good(HttpServletRequest request, HttpServletResponse response) throws IOException {
        goodSink(goodSource(), response);
    }

    private boolean flag = false;

    public void flagged(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String data;
        if (5 == 5) { data = request.getParameter("name"); } else { data = null; }
        // ruleid: xss
        response.getWriter().println("<br>" + data);
        if (5 != 5) { data = request.getParameter("name"); } else { data = "foo"; }
        // ok: xss
        response.getWriter().println("<br>" + data);
        String d2 = request.getParameter("x");
        StringBuilder sb = new StringBuilder(d2);
        // ruleid: xss
        response.getWriter().println("<br>" + sb.toString());
        HashMap<Integer, String> hm = new HashMap<>();
        hm.put(0, d2);
        hm.put(1, d2);
        // ruleid: xss
        response.getWriter().println("<br>" + hm.get(1));
        Vector<String> ve = new Vector<>(5);
        ve.add(0, d2);
        // ruleid: xss
        response.getWriter().println("<br>" + ve.remove(0));
        LinkedList<String> li = new LinkedList<>();
        li.addLast(d2);
        // ruleid: xss
        response.getWriter().println("<br>" + li.getFirst());
        String[] ar = new String[5];
        ar[2] = d2;
        // ruleid: xss
        response.getWriter().println("<br>" + ar[2]);
        Container co = new Container();
        co.containerOne = d2;
        // ruleid: xss
        response.getWriter().println("<br>" + co.containerOne);
        ByteArrayOutputStream bo = new ByteArrayOutputStream();
        ObjectOutput oo = new ObjectOutputStream(bo);
        oo.writeObject(d2);
        String d3 = new String(d2.toCharArray());
        // ruleid: xss
        response.getWriter().println("<br>" + d3);
        String d4 = "";
        for (char ch : d2.toCharArray()) { d4 += ch; }
        // ruleid: xss
        response.getWriter().println("<br>" + d4);
        String d5 = String.valueOf(d2);
        // ruleid: xss
        response.getWriter().println("<br>" + d5);
        String d6 = d2.substring(0, d2.length() - 1);
        // ruleid: xss
        response.getWriter().println("<br>" + d6);
        String d7 = Optional.ofNullable(d2).map(String::trim).orElse("");
        // ruleid: xss
        response.getWriter().println("<br>" + d7);
        String d8 = Objects.requireNonNullElse(d2, "");
        // ruleid: xss
        response.getWriter().println("<br>" + d8);
        Scanner sc = new Scanner(d2);
        // ruleid: xss
        response.getWriter().println("<br>" + sc.nextLine());
        StringTokenizer st = new StringTokenizer(d2, ",");
        // ruleid: xss
        response.getWriter().println("<br>" + st.nextToken());
        Object[] obs = {"a", d2};
        // ruleid: xss
        response.getWriter().format(Locale.US, "%1$s %2$s", obs);
        // ok: xss
        response.getWriter().format(Locale.US, "%1$s", "a");
        char[] chars = d2.toCharArray();
        // ruleid: xss
        response.getWriter().println(chars);
        // ok: xss
        response.getWriter().write(d2.getBytes().length);
    }

    static class Container { String containerOne; }
}
