import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

class KeysAndCodes {
    // ruleid: hardcoded-secret
    private static final String DB_PASSWORD = "Acc0unt$ecret";
    // ruleid: hardcoded-secret
    private String jwtSecret = "mySuperSecretSigningKeyThatNobodyKnows";
    // ok: hardcoded-secret
    private String signingKey = "jwtSigningKey";
    // ok: hardcoded-secret
    private String password = "${db.password}";
    // ruleid: regex-dos
    private static final Pattern NAME = Pattern.compile("^(([a-z])+.)+[A-Z]([a-z])+$");
    // ok: regex-dos
    private static final Pattern HOST = Pattern.compile("^(\\w+\\.)+[a-z]+$");

    int code() {
        // ruleid: weak-random
        int code = ThreadLocalRandom.current().nextInt(100000, 999999);
        return code;
    }

    int strongCode(SecureRandom random) {
        // ok: weak-random
        int code = random.nextInt(900000) + 100000;
        return code;
    }
}

class Reports {
    void write(String text, String user, char[] password) throws IOException {
        File file = new File(System.getProperty("java.io.tmpdir"), "report.txt");
        // ruleid: insecure-tempfile
        Files.writeString(file.toPath(), text);
        // ruleid: data-exposure
        System.out.println("created " + user + " password=" + new String(password));
        // ok: data-exposure
        System.out.println("created " + user);
    }
}

class Routes {
    void routes(io.javalin.Javalin app, com.jcraft.jsch.Session session) {
        app.get("/hello", handler -> {
            // ruleid: xss
            handler.html("<p>" + handler.queryParam("name") + "</p>");
        });
        // ruleid: tls-verification
        session.setConfig("StrictHostKeyChecking", "no");
        // ok: tls-verification
        session.setConfig("StrictHostKeyChecking", "yes");
    }

    void image(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // ruleid: path-traversal
        byte[] bytes = Files.readAllBytes(Paths.get("images/" + request.getParameter("name")));
        // ok: xss
        response.getOutputStream().write(bytes);
    }
}

class Criteria {
    List<Item> find(EntityManager em, HttpServletRequest request) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<Item> query = builder.createQuery(Item.class);
        Root<Item> root = query.from(Item.class);
        // ok: sql-injection
        return em.createQuery(query.where(builder.equal(root.get("name"), request.getParameter("name")))).getResultList();
    }
}
