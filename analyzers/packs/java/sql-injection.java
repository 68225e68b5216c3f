import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.servlet.http.HttpServletRequest;

class Orders {
    void find(HttpServletRequest request, Connection connection) throws Exception {
        String name = request.getParameter("name");
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders WHERE name = '" + name + "'");
        String sql = String.format("DELETE FROM orders WHERE name = '%s'", name);
        // ruleid: sql-injection
        connection.createStatement().execute(sql);
        // ok: sql-injection
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM orders WHERE name = ?");
        statement.setString(1, name);
        int id = Integer.parseInt(request.getParameter("id"));
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT * FROM orders WHERE id = " + id);
    }

    @GetMapping("/orders")
    Object list(@RequestParam String name, @RequestParam int page) {
        // ruleid: sql-injection
        jdbcTemplate.queryForList("SELECT * FROM orders WHERE name = '" + name + "'");
        // ok: sql-injection
        return jdbcTemplate.queryForList("SELECT * FROM orders LIMIT " + page);
    }

    void parts(@RequestParam String column, DSLContext dsl) {
        // ruleid: sql-injection
        dsl.select().from("items").orderBy(DSL.field(column)).fetch();
        // ruleid: sql-injection
        new SQL().SELECT("*").FROM("items").ORDER_BY(column);
        // ok: sql-injection
        dsl.select().from("items").orderBy(DSL.field("name")).fetch();
    }
}

class FindAction extends ActionSupport {
    private String name;
    private int page;
    private String order = "id";

    public void setName(String value) {
        this.name = value;
    }

    public void setPage(int value) {
        page = value;
    }

    public String execute() throws SQLException {
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT id FROM items WHERE name = '" + name + "'");
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT id FROM items LIMIT " + page);
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT id FROM items ORDER BY " + order);
        return SUCCESS;
    }

    @Tool("Run a query")
    String tool(String name) throws SQLException {
        // ruleid: sql-injection
        return connection.createStatement().executeQuery("SELECT id FROM items WHERE name = '" + name + "'").toString();
    }

    void asked(ChatClient client, ChatModel model, String question) throws SQLException {
        String query = client.prompt().user(question).call().content();
        // ruleid: sql-injection
        connection.createStatement().executeQuery(query);
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT id FROM items WHERE name = '" + model.chat(question) + "'");
        PreparedStatement insert = connection.prepareStatement("INSERT INTO answers (text) VALUES (?)");
        insert.setString(1, query);
        // ok: sql-injection
        insert.executeUpdate();
    }

    @GetMapping("/orders")
    void kinds(@RequestParam OrderStatus status, @RequestParam String name, @RequestBody OrderSearch search) throws SQLException {
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT id FROM items WHERE status = '" + status.name() + "'");
        // ok: sql-injection
        connection.createStatement().executeQuery("SELECT id FROM items WHERE open = " + search.isOpen());
        // ruleid: sql-injection
        connection.createStatement().executeQuery("SELECT id FROM items WHERE name = '" + search.getName() + "'");
    }

    void cassandra(CqlSession session, @RequestParam String name) {
        // ruleid: sql-injection
        session.execute(SimpleStatement.newInstance("SELECT * FROM k.items WHERE name = '" + name + "'"));
        // ok: sql-injection
        session.execute(SimpleStatement.newInstance("SELECT * FROM k.items WHERE name = ?", name));
        // ok: sql-injection
        session.execute(SimpleStatement.builder("SELECT * FROM k.items WHERE name = ?").addPositionalValue(name).build());
        PreparedStatement prepared = session.prepare("SELECT * FROM k.items WHERE name = ?");
        // ok: sql-injection
        session.execute(prepared.bind(name));
    }

    Object criteria(EntityManager em, HttpServletRequest request) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<Item> query = builder.createQuery(Item.class);
        Root<Item> root = query.from(Item.class);
        // ok: sql-injection
        em.createQuery(query.where(builder.equal(root.get("name"), request.getParameter("name"))));
        // ruleid: sql-injection
        return em.createQuery("from Item where name = '" + request.getParameter("name") + "'");
    }
}

