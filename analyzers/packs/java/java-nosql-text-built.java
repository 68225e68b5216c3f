class Store {
    void find(MongoCollection<Document> users, String name) {
        // ruleid: java-nosql-text-built
        users.find(Document.parse("{name: '" + name + "'}"));
        // ruleid: java-nosql-text-built
        users.find(new BasicDBObject("$where", "this.name == '" + name + "'"));
        // ok: java-nosql-text-built
        users.find(Filters.eq("name", name));
        // ok: java-nosql-text-built
        users.find(Document.parse("{name: 'fixed'}"));
    }
}

class Whole {
    void find(MongoCollection<Document> users, HttpServletRequest request, String stored) {
        // ruleid: java-nosql-text-built
        users.find(Document.parse(request.getParameter("query")));
        // ok: java-nosql-text-built
        users.find(Document.parse(stored));
    }

    void command(MongoTemplate mongo, String name) {
        // ruleid: java-nosql-text-built
        mongo.executeCommand("{find: 'users', filter: {name: '" + name + "'}}");
        // ok: java-nosql-text-built
        mongo.executeCommand("{ping: 1}");
    }
}

class Graph {
    void cypher(HttpServletRequest request, org.neo4j.driver.Driver driver, CosmosContainer container) {
        String name = request.getParameter("name");
        try (org.neo4j.driver.Session session = driver.session()) {
            // ruleid: java-nosql-text-built
            session.run("MATCH (n:User {name: '" + name + "'}) RETURN n");
            // ok: java-nosql-text-built
            session.run("MATCH (n:User {name: $name}) RETURN n", Map.of("name", name));
        }
        // ruleid: java-nosql-text-built
        container.queryItems("SELECT * FROM c WHERE c.name = '" + name + "'", options, Item.class);
        // ok: java-nosql-text-built
        container.queryItems("SELECT * FROM c", options, Item.class);
    }
}

class OtherDatabases {
    void ask(Cluster cluster, QueryApi influx, QueryParser parser, RedisCommands<String, String> redis, @RequestParam String name) throws Exception {
        // ruleid: java-nosql-text-built
        cluster.query("SELECT * FROM items WHERE name = '" + name + "'");
        // ok: java-nosql-text-built
        cluster.query("SELECT * FROM items WHERE name = $1", QueryOptions.queryOptions());
        // ruleid: java-nosql-text-built
        influx.query("from(bucket: \"b\") |> filter(fn: (r) => r.name == \"" + name + "\")");
        // ruleid: java-nosql-text-built
        parser.parse("owner:me AND title:" + name);
        // ok: java-nosql-text-built
        parser.parse("owner:me AND title:" + QueryParser.escape(name));
        // ruleid: java-nosql-text-built
        redis.eval("return redis.call('get', '" + name + "')", ScriptOutputType.VALUE);
        // ok: java-nosql-text-built
        redis.eval("return redis.call('get', KEYS[1])", ScriptOutputType.VALUE, new String[] {"a"});
        // ruleid: java-nosql-text-built
        container.queryItems(new SqlQuerySpec("SELECT * FROM c WHERE c.name = '" + name + "'"), options, Item.class);
        // ok: java-nosql-text-built
        container.queryItems(new SqlQuerySpec("SELECT * FROM c WHERE c.name = @n", List.of(new SqlParameter("@n", name))), options, Item.class);
    }
}
