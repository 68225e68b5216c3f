package bench;

import java.util.*;
import java.util.regex.*;
import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.http.*;
import io.jsonwebtoken.*;
import io.jsonwebtoken.security.Keys;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jwt.*;
import com.nimbusds.jose.*;
import com.mongodb.*;
import com.mongodb.client.*;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.springframework.data.mongodb.core.*;
import org.springframework.data.mongodb.core.query.*;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.filter.*;
import org.springframework.ldap.query.*;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.web.bind.annotation.*;
import android.webkit.*;
import android.content.*;
import android.app.*;

class Jwt1 {
    void a(String t, String secret, java.security.Key key) throws Exception {
        // ruleid: jwt
        Jwts.parser().parse(t);
        // ruleid: hardcoded-secret
        Jwts.parser().setSigningKey("my-secret-key-123").parseClaimsJws(t);
        // ok: jwt
        Jwts.parser().setSigningKey(key).parseClaimsJws(t);
        // ruleid: jwt
        Jwts.parser().setSigningKey(key).parse(t);
        // ruleid: jwt
        Jwts.parserBuilder().build().parseClaimsJwt(t);
        // ruleid: jwt
        Jwts.builder().setSubject("a").compact();
        // ruleid: jwt
        Jwts.builder().setSubject("a").signWith(SignatureAlgorithm.HS256, "hardcoded-secret").compact();
        // ruleid: jwt
        Jwts.builder().setSubject("a").signWith(SignatureAlgorithm.NONE, "").compact();
        // ok: jwt
        Jwts.builder().setSubject("a").signWith(key).compact();
        // ruleid: jwt
        Jwts.builder().signWith(Keys.hmacShaKeyFor("this-is-a-very-long-secret-key-0123456789".getBytes())).compact();
        JWT.decode(t);
        // ruleid: jwt
        JWT.create().sign(Algorithm.none());
        // ruleid: jwt
        JWT.require(Algorithm.none()).build().verify(t);
        // ruleid: jwt
        JWT.create().sign(Algorithm.HMAC256("secret123"));
        // ok: jwt
        JWT.create().sign(Algorithm.HMAC256(secret));
        // ok: jwt
        JWT.require(Algorithm.HMAC256(secret)).build().verify(t);
        JWTParser.parse(t).getJWTClaimsSet();
        // ruleid: jwt
        new PlainJWT(new JWTClaimsSet.Builder().build()).serialize();
    }

    void verified(String t, JWSVerifier v) throws Exception {
        SignedJWT s = SignedJWT.parse(t);
        if (!s.verify(v)) {
            throw new SecurityException();
        }
        // ok: jwt
        s.getJWTClaimsSet();
    }

    String unverified(String t) throws Exception {
        SignedJWT s = SignedJWT.parse(t);
        // ruleid: jwt
        return s.getJWTClaimsSet().getSubject();
    }
}

@RestController
class Inject1 {
    private MongoCollection<Document> users;
    private MongoTemplate mongo;
    private LdapTemplate ldap;

