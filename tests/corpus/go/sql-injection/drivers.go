package drivers

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"entgo.io/ent/dialect/sql"
	"github.com/Masterminds/squirrel"
	"github.com/aws/aws-lambda-go/events"
	"github.com/beego/beego/v2/client/orm"
	"github.com/beego/beego/v2/server/web"
	"github.com/go-pg/pg/v10"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/mux"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"xorm.io/xorm"
)

func WithPgx(ctx context.Context, conn *pgx.Conn, name string) error {
	// ruleid: sql-injection
	_, err := conn.Exec(ctx, "DELETE FROM users WHERE name = '"+name+"'")
	if err != nil {
		return err
	}
	// ok: sql-injection
	_, err = conn.Exec(ctx, "DELETE FROM users WHERE name = $1", name)
	if err != nil {
		return err
	}
	// ruleid: sql-injection
	rows, err := conn.Query(ctx, fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", name))
	if err != nil {
		return err
	}
	defer rows.Close()
	// ruleid: sql-injection
	_ = conn.QueryRow(ctx, "SELECT id FROM users WHERE name='"+name+"'").Scan(new(int))
	batch := &pgx.Batch{}
	// ruleid: sql-injection
	batch.Queue("DELETE FROM log WHERE name = '" + name + "'")
	// ok: sql-injection
	batch.Queue("DELETE FROM log WHERE name = $1", name)
	return nil
}

func WithPool(pool *pgxpool.Pool, w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	// ruleid: sql-injection
	rows, _ := pool.Query(r.Context(), "SELECT * FROM items WHERE id = "+id)
	rows.Close()
	// ok: sql-injection
	rows, _ = pool.Query(r.Context(), "SELECT * FROM items WHERE id = $1", id)
	rows.Close()
	table := pgx.Identifier{r.FormValue("table")}.Sanitize()
	// ok: sql-injection
	rows, _ = pool.Query(r.Context(), "SELECT * FROM "+table)
	rows.Close()
}

func WithGoPg(db *pg.DB, r *http.Request) error {
	name := r.FormValue("name")
	var users []string
	// ruleid: sql-injection
	_, err := db.Query(&users, "SELECT * FROM users WHERE name = '"+name+"'")
	if err != nil {
		return err
	}
	// ok: sql-injection
	_, err = db.Query(&users, "SELECT * FROM users WHERE name = ?", name)
	if err != nil {
		return err
	}
	// ruleid: sql-injection
	err = db.Model(&users).Where("name = '" + name + "'").Select()
	if err != nil {
		return err
	}
	// ok: sql-injection
	err = db.Model(&users).Where("name = ?", name).Select()
	if err != nil {
		return err
	}
	// ruleid: sql-injection
	err = db.Model(&users).ColumnExpr("lower('" + name + "')").Select()
	if err != nil {
		return err
	}
	// ruleid: sql-injection
	err = db.Model(&users).WhereOr(fmt.Sprintf("city = '%s'", r.FormValue("city"))).Select()
	if err != nil {
		return err
	}
	// ruleid: sql-injection
	err = db.Model(&users).OrderExpr(r.FormValue("order")).Select()
	if err != nil {
		return err
	}
	// ruleid: sql-injection
	_, err = db.QueryOne(&users, fmt.Sprintf("SELECT * FROM users WHERE city = '%s'", name))
	return err
}

func WithFiber(conn *pgx.Conn) fiber.Handler {
	return func(c *fiber.Ctx) error {
		// ruleid: sql-injection
		_, err := conn.Exec(c.Context(), "UPDATE t SET a = 1 WHERE b = '"+c.Query("b")+"'")
		if err != nil {
			return err
		}
		// ruleid: sql-injection
		_, err = conn.Exec(c.Context(), "UPDATE t SET a = 1 WHERE b = '"+c.Params("b")+"'")
		if err != nil {
			return err
		}
		// ok: sql-injection
		_, err = conn.Exec(c.Context(), "UPDATE t SET a = 1 WHERE b = $1", c.Params("b"))
		return err
	}
}

type UserController struct {
	web.Controller
}

func (c *UserController) Get() {
	name := c.GetString("name")
	o := orm.NewOrm()
	var users []string
	// ruleid: sql-injection
	o.Raw("SELECT * FROM user WHERE name = '" + name + "'").QueryRows(&users)
	// ok: sql-injection
	o.Raw("SELECT * FROM user WHERE name = ?", name).QueryRows(&users)
	id := c.Ctx.Input.Param(":id")
	// ruleid: sql-injection
	o.Raw(fmt.Sprintf("SELECT * FROM user WHERE id = %s", id)).QueryRows(&users)
}

func WithXorm(engine *xorm.Engine, r *http.Request) {
	// ruleid: sql-injection
	engine.Query("SELECT * FROM user WHERE name = '" + r.FormValue("name") + "'")
	// ok: sql-injection
	engine.Query("SELECT * FROM user WHERE name = ?", r.FormValue("name"))
	// ruleid: sql-injection
	engine.SQL("SELECT * FROM user WHERE name = '" + r.FormValue("name") + "'").Find(nil)
}

func WithSquirrel(r *http.Request) (string, []any, error) {
	// ok: sql-injection
	return squirrel.Select("*").From("users").Where(squirrel.Eq{"name": r.FormValue("name")}).ToSql()
}

func WithSquirrelText(r *http.Request) (string, []any, error) {
	// ruleid: sql-injection
	return squirrel.Select("*").From("users").Where("name = '" + r.FormValue("name") + "'").ToSql()
}

func Lambda(ctx context.Context, request events.APIGatewayProxyRequest, conn *pgx.Conn) error {
	id := request.QueryStringParameters["id"]
	// ruleid: sql-injection
	_, err := conn.Exec(ctx, "DELETE FROM t WHERE id = "+id)
	if err != nil {
		return err
	}
	// ruleid: sql-injection
	_, err = conn.Exec(ctx, fmt.Sprintf("DELETE FROM t WHERE id = '%s'", request.PathParameters["id"]))
	if err != nil {
		return err
	}
	// ok: sql-injection
	_, err = conn.Exec(ctx, "DELETE FROM t WHERE id = $1", id)
	return err
}

func Environment(conn *pgx.Conn) error {
	// ruleid: sql-injection
	_, err := conn.Exec(context.Background(), "DELETE FROM t WHERE id = '"+os.Args[1]+"'")
	return err
}

func EntRaw(drv *sql.Driver, name string) error {
	// ruleid: sql-injection
	return drv.Query(context.Background(), "SELECT * FROM users WHERE name = '"+name+"'", []any{}, &sql.Rows{})
}
