package example

import (
	"encoding/json"
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
)

func find(users Collection, r *http.Request) {
	// ruleid: go-nosql-injection
	users.FindOne(r.Context(), bson.M{"$where": "this.name == '" + r.FormValue("name") + "'"})
	// ok: go-nosql-injection
	users.FindOne(r.Context(), bson.M{"name": r.FormValue("name")})
	var filter bson.M
	json.NewDecoder(r.Body).Decode(&filter)
	// ruleid: go-nosql-injection
	users.FindOne(r.Context(), filter)
}
