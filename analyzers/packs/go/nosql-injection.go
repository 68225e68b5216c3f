package example

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/elastic/go-elasticsearch/v8"
	"github.com/gomodule/redigo/redis"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/olivere/elastic/v7"
	"go.mongodb.org/mongo-driver/bson"
)

func find(users Collection, r *http.Request) {
	// ruleid: nosql-injection
	users.FindOne(r.Context(), bson.M{"$where": "this.name == '" + r.FormValue("name") + "'"})
	// ok: nosql-injection
	users.FindOne(r.Context(), bson.M{"name": r.FormValue("name")})
	var filter bson.M
	json.NewDecoder(r.Body).Decode(&filter)
	// ruleid: nosql-injection
	users.FindOne(r.Context(), filter)
}

func updates(ctx context.Context, r *http.Request) {
	update := bson.M{}
	json.NewDecoder(r.Body).Decode(&update)
	// ruleid: nosql-injection
	collection.UpdateOne(ctx, bson.M{"_id": 1}, update)
	var body map[string]interface{}
	json.NewDecoder(r.Body).Decode(&body)
	// ruleid: nosql-injection
	collection.FindOne(ctx, bson.M{"name": body["name"], "password": body["password"]})
	var form struct{ Name string }
	json.NewDecoder(r.Body).Decode(&form)
	// ok: nosql-injection
	collection.FindOne(ctx, bson.M{"name": form.Name})
	var filter bson.M
	// ruleid: nosql-injection
	bson.UnmarshalExtJSON([]byte(`{"name": "`+r.FormValue("name")+`"}`), true, &filter)
}

func graph(ctx context.Context, session neo4j.SessionWithContext, r *http.Request) {
	// ruleid: nosql-injection
	session.Run(ctx, "MATCH (n:User {name: '"+r.FormValue("name")+"'}) RETURN n", nil)
	// ok: nosql-injection
	session.Run(ctx, "MATCH (n:User {name: $name}) RETURN n", map[string]any{"name": r.FormValue("name")})
}

func searches(es *elasticsearch.Client, r *http.Request) {
	body := fmt.Sprintf(`{"query": {"match": {"title": "%s"}}}`, r.FormValue("q"))
	// ruleid: nosql-injection
	es.Search(es.Search.WithIndex("books"), es.Search.WithBody(strings.NewReader(body)))
	safe, _ := json.Marshal(map[string]any{"query": map[string]any{"match": map[string]any{"title": r.FormValue("q")}}})
	// ok: nosql-injection
	es.Search(es.Search.WithIndex("books"), es.Search.WithBody(strings.NewReader(string(safe))))
	// ruleid: nosql-injection
	elastic.NewRawStringQuery(`{"match": {"title": "` + r.FormValue("q") + `"}}`)
}

func scripts(conn redis.Conn, r *http.Request) {
	// ruleid: nosql-injection
	conn.Do("EVAL", "return "+r.FormValue("expression"), 0)
	// ok: nosql-injection
	conn.Do("EVAL", "return redis.call('get', KEYS[1])", 1, r.FormValue("key"))
	// ok: nosql-injection
	conn.Do("GET", r.FormValue("key"))
}
