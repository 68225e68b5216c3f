import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.servlet.http.HttpServletRequest;

class Orders {
    void find(HttpServletRequest request, Connection connection) throws Exception {
        String name = request.getParameter("name");
        // ruleid: java-sql-request-value
        connection.createStatement().executeQuery("SELECT * FROM orders WHERE name = '" + name + "'");
        String sql = String.format("DELETE FROM orders WHERE name = '%s'", name);
        // ruleid: java-sql-request-value
        connection.createStatement().execute(sql);
        // ok: java-sql-request-value
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM orders WHERE name = ?");
        statement.setString(1, name);
        int id = Integer.parseInt(request.getParameter("id"));
        // ok: java-sql-request-value
        connection.createStatement().executeQuery("SELECT * FROM orders WHERE id = " + id);
    }

    @GetMapping("/orders")
    Object list(@RequestParam String name, @RequestParam int page) {
        // ruleid: java-sql-request-value
        jdbcTemplate.queryForList("SELECT * FROM orders WHERE name = '" + name + "'");
        // ok: java-sql-request-value
        return jdbcTemplate.queryForList("SELECT * FROM orders LIMIT " + page);
    }

    void parts(@RequestParam String column, DSLContext dsl) {
        // ruleid: java-sql-request-value
        dsl.select().from("items").orderBy(DSL.field(column)).fetch();
        // ruleid: java-sql-request-value
        new SQL().SELECT("*").FROM("items").ORDER_BY(column);
        // ok: java-sql-request-value
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
        // ruleid: java-sql-request-value
        connection.createStatement().executeQuery("SELECT id FROM items WHERE name = '" + name + "'");
        // ok: java-sql-request-value
        connection.createStatement().executeQuery("SELECT id FROM items LIMIT " + page);
        // ok: java-sql-request-value
        connection.createStatement().executeQuery("SELECT id FROM items ORDER BY " + order);
        return SUCCESS;
    }

    @Tool("Run a query")
    String tool(String name) throws SQLException {
        // ruleid: java-sql-request-value
        return connection.createStatement().executeQuery("SELECT id FROM items WHERE name = '" + name + "'").toString();
    }

    void asked(ChatClient client, ChatModel model, String question) throws SQLException {
        String query = client.prompt().user(question).call().content();
        // ruleid: java-sql-request-value
        connection.createStatement().executeQuery(query);
        // ruleid: java-sql-request-value
        connection.createStatement().executeQuery("SELECT id FROM items WHERE name = '" + model.chat(question) + "'");
        PreparedStatement insert = connection.prepareStatement("INSERT INTO answers (text) VALUES (?)");
        insert.setString(1, query);
        // ok: java-sql-request-value
        insert.executeUpdate();
    }

    @GetMapping("/orders")
    void kinds(@RequestParam OrderStatus status, @RequestParam String name, @RequestBody OrderSearch search) throws SQLException {
        // ok: java-sql-request-value
        connection.createStatement().executeQuery("SELECT id FROM items WHERE status = '" + status.name() + "'");
        // ok: java-sql-request-value
        connection.createStatement().executeQuery("SELECT id FROM items WHERE open = " + search.isOpen());
        // ruleid: java-sql-request-value
        connection.createStatement().executeQuery("SELECT id FROM items WHERE name = '" + search.getName() + "'");
    }

    void cassandra(CqlSession session, @RequestParam String name) {
        // ruleid: java-sql-request-value
        session.execute(SimpleStatement.newInstance("SELECT * FROM k.items WHERE name = '" + name + "'"));
        // ok: java-sql-request-value
        session.execute(SimpleStatement.newInstance("SELECT * FROM k.items WHERE name = ?", name));
        // ok: java-sql-request-value
        session.execute(SimpleStatement.builder("SELECT * FROM k.items WHERE name = ?").addPositionalValue(name).build());
        PreparedStatement prepared = session.prepare("SELECT * FROM k.items WHERE name = ?");
        // ok: java-sql-request-value
        session.execute(prepared.bind(name));
    }

    Object criteria(EntityManager em, HttpServletRequest request) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<Item> query = builder.createQuery(Item.class);
        Root<Item> root = query.from(Item.class);
        // ok: java-sql-request-value
        em.createQuery(query.where(builder.equal(root.get("name"), request.getParameter("name"))));
        // ruleid: java-sql-request-value
        return em.createQuery("from Item where name = '" + request.getParameter("name") + "'");
    }
}

