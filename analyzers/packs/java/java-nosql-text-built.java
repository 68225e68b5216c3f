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
