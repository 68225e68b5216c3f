package store

import (
	"context"
	"fmt"
	"strconv"

	sq "github.com/Masterminds/squirrel"
	"github.com/beego/beego/v2/client/orm"
	"github.com/gin-gonic/gin"
	"github.com/go-pg/pg/v10"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/labstack/echo/v4"
	"github.com/uptrace/bun"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/bson/primitive"
	"go.mongodb.org/mongo-driver/mongo"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"xorm.io/xorm"
)

type User struct {
	ID   uint
	Name string
}

func gormHandlers(db *gorm.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		var users []User
		name := c.Query("name")
		// ruleid: sql-injection
		db.Raw("SELECT * FROM users WHERE name = '" + name + "'").Scan(&users)
		// ok: sql-injection
		db.Raw("SELECT * FROM users WHERE name = ?", name).Scan(&users)
		// ruleid: sql-injection
		db.Where("name = '" + name + "'").Find(&users)
		// ok: sql-injection
		db.Where("name = ?", name).Find(&users)
		// ok: sql-injection
		db.Where(&User{Name: name}).First(&users)
		// ok: sql-injection
		db.Where(map[string]interface{}{"name": name}).Find(&users)
		// ruleid: sql-injection
		db.Order(c.Query("sort")).Find(&users)
		// ok: sql-injection
		db.Order(clause.OrderByColumn{Column: clause.Column{Name: c.Query("sort")}}).Find(&users)
		// ruleid: sql-injection
		db.Exec(fmt.Sprintf("UPDATE users SET x=1 WHERE id=%s", c.Param("id")))
		// ruleid: sql-injection
		db.Model(&User{}).Select(c.PostForm("field")).Find(&users)
		// ok: sql-injection
		db.Model(&User{}).Select("name", "id").Find(&users)
		// ruleid: sql-injection
		db.Table(c.DefaultQuery("table", "users")).Find(&users)
		// ruleid: sql-injection
		db.Joins("JOIN o ON o.n = '" + name + "'").Find(&users)
		// ruleid: sql-injection
		db.Group(c.Query("g")).Having("a = '" + name + "'").Find(&users)
		// ruleid: sql-injection
		db.Or("name = '" + name + "'").Not("b = 1").Find(&users)
		// ruleid: sql-injection
		db.First(&users, "name = '"+name+"'")
		// ok: sql-injection
		db.First(&users, "name = ?", name)
		// ruleid: sql-injection
		db.Delete(&User{}, "id = "+c.Param("id"))
		id, err := strconv.ParseUint(c.Param("id"), 10, 32)
		if err != nil {
			c.AbortWithStatus(400)
			return
		}
		// ok: sql-injection
		db.Delete(&User{}, fmt.Sprintf("id = %d", id))
		// ruleid: sql-injection
		db.Pluck(c.Query("col"), &users)
		// ok: sql-injection
		db.Where("name LIKE ?", "%"+name+"%").Find(&users)
	}
}

func pgxHandlers(pool *pgxpool.Pool, conn *pgx.Conn) echo.HandlerFunc {
	return func(c echo.Context) error {
		ctx := c.Request().Context()
		q := c.QueryParam("q")
		// ruleid: sql-injection
		pool.Query(ctx, "SELECT * FROM t WHERE a = '"+q+"'")
		// ok: sql-injection
		pool.Query(ctx, "SELECT * FROM t WHERE a = $1", q)
		// ruleid: sql-injection
		conn.QueryRow(ctx, fmt.Sprintf("SELECT * FROM t WHERE a = '%s'", c.FormValue("a")))
		// ruleid: sql-injection
		conn.Exec(ctx, "DELETE FROM t WHERE a = '"+c.Param("id")+"'")
		batch := &pgx.Batch{}
		// ruleid: sql-injection
		batch.Queue("INSERT INTO t VALUES ('" + q + "')")
		// ok: sql-injection
		batch.Queue("INSERT INTO t VALUES ($1)", q)
		table := pgx.Identifier{q}.Sanitize()
		// ok: sql-injection
		pool.Exec(ctx, "TRUNCATE "+table)
		tx, err := pool.Begin(ctx)
		if err != nil {
			return err
		}
		// ruleid: sql-injection
		_, err = tx.Exec(ctx, "UPDATE t SET a="+q)
		return err
	}
}