class OtherServers extends AllDirectives implements HttpHandler {
    private Connection connection;

    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        // ruleid: java-sql-request-value
        connection.createStatement().execute("INSERT INTO visits VALUES ('" + agent + "')");
    }

    void helidon(ServerRequest req) throws Exception {
        // ruleid: java-sql-request-value
        connection.createStatement().execute("DELETE FROM items WHERE id = '" + req.path().pathParameters().get("id") + "'");
        // ok: java-sql-request-value
        connection.createStatement().execute("DELETE FROM items WHERE id = " + Long.parseLong(req.query().get("id")));
    }

    Route akka() {
        return parameter("name", name -> {
            // ruleid: java-sql-request-value
            jdbcTemplate.queryForList("SELECT * FROM items WHERE name = '" + name + "'");
            return complete("done");
        });
    }

    @Get("/items/{name}")
    Object armeria(@Param("name") String name, @Param("page") int page) {
        // ruleid: java-sql-request-value
        jdbcTemplate.queryForList("SELECT * FROM items WHERE name = '" + name + "'");
        // ok: java-sql-request-value
        return jdbcTemplate.queryForList("SELECT * FROM items LIMIT " + page);
    }

    public void find(ItemRequest request, StreamObserver<Item> observer) {
        // ruleid: java-sql-request-value
        jdbcTemplate.queryForList("SELECT * FROM items WHERE name = '" + request.getName() + "'");
        // ok: java-sql-request-value
        jdbcTemplate.queryForList("SELECT * FROM items WHERE name = ?", request.getName());
    }

    public void process(Exchange exchange) throws Exception {
        // ruleid: java-sql-request-value
        jdbcTemplate.queryForList("SELECT * FROM items WHERE name = '" + exchange.getIn().getHeader("name", String.class) + "'");
        // ok: java-sql-request-value
        jdbcTemplate.queryForList("SELECT * FROM items LIMIT " + exchange.getIn().getHeader("page", Integer.class));
    }
}

class OtherDatabases {
    void ask(SparkSession spark, TableEnvironment env, BigQuery bigquery, IgniteCache<Long, Item> cache, @RequestParam String name) {
        // ruleid: java-sql-request-value
        spark.sql("SELECT * FROM items WHERE name = '" + name + "'");
        // ok: java-sql-request-value
        spark.sql("SELECT * FROM items WHERE name = 'x'");
        // ruleid: java-sql-request-value
        env.executeSql("INSERT INTO found SELECT * FROM items WHERE name = '" + name + "'");
        // ruleid: java-sql-request-value
        bigquery.query(QueryJobConfiguration.newBuilder("SELECT * FROM items WHERE name = '" + name + "'").build());
        // ok: java-sql-request-value
        bigquery.query(QueryJobConfiguration.newBuilder("SELECT * FROM items WHERE name = @n").addNamedParameter("n", QueryParameterValue.string(name)).build());
        // ruleid: java-sql-request-value
        cache.query(new SqlFieldsQuery("SELECT * FROM items WHERE name = '" + name + "'"));
        // ok: java-sql-request-value
        cache.query(new SqlFieldsQuery("SELECT * FROM items WHERE name = ?").setArgs(name));
        // ruleid: java-sql-request-value
        DB.sqlUpdate("DELETE FROM items WHERE name = '" + name + "'").execute();
        // ruleid: java-sql-request-value
        Base.exec("DELETE FROM items WHERE name = '" + name + "'");
        // ok: java-sql-request-value
        Base.exec("DELETE FROM items WHERE name = ?", name);
    }

    void wrapped(QueryWrapper<Item> wrapper, @RequestParam String name) {
        // ruleid: java-sql-request-value
        wrapper.last("ORDER BY " + name);
        // ok: java-sql-request-value
        wrapper.eq("name", name);
    }
}

class Room extends Activity {
    void find(RoomDatabase room) {
        String name = getIntent().getStringExtra("name");
        // ruleid: java-sql-request-value
        room.query(new SimpleSQLiteQuery("SELECT * FROM items WHERE name = '" + name + "'"));
        // ok: java-sql-request-value
        room.query(new SimpleSQLiteQuery("SELECT * FROM items WHERE name = ?", new Object[] {name}));
    }
}