class OtherServers extends AllDirectives implements HttpHandler {
    private Connection connection;

    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        // ruleid: sql-injection
        connection.createStatement().execute("INSERT INTO visits VALUES ('" + agent + "')");
    }

    void helidon(ServerRequest req) throws Exception {
        // ruleid: sql-injection
        connection.createStatement().execute("DELETE FROM items WHERE id = '" + req.path().pathParameters().get("id") + "'");
        // ok: sql-injection
        connection.createStatement().execute("DELETE FROM items WHERE id = " + Long.parseLong(req.query().get("id")));
    }

    Route akka() {
        return parameter("name", name -> {
            // ruleid: sql-injection
            jdbcTemplate.queryForList("SELECT * FROM items WHERE name = '" + name + "'");
            return complete("done");
        });
    }

    @Get("/items/{name}")
    Object armeria(@Param("name") String name, @Param("page") int page) {
        // ruleid: sql-injection
        jdbcTemplate.queryForList("SELECT * FROM items WHERE name = '" + name + "'");
        // ok: sql-injection
        return jdbcTemplate.queryForList("SELECT * FROM items LIMIT " + page);
    }

    public void find(ItemRequest request, StreamObserver<Item> observer) {
        // ruleid: sql-injection
        jdbcTemplate.queryForList("SELECT * FROM items WHERE name = '" + request.getName() + "'");
        // ok: sql-injection
        jdbcTemplate.queryForList("SELECT * FROM items WHERE name = ?", request.getName());
    }

    public void process(Exchange exchange) throws Exception {
        // ruleid: sql-injection
        jdbcTemplate.queryForList("SELECT * FROM items WHERE name = '" + exchange.getIn().getHeader("name", String.class) + "'");
        // ok: sql-injection
        jdbcTemplate.queryForList("SELECT * FROM items LIMIT " + exchange.getIn().getHeader("page", Integer.class));
    }
}

class OtherDatabases {
    void ask(SparkSession spark, TableEnvironment env, BigQuery bigquery, IgniteCache<Long, Item> cache, @RequestParam String name) {
        // ruleid: sql-injection
        spark.sql("SELECT * FROM items WHERE name = '" + name + "'");
        // ok: sql-injection
        spark.sql("SELECT * FROM items WHERE name = 'x'");
        // ruleid: sql-injection
        env.executeSql("INSERT INTO found SELECT * FROM items WHERE name = '" + name + "'");
        // ruleid: sql-injection
        bigquery.query(QueryJobConfiguration.newBuilder("SELECT * FROM items WHERE name = '" + name + "'").build());
        // ok: sql-injection
        bigquery.query(QueryJobConfiguration.newBuilder("SELECT * FROM items WHERE name = @n").addNamedParameter("n", QueryParameterValue.string(name)).build());
        // ruleid: sql-injection
        cache.query(new SqlFieldsQuery("SELECT * FROM items WHERE name = '" + name + "'"));
        // ok: sql-injection
        cache.query(new SqlFieldsQuery("SELECT * FROM items WHERE name = ?").setArgs(name));
        // ruleid: sql-injection
        DB.sqlUpdate("DELETE FROM items WHERE name = '" + name + "'").execute();
        // ruleid: sql-injection
        Base.exec("DELETE FROM items WHERE name = '" + name + "'");
        // ok: sql-injection
        Base.exec("DELETE FROM items WHERE name = ?", name);
    }

    void wrapped(QueryWrapper<Item> wrapper, @RequestParam String name) {
        // ruleid: sql-injection
        wrapper.last("ORDER BY " + name);
        // ok: sql-injection
        wrapper.eq("name", name);
    }
}

class Room extends Activity {
    void find(RoomDatabase room) {
        String name = getIntent().getStringExtra("name");
        // ruleid: sql-injection
        room.query(new SimpleSQLiteQuery("SELECT * FROM items WHERE name = '" + name + "'"));
        // ok: sql-injection
        room.query(new SimpleSQLiteQuery("SELECT * FROM items WHERE name = ?", new Object[] {name}));
    }
}

class OthersStores {
    void stores(HttpServletRequest request, Jdbi jdbi, AthenaClient athena, RdsDataClient rds, HazelcastInstance grid) {
        String name = request.getParameter("name");
        // ruleid: sql-injection
        Db.findFirst("SELECT * FROM blog WHERE title = '" + name + "'");
        // ok: sql-injection
        Db.findFirst("SELECT * FROM blog WHERE title = ?", name);
        // ruleid: sql-injection
        Person.where("name = '" + name + "'");
        // ok: sql-injection
        Person.where("name = ?", name);
        // ruleid: sql-injection
        grid.getSql().execute("SELECT * FROM people WHERE name = '" + name + "'");
        // ok: sql-injection
        grid.getSql().execute("SELECT * FROM people WHERE name = ?", name);
        // ruleid: sql-injection
        athena.startQueryExecution(b -> b.queryString("SELECT * FROM logs WHERE who = '" + name + "'"));
        // ok: sql-injection
        athena.startQueryExecution(b -> b.queryString("SELECT * FROM logs WHERE who = ?").executionParameters(name));
        // ruleid: sql-injection
        rds.executeStatement(b -> b.resourceArn("a").sql("SELECT * FROM people WHERE name = '" + name + "'"));
        // ruleid: sql-injection
        jdbi.withHandle(handle -> handle.select("SELECT * FROM people WHERE name = '" + name + "'").mapToMap().list());
        // ok: sql-injection
        jdbi.withHandle(handle -> handle.select("SELECT * FROM people WHERE name = ?", name).mapToMap().list());
    }