func squirrelHandlers(c *gin.Context) {
	by := c.Query("by")
	// ruleid: sql-injection
	sq.Select("*").From("users").Where("name = '" + by + "'")
	// ok: sql-injection
	sq.Select("*").From("users").Where(sq.Eq{"name": by})
	// ok: sql-injection
	sq.Select("*").From("users").Where("name = ?", by)
	// ruleid: sql-injection
	sq.Select("*").From("users").OrderBy(by)
	// ruleid: sql-injection
	sq.Select(by).From("users")
	// ruleid: sql-injection
	sq.Delete("users").Where(sq.Expr("a = " + by))
	// ok: sql-injection
	sq.Update("users").Set("name", by).Where("id = 1")
	// ok: sql-injection
	sq.Insert("users").Columns("a").Values(by)
	// ruleid: sql-injection
	sq.Select("*").From(by)
}

func others(c *gin.Context, eng *xorm.Engine, pgdb *pg.DB, bdb *bun.DB) {
	name := c.PostForm("name")
	var users []User
	// ruleid: sql-injection
	eng.Where("name = '" + name + "'").Find(&users)
	// ok: sql-injection
	eng.Where("name = ?", name).Find(&users)
	// ruleid: sql-injection
	eng.SQL("select * from u where n = '" + name + "'").Find(&users)
	// ruleid: sql-injection
	eng.Query("select * from u where n = '" + name + "'")
	o := orm.NewOrm()
	// ruleid: sql-injection
	o.Raw("SELECT * FROM u WHERE n = '" + name + "'").QueryRows(&users)
	// ok: sql-injection
	o.Raw("SELECT * FROM u WHERE n = ?", name).QueryRows(&users)
	// ruleid: sql-injection
	pgdb.Query(&users, "SELECT * FROM u WHERE n = '"+name+"'")
	// ok: sql-injection
	pgdb.Query(&users, "SELECT * FROM u WHERE n = ?", name)
	// ruleid: sql-injection
	pgdb.Model(&users).Where("n = '" + name + "'").Select()
	// ok: sql-injection
	pgdb.Model(&users).Where("n = ?", name).Select()
	// ruleid: sql-injection
	bdb.NewSelect().Model(&users).Where("n = '" + name + "'").Scan(c)
	// ok: sql-injection
	bdb.NewSelect().Model(&users).Where("n = ?", name).Scan(c)
	// ruleid: sql-injection
	bdb.NewRaw("SELECT * FROM u WHERE n = '" + name + "'").Scan(c)
}

func mongoHandlers(c *gin.Context, coll *mongo.Collection) {
	ctx := context.Background()
	var filter bson.M
	if err := c.BindJSON(&filter); err != nil {
		return
	}
	// ruleid: nosql-injection
	coll.Find(ctx, filter)
	var doc map[string]interface{}
	c.ShouldBindJSON(&doc)
	// ruleid: nosql-injection
	coll.FindOne(ctx, doc)
	// ok: nosql-injection
	coll.FindOne(ctx, bson.M{"name": c.Query("name")})
	// ruleid: nosql-injection
	coll.FindOne(ctx, bson.D{{Key: "$where", Value: "this.n == '" + c.Query("n") + "'"}})
	// ruleid: nosql-injection
	coll.Find(ctx, bson.M{"$where": fmt.Sprintf("this.a > %s", c.Query("a"))})
	// ok: nosql-injection
	coll.DeleteMany(ctx, bson.M{"owner": bson.M{"$eq": c.Query("o")}})
	id, err := primitive.ObjectIDFromHex(c.Param("id"))
	if err != nil {
		return
	}
	// ok: nosql-injection
	coll.FindOne(ctx, bson.M{"_id": id})
	var q bson.D
	bson.UnmarshalExtJSON([]byte(c.Query("filter")), true, &q)
	// ruleid: nosql-injection
	coll.Aggregate(ctx, q)
	var u User
	c.BindJSON(&u)
	// ok: nosql-injection
	coll.FindOne(ctx, bson.M{"name": u.Name})
}
