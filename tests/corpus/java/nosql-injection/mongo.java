package shop.store;

import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import javax.servlet.http.HttpServletRequest;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

class Store {
    void find(HttpServletRequest request, MongoCollection<Document> users) {
        String name = request.getParameter("name");
        BasicDBObject query = new BasicDBObject();
        // ruleid: nosql-injection
        query.put("$where", "this.name == '" + name + "'");
        // ruleid: nosql-injection
        users.find(Document.parse("{name: '" + name + "'}"));
        // ruleid: nosql-injection
        users.find(BasicDBObject.parse("{name: '" + name + "'}"));
        // ruleid: nosql-injection
        new BasicQuery("{name: '" + name + "'}");
        // ruleid: nosql-injection
        users.find(Filters.where("this.name == '" + name + "'"));
        // ok: nosql-injection
        users.find(Filters.eq("name", name));
        // ok: nosql-injection
        new Query(Criteria.where("name").is(name));
        // ok: nosql-injection
        users.find(new Document("name", name));
        // ok: nosql-injection
        users.find(Document.parse("{name: 'fixed'}"));
    }
}
