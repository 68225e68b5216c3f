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