    @GetMapping("/m")
    public Object m(@RequestParam String n, @RequestParam String json, DirContext ctx) throws Exception {
        // ruleid: nosql-injection
        users.find(Document.parse("{name: '" + n + "'}"));
        // ruleid: nosql-injection
        users.find(Document.parse(json));
        // ok: nosql-injection
        users.find(Filters.eq("name", n));
        // ruleid: nosql-injection
        users.find(new Document("$where", "this.name == '" + n + "'"));
        // ok: nosql-injection
        users.find(new Document("name", n));
        // ruleid: nosql-injection
        users.find(Filters.where("this.name == '" + n + "'"));
        // ruleid: nosql-injection
        mongo.find(new BasicQuery("{name: '" + n + "'}"), Object.class);
        // ok: nosql-injection
        mongo.find(Query.query(Criteria.where("name").is(n)), Object.class);
        // ruleid: nosql-injection
        BasicDBObject.parse("{a: '" + n + "'}");
        // ruleid: nosql-injection
        mongo.executeCommand("{find: 'u', filter: {n: '" + n + "'}}");
        // ruleid: ldap-injection
        ctx.search("ou=p", "(uid=" + n + ")", new SearchControls());
        // ok: ldap-injection
        ctx.search("ou=p", "(uid={0})", new Object[] {n}, new SearchControls());
        // ruleid: ldap-injection
        ctx.search("ou=p", String.format("(uid=%s)", n), new SearchControls());
        // ruleid: ldap-injection
        ctx.lookup("cn=" + n + ",ou=p");
        // ruleid: ldap-injection
        ldap.search("ou=p", "(uid=" + n + ")", (AttributesMapperX) null);
        // ruleid: ldap-injection
        ldap.search("", "(&(objectclass=person)(uid=" + n + "))", new SearchControls(), new MapperX());
        // ruleid: ldap-injection
        ldap.find(LdapQueryBuilder.query().filter("(uid=" + n + ")"), Object.class);
        // ok: ldap-injection
        ldap.find(LdapQueryBuilder.query().where("uid").is(n), Object.class);
        // ok: ldap-injection
        ldap.search("ou=p", new EqualsFilter("uid", n).encode(), new MapperX());
        // ok: ldap-injection
        ldap.search("ou=p", "(uid=" + LdapEncoder.filterEncode(n) + ")", new MapperX());
        // ruleid: ldap-injection
        ldap.authenticate("ou=p", "(uid=" + n + ")", "pw");
        String filter = "(uid=" + n + ")";
        // ruleid: ldap-injection
        ldap.search("ou=p", filter, new MapperX());
        // ruleid: ldap-injection
        new InitialContext().lookup(n);
        // ok: ldap-injection
        new InitialContext().lookup("java:comp/env/jdbc/db");
        // ruleid: ldap-injection
        new InitialDirContext().search("ou=p", "(uid=" + n + ")", null);
        return null;
    }

    @GetMapping("/re")
    public Object re(@RequestParam String re, @RequestParam String s) {
        // ruleid: regex-dos
        Pattern.compile(re).matcher(s).find();
        // ruleid: regex-dos
        s.matches(re);
        // ruleid: regex-dos
        s.replaceAll(re, "");
        // ruleid: regex-dos
        s.split(re);
        // ok: regex-dos
        Pattern.compile(Pattern.quote(re));
        // ruleid: regex-dos
        Pattern.compile("(a+)+$");
        // ruleid: regex-dos
        Pattern.compile("^([a-zA-Z0-9]+\\.?)+@x$");
        // ruleid: regex-dos
        s.matches("(.*a){20}");
        // ok: regex-dos
        Pattern.compile("^[a-z]+$");
        // ruleid: regex-dos
        Pattern.compile("^(a|aa)+$");
        // ruleid: regex-dos
        Pattern.compile("(\\w+\\s?)*$");
        // ok: regex-dos
        Pattern.compile("^\\d{3}-\\d{4}$");
        return null;
    }

    @PostMapping("/dos")
    public Object dos(@RequestParam int n, @RequestBody String s, HttpServletRequest req) throws Exception {
        // ruleid: denial-of-service
        byte[] b = new byte[n];
        // ruleid: denial-of-service
        List<String> l = new ArrayList<>(n);
        // ruleid: denial-of-service
        Thread.sleep(n);
        int m = Math.min(n, 100);
        // ok: denial-of-service
        byte[] c = new byte[m];
        return null;
    }

    @GetMapping("/refl")
    public Object refl(@RequestParam String c, @RequestParam String m) throws Exception {
        // ruleid: code-injection
        Class<?> k = Class.forName(c);
        // ruleid: code-injection
        k.getMethod(m).invoke(null);
        return null;
    }
}

class Secrets1 {
    // ruleid: hardcoded-secret
    private static final String PASSWORD = "S3cr3tP@ss";
    // ruleid: hardcoded-secret
    private static final String API_KEY = "a8f5f167f44f4964e6c998dee827110c";
    // ruleid: hardcoded-secret
    private String dbPassword = "letmein";
    // ruleid: hardcoded-secret
    private String password = "admin";
    // ok: hardcoded-secret
    private String secret = "changeit";
    // ok: hardcoded-secret
    private static final String PASSWORD_KEY = "password";
    // ok: hardcoded-secret
    private static final String TOKEN_URL = "https://auth.example.com/token";
    // ok: hardcoded-secret
    private String password2 = "";
    // ok: hardcoded-secret
    private String password3 = null;
    // ok: hardcoded-secret
    private String password4 = "${db.password}";
    // ruleid: hardcoded-secret
    private static final String AWS_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz";

