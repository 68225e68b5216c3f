import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@RestController
class NosqlInjectionFromRequest {
    private MongoTemplate template;
    private MongoCollection<Document> users;

    @GetMapping("/users")
    List<User> byText(@RequestParam String name) {
        // ruleid: nosql-injection-from-request
        return template.find(new BasicQuery("{ name: '" + name + "' }"), User.class);
    }

    @GetMapping("/users/formatted")
    List<User> byFormat(@RequestParam String name) {
        // ruleid: nosql-injection-from-request
        BasicQuery query = new BasicQuery(String.format("{ name: '%s' }", name));
        return template.find(query, User.class);
    }

    @PostMapping("/users/search")
    Document byBody(@RequestBody String body) {
        // ruleid: nosql-injection-from-request
        Document filter = Document.parse(body);
        return users.find(filter).first();
    }

    @GetMapping("/users/code")
    Document byCode(@RequestParam String name) {
        // ruleid: nosql-injection-from-request
        return users.find(Filters.where("this.name == '" + name + "'")).first();
    }

    @GetMapping("/users/command")
    Document byCommand(@RequestParam String name) {
        // ruleid: nosql-injection-from-request
        return template.executeCommand("{ find: 'users', filter: { name: '" + name + "' } }");
    }

    @GetMapping("/users/values")
    List<User> byValue(@RequestParam String name, @RequestParam int age) {
        // ok: nosql-injection-from-request
        users.find(Filters.eq("name", name)).first();
        // ok: nosql-injection-from-request
        users.find(new Document("name", name)).first();
        // ok: nosql-injection-from-request
        template.find(new BasicQuery("{ age: " + age + " }"), User.class);
        // ok: nosql-injection-from-request
        return template.find(Query.query(Criteria.where("name").is(name)), User.class);
    }

    @PostMapping("/users")
    void kept(@RequestBody String body) {
        // ok: nosql-injection-from-request
        users.insertOne(Document.parse(body));
    }

    Document helper(String text) {
        // ok: nosql-injection-from-request
        return Document.parse(text);
    }
}
