class Store {
    void find(MongoCollection<Document> users, String name) {
        // ruleid: nosql-injection
        users.find(Document.parse("{name: '" + name + "'}"));
        // ruleid: nosql-injection
        users.find(new BasicDBObject("$where", "this.name == '" + name + "'"));
        // ok: nosql-injection
        users.find(Filters.eq("name", name));
        // ok: nosql-injection
        users.find(Document.parse("{name: 'fixed'}"));
    }
}

class Whole {
    void find(MongoCollection<Document> users, HttpServletRequest request, String stored) {
        // ruleid: nosql-injection
        users.find(Document.parse(request.getParameter("query")));
        // ok: nosql-injection
        users.find(Document.parse(stored));
    }

    void command(MongoTemplate mongo, String name) {
        // ruleid: nosql-injection
        mongo.executeCommand("{find: 'users', filter: {name: '" + name + "'}}");
        // ok: nosql-injection
        mongo.executeCommand("{ping: 1}");
    }
}

class Graph {
    void cypher(HttpServletRequest request, org.neo4j.driver.Driver driver, CosmosContainer container) {
        String name = request.getParameter("name");
        try (org.neo4j.driver.Session session = driver.session()) {
            // ruleid: nosql-injection
            session.run("MATCH (n:User {name: '" + name + "'}) RETURN n");
            // ok: nosql-injection
            session.run("MATCH (n:User {name: $name}) RETURN n", Map.of("name", name));
        }
        // ruleid: nosql-injection
        container.queryItems("SELECT * FROM c WHERE c.name = '" + name + "'", options, Item.class);
        // ok: nosql-injection
        container.queryItems("SELECT * FROM c", options, Item.class);
    }
}

class OtherDatabases {
    void ask(Cluster cluster, QueryApi influx, QueryParser parser, RedisCommands<String, String> redis, @RequestParam String name) throws Exception {
        // ruleid: nosql-injection
        cluster.query("SELECT * FROM items WHERE name = '" + name + "'");
        // ok: nosql-injection
        cluster.query("SELECT * FROM items WHERE name = $1", QueryOptions.queryOptions());
        // ruleid: nosql-injection
        influx.query("from(bucket: \"b\") |> filter(fn: (r) => r.name == \"" + name + "\")");
        // ruleid: nosql-injection
        parser.parse("owner:me AND title:" + name);
        // ok: nosql-injection
        parser.parse("owner:me AND title:" + QueryParser.escape(name));
        // ruleid: nosql-injection
        redis.eval("return redis.call('get', '" + name + "')", ScriptOutputType.VALUE);
        // ok: nosql-injection
        redis.eval("return redis.call('get', KEYS[1])", ScriptOutputType.VALUE, new String[] {"a"});
        // ruleid: nosql-injection
        container.queryItems(new SqlQuerySpec("SELECT * FROM c WHERE c.name = '" + name + "'"), options, Item.class);
        // ok: nosql-injection
        container.queryItems(new SqlQuerySpec("SELECT * FROM c WHERE c.name = @n", List.of(new SqlParameter("@n", name))), options, Item.class);
    }

    void updates(HttpServletRequest request, MongoTemplate template, MongoCollection<Document> users) {
        // ruleid: nosql-injection
        template.updateFirst(new Query(), new BasicUpdate(request.getParameter("update")), User.class);
        // ruleid: nosql-injection
        users.updateOne(Document.parse(request.getParameter("filter")), new Document("$set", new Document("seen", 1)));
        // ruleid: nosql-injection
        users.mapReduce("function() { emit(this." + request.getParameter("field") + ", 1) }", "function(k, v) { return v.length }");
        // ok: nosql-injection
        users.updateOne(Filters.eq("name", request.getParameter("name")), new Document("$set", new Document("seen", 1)));
        // ok: nosql-injection
        template.updateFirst(new Query(), Update.update("name", request.getParameter("name")), User.class);
    }
}