    void a(javax.sql.DataSource x) throws Exception {
        // ruleid: hardcoded-secret
        java.sql.DriverManager.getConnection("jdbc:mysql://db/app", "root", "toor123");
        // ok: hardcoded-secret
        java.sql.DriverManager.getConnection("jdbc:mysql://db/app", "root", System.getenv("PW"));
        // ruleid: hardcoded-secret
        java.sql.DriverManager.getConnection("jdbc:mysql://db/app?user=root&password=hunter2");
        com.zaxxer.hikari.HikariConfig c = new com.zaxxer.hikari.HikariConfig();
        // ruleid: hardcoded-secret
        c.setPassword("hunter22");
        // ok: hardcoded-secret
        c.setPassword(System.getenv("DB_PASSWORD"));
        java.util.Properties p = new java.util.Properties();
        // ruleid: hardcoded-secret
        p.put("password", "hunter22");
        // ruleid: hardcoded-secret
        p.setProperty("mail.smtp.password", "hunter22");
        java.security.KeyStore ks = java.security.KeyStore.getInstance("JKS");
        // ruleid: hardcoded-secret
        ks.load(null, "changeit123".toCharArray());
        // ruleid: hardcoded-secret
        new javax.crypto.spec.PBEKeySpec("mypassword".toCharArray());
        // ruleid: hardcoded-secret
        String auth = "Basic " + Base64.getEncoder().encodeToString("admin:hunter22".getBytes());
        // ruleid: hardcoded-secret
        new com.amazonaws.auth.BasicAWSCredentials("AKIAIOSFODNN7REALKEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz");
        // ok: hardcoded-secret
        if (p.getProperty("pw").equals("hunter22")) { }
        // ruleid: hardcoded-secret
        if (password.equals("hunter22")) { }
        // ruleid: hardcoded-secret
        new java.net.PasswordAuthentication("u", "hunter22".toCharArray());
        // ruleid: hardcoded-secret
        new redis.clients.jedis.Jedis("h").auth("hunter22");
    }
}

class Droid extends Activity {
    void a(WebView w, Intent i) throws Exception {
        // ruleid: misconfiguration
        w.getSettings().setJavaScriptEnabled(true);
        // ruleid: misconfiguration
        w.getSettings().setAllowFileAccess(true);
        // ruleid: misconfiguration
        w.getSettings().setAllowUniversalAccessFromFileURLs(true);
        // ruleid: misconfiguration
        w.getSettings().setAllowFileAccessFromFileURLs(true);
        // ruleid: misconfiguration
        w.getSettings().setMixedContentMode(WebSettings.MIXED_CONTENT_ALWAYS_ALLOW);
        // ruleid: misconfiguration
        w.addJavascriptInterface(new Object(), "x");
        // ruleid: xss
        w.loadUrl(getIntent().getStringExtra("url"));
        // ok: misconfiguration
        w.loadUrl("https://example.com/");
        // ruleid: misconfiguration
        WebView.setWebContentsDebuggingEnabled(true);
        // ruleid: file-permissions
        getSharedPreferences("p", MODE_WORLD_READABLE);
        // ok: misconfiguration
        getSharedPreferences("p", MODE_PRIVATE);
        // ruleid: file-permissions
        openFileOutput("f", Context.MODE_WORLD_WRITEABLE);
        // ruleid: open-redirect
        startActivity((Intent) getIntent().getParcelableExtra("next"));
        // todoruleid: misconfiguration
        PendingIntent.getActivity(this, 0, new Intent(), 0);
        // ok: misconfiguration
        sendBroadcast(new Intent("x"));
        // ruleid: command-injection
        Runtime.getRuntime().exec(getIntent().getStringExtra("c"));
    }

    class Client extends WebViewClient {
        @Override
        public void onReceivedSslError(WebView v, SslErrorHandler h, android.net.http.SslError e) {
            // ruleid: tls-verification
            h.proceed();
        }
    }
}