    void numbers(HttpServletRequest request, Statement statement) throws SQLException {
        String ids = Stream.of(request.getParameterValues("id")).map(Long::parseLong).map(String::valueOf).collect(joining(","));
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM people WHERE id IN (" + ids + ")");
        String texts = Stream.of(request.getParameterValues("id")).map(String::trim).collect(joining(","));
        // ruleid: sql-injection
        statement.executeQuery("SELECT * FROM people WHERE id IN (" + texts + ")");
        // ruleid: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE a = " + Stream.of("a").map(request::getParameter).findFirst().get());
    }

    @FunctionName("item")
    void function(HttpRequestMessage<Optional<String>> message, Statement statement) throws SQLException {
        // ruleid: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE a = '" + message.getBody().orElse("") + "'");
    }
}

class Copies {
    void copies(HttpServletRequest request, Statement statement) throws SQLException {
        int count = request.getParameterValues("id").length;
        // ok: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE a IN (" + String.join(",", Collections.nCopies(count, "?")) + ")");
        // ruleid: sql-injection
        statement.executeQuery("SELECT * FROM t WHERE a IN (" + String.join(",", Collections.nCopies(2, request.getParameter("a"))) + ")");
    }
}

@Validated
@RestController
class CheckedParameters {
    @GetMapping("/one")
    Object one(@RequestParam @Pattern(regexp = "[0-9]{1,8}") String number, @RequestParam String name) {
        // ok: sql-injection
        jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
        // ruleid: sql-injection
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE name = '" + name + "'");
    }

    @GetMapping("/two")
    Object two(@Pattern(regexp = "^\\d+$", message = "number") @RequestParam("number") String number) {
        // ok: sql-injection
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
    }

    @GetMapping("/three")
    Object three(@RequestParam @Pattern(regexp = "[0-9]+.*") String number) {
        // ruleid: sql-injection
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
    }

    @GetMapping("/four")
    Object four(@RequestParam @Size(max = 8) String number) {
        // ruleid: sql-injection
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
    }
}

@RestController
class Unchecked {
    @GetMapping("/five")
    Object five(@RequestParam @Pattern(regexp = "[0-9]+") String number) {
        // ruleid: sql-injection
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
    }

    void fetch(HttpServletRequest request) throws Exception {
        HttpGet get = new HttpGet("https://example.com/?q=" + request.getParameter("q"));
        try (CloseableHttpClient client = HttpClients.createDefault()) {
            // ok: sql-injection
            client.execute(get);
        }
    }

    void through(NamedParameterJdbcTemplate named, HttpServletRequest request) {
        // ruleid: sql-injection
        named.getJdbcTemplate().update("UPDATE users SET name = '" + request.getParameter("name") + "'");
        // ok: sql-injection
        named.getJdbcTemplate().update("UPDATE users SET name = ?", request.getParameter("name"));
    }

    @GetMapping("/spring")
    void spring(@RequestParam String name, @RequestParam String other, DataSource source) {
        // ruleid: sql-injection
        new SqlUpdate(source, "DELETE FROM orders WHERE name = '" + name + "'").update();
        // ruleid: sql-injection
        new CallableStatementCreatorFactory("{call drop_" + other + "}");
        // ok: sql-injection
        new SqlUpdate(source, "DELETE FROM orders WHERE name = ?").update(name);
    }
}

class Batches {
    void add(HttpServletRequest request, Handle handle, SqlRunner runner, SQLConnection vertx) throws Exception {
        String name = request.getParameter("name");
        // ruleid: sql-injection
        handle.createBatch().add("DELETE FROM orders WHERE name = '" + name + "'");
        // ruleid: sql-injection
        handle.prepareBatch("INSERT INTO orders VALUES ('" + name + "')");
        // ok: sql-injection
        handle.prepareBatch("INSERT INTO orders VALUES (:name)").bind("name", name);
        // ruleid: sql-injection
        runner.selectAll("SELECT * FROM orders WHERE name = '" + name + "'");
        // ok: sql-injection
        runner.selectAll("SELECT * FROM orders WHERE name = ?", name);
        // ruleid: sql-injection
        vertx.queryWithParams("SELECT * FROM orders WHERE name = '" + name + "'", null, done -> {});
        // ok: sql-injection
        vertx.queryWithParams("SELECT * FROM orders WHERE name = ?", new JsonArray().add(name), done -> {});
    }
}
