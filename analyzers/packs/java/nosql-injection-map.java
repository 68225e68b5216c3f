import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Map;
import org.bson.Document;

class Logins {
    MongoCollection<Document> users;

    @PostMapping("/login")
    Object login(@RequestBody Map<String, Object> body) {
        // ruleid: nosql-injection-map
        users.find(new Document("password", body.get("password")));
        // ruleid: nosql-injection-map
        users.find(Filters.eq("name", body.get("name")));
        // ruleid: nosql-injection-map
        mongo.find(Query.query(Criteria.where("name").is(body.get("mail"))), User.class);
        // ok: nosql-injection-map
        users.find(new Document("name", (String) body.get("name")));
        // ok: nosql-injection-map
        return users.find(new Document("name", String.valueOf(body.get("other"))));
    }

    @PostMapping("/whole")
    Object whole(@RequestBody Map<String, Object> body) {
        // ruleid: nosql-injection-map
        return users.find(new Document(body));
    }

    @PostMapping("/texts")
    Object texts(@RequestBody Map<String, String> body) {
        // ok: nosql-injection-map
        return users.find(new Document("name", body.get("name")));
    }
}