class OthersStores {
    void stores(HttpServletRequest request, Jdbi jdbi, AthenaClient athena, RdsDataClient rds, HazelcastInstance grid) {
        String name = request.getParameter("name");
        // ruleid: java-sql-request-value
        Db.findFirst("SELECT * FROM blog WHERE title = '" + name + "'");
        // ok: java-sql-request-value
        Db.findFirst("SELECT * FROM blog WHERE title = ?", name);
        // ruleid: java-sql-request-value
        Person.where("name = '" + name + "'");
        // ok: java-sql-request-value
        Person.where("name = ?", name);
        // ruleid: java-sql-request-value
        grid.getSql().execute("SELECT * FROM people WHERE name = '" + name + "'");
        // ok: java-sql-request-value
        grid.getSql().execute("SELECT * FROM people WHERE name = ?", name);
        // ruleid: java-sql-request-value
        athena.startQueryExecution(b -> b.queryString("SELECT * FROM logs WHERE who = '" + name + "'"));
        // ok: java-sql-request-value
        athena.startQueryExecution(b -> b.queryString("SELECT * FROM logs WHERE who = ?").executionParameters(name));
        // ruleid: java-sql-request-value
        rds.executeStatement(b -> b.resourceArn("a").sql("SELECT * FROM people WHERE name = '" + name + "'"));
        // ruleid: java-sql-request-value
        jdbi.withHandle(handle -> handle.select("SELECT * FROM people WHERE name = '" + name + "'").mapToMap().list());
        // ok: java-sql-request-value
        jdbi.withHandle(handle -> handle.select("SELECT * FROM people WHERE name = ?", name).mapToMap().list());
    }

    void numbers(HttpServletRequest request, Statement statement) throws SQLException {
        String ids = Stream.of(request.getParameterValues("id")).map(Long::parseLong).map(String::valueOf).collect(joining(","));
        // ok: java-sql-request-value
        statement.executeQuery("SELECT * FROM people WHERE id IN (" + ids + ")");
        String texts = Stream.of(request.getParameterValues("id")).map(String::trim).collect(joining(","));
        // ruleid: java-sql-request-value
        statement.executeQuery("SELECT * FROM people WHERE id IN (" + texts + ")");
        // ruleid: java-sql-request-value
        statement.executeQuery("SELECT * FROM t WHERE a = " + Stream.of("a").map(request::getParameter).findFirst().get());
    }

    @FunctionName("item")
    void function(HttpRequestMessage<Optional<String>> message, Statement statement) throws SQLException {
        // ruleid: java-sql-request-value
        statement.executeQuery("SELECT * FROM t WHERE a = '" + message.getBody().orElse("") + "'");
    }
}

class Copies {
    void copies(HttpServletRequest request, Statement statement) throws SQLException {
        int count = request.getParameterValues("id").length;
        // ok: java-sql-request-value
        statement.executeQuery("SELECT * FROM t WHERE a IN (" + String.join(",", Collections.nCopies(count, "?")) + ")");
        // ruleid: java-sql-request-value
        statement.executeQuery("SELECT * FROM t WHERE a IN (" + String.join(",", Collections.nCopies(2, request.getParameter("a"))) + ")");
    }
}

@Validated
@RestController
class CheckedParameters {
    @GetMapping("/one")
    Object one(@RequestParam @Pattern(regexp = "[0-9]{1,8}") String number, @RequestParam String name) {
        // ok: java-sql-request-value
        jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
        // ruleid: java-sql-request-value
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE name = '" + name + "'");
    }

    @GetMapping("/two")
    Object two(@Pattern(regexp = "^\\d+$", message = "number") @RequestParam("number") String number) {
        // ok: java-sql-request-value
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
    }

    @GetMapping("/three")
    Object three(@RequestParam @Pattern(regexp = "[0-9]+.*") String number) {
        // ruleid: java-sql-request-value
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
    }

    @GetMapping("/four")
    Object four(@RequestParam @Size(max = 8) String number) {
        // ruleid: java-sql-request-value
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
    }
}

@RestController
class Unchecked {
    @GetMapping("/five")
    Object five(@RequestParam @Pattern(regexp = "[0-9]+") String number) {
        // ruleid: java-sql-request-value
        return jdbcTemplate.queryForList("SELECT * FROM orders WHERE number = " + number);
    }
}
