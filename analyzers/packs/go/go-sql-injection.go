package example

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"

	pb "example.com/shop/gen/shop/v1"
	"github.com/aws/aws-lambda-go/events"
	"github.com/gofiber/fiber/v3"
	"github.com/gogf/gf/v2/net/ghttp"
	"github.com/gorilla/schema"
	"github.com/graphql-go/graphql"
	"github.com/nats-io/nats.go"
	"github.com/olivere/elastic/v7"
	"github.com/zeromicro/go-zero/rest/httpx"
)

var orders = map[string]string{"name": "name", "age": "age DESC"}

func find(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-sql-injection
	db.Query("SELECT id FROM users WHERE name = '" + name + "'")
	query := fmt.Sprintf("SELECT id FROM users ORDER BY %s", r.URL.Query().Get("order"))
	// ruleid: go-sql-injection
	db.QueryContext(r.Context(), query)
	// ok: go-sql-injection
	db.Query("SELECT id FROM users WHERE name = ?", name)
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return
	}
	// ok: go-sql-injection
	db.Query(fmt.Sprintf("SELECT id FROM users WHERE id = %d", id))
	// ok: go-sql-injection
	db.Query("SELECT id FROM users ORDER BY " + orders[r.FormValue("order")])
	insert, err := db.Prepare("INSERT INTO visitors(name) VALUES (?)")
	if err != nil {
		return
	}
	// ok: go-sql-injection
	insert.Query(name)
	// ruleid: go-sql-injection
	broken, err := db.Prepare("INSERT INTO visitors(name) VALUES ('" + name + "')")
	// ok: go-sql-injection
	broken.Query(name)
}

type prepared struct{ byName *sql.Stmt }

func (p *prepared) find(r *http.Request) {
	// ok: go-sql-injection
	p.byName.QueryRow(r.FormValue("name"))
}

func restart(w http.ResponseWriter, r *http.Request) {
	// ok: go-sql-injection
	syscall.Exec(r.FormValue("program"), os.Args, os.Environ())
}

type service struct {
	pb.UnimplementedShopServer
	db *sql.DB
}

func (s *service) Get(ctx context.Context, req *pb.GetRequest) (*pb.Product, error) {
	// ruleid: go-sql-injection
	s.db.QueryRowContext(ctx, "SELECT name FROM products WHERE sku = '"+req.GetSku()+"'")
	// ok: go-sql-injection
	s.db.QueryRowContext(ctx, "SELECT name FROM products WHERE sku = $1", req.GetSku())
	return nil, nil
}

func (s *service) Watch(req *pb.WatchRequest, stream pb.Shop_WatchServer) error {
	// ruleid: go-sql-injection
	s.db.Query("SELECT name FROM products WHERE sku = '" + req.Sku + "'")
	return nil
}

func resolve(p graphql.ResolveParams) (interface{}, error) {
	name, _ := p.Args["name"].(string)
	// ruleid: go-sql-injection
	return db.Query("SELECT mail FROM users WHERE name = '" + name + "'")
}

func (r *queryResolver) User(ctx context.Context, name string) (*User, error) {
	// ruleid: go-sql-injection
	db.Query("SELECT mail FROM users WHERE name = '" + name + "'")
	return nil, nil
}

func otherFrameworks(c fiber.Ctx, g *ghttp.Request, w http.ResponseWriter, r *http.Request) {
	// ruleid: go-sql-injection
	db.Query("SELECT a FROM b WHERE c = '" + fiber.Query[string](c, "c") + "'")
	// ruleid: go-sql-injection
	db.Query("SELECT a FROM b WHERE c = '" + g.Get("c").String() + "'")
	var form struct{ Name string }
	schema.NewDecoder().Decode(&form, r.PostForm)
	// ruleid: go-sql-injection
	db.Query("SELECT a FROM b WHERE c = '" + form.Name + "'")
	var request struct{ Name string }
	httpx.Parse(r, &request)
	// ruleid: go-sql-injection
	db.Query("SELECT a FROM b WHERE c = '" + request.Name + "'")
	// ok: go-sql-injection
	db.Query("SELECT a FROM b WHERE c = ?", request.Name)
}

func messages(event events.SQSEvent, m *nats.Msg) {
	for _, record := range event.Records {
		// ruleid: go-sql-injection
		db.Exec("INSERT INTO jobs(body) VALUES ('" + record.Body + "')")
	}
	// ruleid: go-sql-injection
	db.Exec("DELETE FROM jobs WHERE name = '" + string(m.Data) + "'")
}

func programs(conn net.Conn) {
	name := flag.String("name", "", "whose orders")
	// ruleid: go-sql-injection
	db.Query(fmt.Sprintf("SELECT * FROM orders WHERE owner = '%s'", *name))
	// ruleid: go-sql-injection
	db.Query("SELECT * FROM orders WHERE owner = '" + os.Args[1] + "'")
	line, _ := bufio.NewReader(conn).ReadString('\n')
	// ruleid: go-sql-injection
	db.Query("SELECT * FROM orders WHERE owner = '" + line + "'")
}

func search(client *elastic.Client, r *http.Request) {
	// ok: go-sql-injection
	client.Search("books").Query(elastic.NewMatchQuery("title", r.FormValue("q")))
}

func words(parts ...string) string { return strings.Join(parts, "") }

func gathered(r *http.Request) {
	// ruleid: go-sql-injection
	db.Query(words("SELECT * FROM t WHERE a = '", r.FormValue("a"), "'"))
}

func emptied(r *http.Request) {
	var buffer bytes.Buffer
	buffer.WriteString(r.FormValue("a"))
	buffer.Reset()
	buffer.WriteString("SELECT * FROM t")
	// ok: go-sql-injection
	db.Query(buffer.String())
}
