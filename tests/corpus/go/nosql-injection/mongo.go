package mongo

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	"gopkg.in/mgo.v2"
	oldbson "gopkg.in/mgo.v2/bson"
)

func FindText(ctx context.Context, users *mongo.Collection, r *http.Request) error {
	var filter bson.M
	text := fmt.Sprintf(`{"name": "%s"}`, r.FormValue("name"))
	if err := json.Unmarshal([]byte(text), &filter); err != nil {
		return err
	}
	// ruleid: nosql-injection
	return users.FindOne(ctx, filter).Err()
}

func FindValue(ctx context.Context, users *mongo.Collection, r *http.Request) error {
	// ok: nosql-injection
	return users.FindOne(ctx, bson.M{"name": r.FormValue("name")}).Err()
}

func FindOrdered(ctx context.Context, users *mongo.Collection, r *http.Request) error {
	// ok: nosql-injection
	return users.FindOne(ctx, bson.D{{Key: "name", Value: r.FormValue("name")}}).Err()
}

func Where(ctx context.Context, users *mongo.Collection, r *http.Request) error {
	// ruleid: nosql-injection
	return users.FindOne(ctx, bson.M{"$where": "this.name == '" + r.FormValue("name") + "'"}).Err()
}

func WhereConstant(ctx context.Context, users *mongo.Collection) error {
	// ok: nosql-injection
	return users.FindOne(ctx, bson.M{"$where": "this.a > this.b"}).Err()
}

func Body(c *gin.Context, users *mongo.Collection) {
	var filter bson.M
	if err := c.BindJSON(&filter); err != nil {
		return
	}
	// ruleid: nosql-injection
	users.Find(c, filter)
}

func BodyStruct(c *gin.Context, users *mongo.Collection) {
	var input struct{ Name string }
	if err := c.BindJSON(&input); err != nil {
		return
	}
	// ok: nosql-injection
	users.Find(c, bson.M{"name": input.Name})
}

func Extended(ctx context.Context, users *mongo.Collection, r *http.Request) error {
	var filter bson.D
	if err := bson.UnmarshalExtJSON([]byte(r.FormValue("filter")), true, &filter); err != nil {
		return err
	}
	// ruleid: nosql-injection
	_, err := users.DeleteMany(ctx, filter)
	return err
}

func Mgo(users *mgo.Collection, r *http.Request) *mgo.Query {
	// ruleid: nosql-injection
	return users.Find(oldbson.M{"$where": fmt.Sprintf("this.age > %s", r.FormValue("age"))})
}

func Key(ctx context.Context, users *mongo.Collection, r *http.Request) error {
	// ruleid: nosql-injection
	return users.FindOne(ctx, bson.M{r.FormValue("field"): 1}).Err()
}
