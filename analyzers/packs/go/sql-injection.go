package example

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"flag"
	"fmt"
	"html"
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
	// ruleid: sql-injection
	db.Query("SELECT id FROM users WHERE name = '" + name + "'")
	query := fmt.Sprintf("SELECT id FROM users ORDER BY %s", r.URL.Query().Get("order"))
	// ruleid: sql-injection
	db.QueryContext(r.Context(), query)
	// ok: sql-injection
	db.Query("SELECT id FROM users WHERE name = ?", name)
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return
	}
	// ok: sql-injection
	db.Query(fmt.Sprintf("SELECT id FROM users WHERE id = %d", id))
	// ok: sql-injection
	db.Query("SELECT id FROM users ORDER BY " + orders[r.FormValue("order")])
	insert, err := db.Prepare("INSERT INTO visitors(name) VALUES (?)")
	if err != nil {
		return
	}
	// ok: sql-injection
	insert.Query(name)
	// ruleid: sql-injection
	broken, err := db.Prepare("INSERT INTO visitors(name) VALUES ('" + name + "')")
	// ok: sql-injection
	broken.Query(name)
}

type prepared struct{ byName *sql.Stmt }

func (p *prepared) find(r *http.Request) {
	// ok: sql-injection
	p.byName.QueryRow(r.FormValue("name"))
}

func restart(w http.ResponseWriter, r *http.Request) {
	// ok: sql-injection
	syscall.Exec(r.FormValue("program"), os.Args, os.Environ())
}

type service struct {
	pb.UnimplementedShopServer
	db *sql.DB
}

func (s *service) Get(ctx context.Context, req *pb.GetRequest) (*pb.Product, error) {
	// ruleid: sql-injection
	s.db.QueryRowContext(ctx, "SELECT name FROM products WHERE sku = '"+req.GetSku()+"'")
	// ok: sql-injection
	s.db.QueryRowContext(ctx, "SELECT name FROM products WHERE sku = $1", req.GetSku())
	return nil, nil
}

func (s *service) Watch(req *pb.WatchRequest, stream pb.Shop_WatchServer) error {
	// ruleid: sql-injection
	s.db.Query("SELECT name FROM products WHERE sku = '" + req.Sku + "'")
	return nil
}

func resolve(p graphql.ResolveParams) (interface{}, error) {
	name, _ := p.Args["name"].(string)
	// ruleid: sql-injection
	return db.Query("SELECT mail FROM users WHERE name = '" + name + "'")
}

func (r *queryResolver) User(ctx context.Context, name string) (*User, error) {
	// ruleid: sql-injection
	db.Query("SELECT mail FROM users WHERE name = '" + name + "'")
	return nil, nil
}

func otherFrameworks(c fiber.Ctx, g *ghttp.Request, w http.ResponseWriter, r *http.Request) {
	// ruleid: sql-injection
	db.Query("SELECT a FROM b WHERE c = '" + fiber.Query[string](c, "c") + "'")
	// ruleid: sql-injection
	db.Query("SELECT a FROM b WHERE c = '" + g.Get("c").String() + "'")
	var form struct{ Name string }
	schema.NewDecoder().Decode(&form, r.PostForm)
	// ruleid: sql-injection
	db.Query("SELECT a FROM b WHERE c = '" + form.Name + "'")
	var request struct{ Name string }
	httpx.Parse(r, &request)
	// ruleid: sql-injection
	db.Query("SELECT a FROM b WHERE c = '" + request.Name + "'")
	// ok: sql-injection
	db.Query("SELECT a FROM b WHERE c = ?", request.Name)
}

func messages(event events.SQSEvent, m *nats.Msg) {
	for _, record := range event.Records {
		// ruleid: sql-injection
		db.Exec("INSERT INTO jobs(body) VALUES ('" + record.Body + "')")
	}
	// ruleid: sql-injection
	db.Exec("DELETE FROM jobs WHERE name = '" + string(m.Data) + "'")
}

func programs(conn net.Conn) {
	name := flag.String("name", "", "whose orders")
	// ruleid: sql-injection
	db.Query(fmt.Sprintf("SELECT * FROM orders WHERE owner = '%s'", *name))
	// ruleid: sql-injection
	db.Query("SELECT * FROM orders WHERE owner = '" + os.Args[1] + "'")
	line, _ := bufio.NewReader(conn).ReadString('\n')
	// ruleid: sql-injection
	db.Query("SELECT * FROM orders WHERE owner = '" + line + "'")
}

func search(client *elastic.Client, r *http.Request) {
	// ok: sql-injection
	client.Search("books").Query(elastic.NewMatchQuery("title", r.FormValue("q")))
}

func words(parts ...string) string { return strings.Join(parts, "") }

func gathered(r *http.Request) {
	// ruleid: sql-injection
	db.Query(words("SELECT * FROM t WHERE a = '", r.FormValue("a"), "'"))
}

func emptied(r *http.Request) {
	var buffer bytes.Buffer
	buffer.WriteString(r.FormValue("a"))
	buffer.Reset()
	buffer.WriteString("SELECT * FROM t")
	// ok: sql-injection
	db.Query(buffer.String())
}

// Contexts and requests of frameworks, whatever they are called.
func (a *App) anyContext(c flamego.Context, e *core.RequestEvent, w webkit.Context) {
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + c.Param("a") + "'")
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + e.Request.URL.Query().Get("a") + "'")
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + w.Request().Header.Get("a") + "'")
	// ok: sql-injection
	db.Query("SELECT * FROM t WHERE a = ?", c.Param("a"))
	// ok: sql-injection
	db.Query("SELECT * FROM t WHERE a = " + strconv.Itoa(c.ParamInt("a")))
	var form Form
	if err := w.BindJSON(&form); err != nil {
		return
	}
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + form.Name + "'")
}

func standardContext(ctx context.Context, c *cli.Context) {
	// ok: sql-injection
	db.Query("SELECT * FROM t WHERE a = " + c.Param("a") + ctx.Err().Error())
}

type searchInput struct {
	Term string `query:"term"`
}

func filled(ctx context.Context, input *searchInput) (*Output, error) {
	// ruleid: sql-injection
	db.QueryContext(ctx, "SELECT * FROM t WHERE a = '"+input.Term+"'")
	// ok: sql-injection
	db.QueryContext(ctx, "SELECT * FROM t WHERE a = ?", input.Term)
	return nil, nil
}

func besideTheRequest(w http.ResponseWriter, r *http.Request, params map[string]string) {
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + params["a"] + "'")
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + bone.GetValue(r, "a") + "'")
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + webgo.Context(r).Params()["a"] + "'")
}

func (s *Server) FindPets(w http.ResponseWriter, r *http.Request, params api.FindPetsParams) {
	// ruleid: sql-injection
	db.Query("SELECT * FROM pets WHERE tag = '" + params.Tag + "'")
	// ok: sql-injection
	db.Query("SELECT * FROM pets WHERE tag = ?", params.Tag)
}

func (s *Server) DeletePet(w http.ResponseWriter, r *http.Request, id string) {
	// ruleid: sql-injection
	db.Exec("DELETE FROM pets WHERE id = '" + id + "'")
}

func (s *Server) GetPet(ctx context.Context, request GetPetRequestObject) (GetPetResponseObject, error) {
	// ruleid: sql-injection
	db.Query("SELECT * FROM pets WHERE id = '" + request.Id + "'")
	return nil, nil
}

func fromSpecification(params users.GetUserParams) middleware.Responder {
	// ruleid: sql-injection
	db.Query("SELECT * FROM users WHERE id = '" + params.ID + "'")
	return nil
}

// Remote calls and messages.
func (s *calc) Show(ctx context.Context, p *gen.ShowPayload) (res *gen.Result, err error) {
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + p.Key + "'")
	return nil, nil
}

func (t *Arith) Count(ctx context.Context, args *Args, reply *int) error {
	// ruleid: sql-injection
	return db.QueryRow("SELECT count(*) FROM t WHERE a = '" + args.Key + "'").Scan(reply)
}

func endpoint() endpoint.Endpoint {
	return func(ctx context.Context, request interface{}) (interface{}, error) {
		req := request.(countRequest)
		// ruleid: sql-injection
		return db.QueryContext(ctx, "SELECT count(*) FROM "+req.Table)
	}
}

func subscribers(ctx context.Context, consumer pulsar.Consumer, c *kafka.Consumer, m *message.Message, conn gnet.Conn) {
	received, _ := consumer.Receive(ctx)
	// ruleid: sql-injection
	db.Exec("INSERT INTO t VALUES ('" + string(received.Payload()) + "')")
	polled, _ := c.ReadMessage(-1)
	// ruleid: sql-injection
	db.Exec("INSERT INTO t VALUES ('" + string(polled.Value) + "')")
	// ruleid: sql-injection
	db.Exec("INSERT INTO t VALUES ('" + string(m.Payload) + "')")
	part, _ := conn.Next(-1)
	// ruleid: sql-injection
	db.Exec("INSERT INTO t VALUES ('" + string(part) + "')")
	// ok: sql-injection
	db.Exec("INSERT INTO t VALUES (?)", string(m.Payload))
}

func bots(update tgbotapi.Update, s *discordgo.Session, d *discordgo.MessageCreate, i *discordgo.InteractionCreate, ev *slackevents.AppMentionEvent, t tele.Context) {
	// ruleid: sql-injection
	db.Exec("UPDATE t SET a = '" + update.Message.Text + "'")
	// ruleid: sql-injection
	db.Exec("UPDATE t SET a = '" + d.Content + "'")
	// ruleid: sql-injection
	db.Exec("UPDATE t SET a = '" + i.ApplicationCommandData().Options[0].StringValue() + "'")
	// ruleid: sql-injection
	db.Exec("UPDATE t SET a = '" + ev.Text + "'")
	// ruleid: sql-injection
	db.Exec("UPDATE t SET a = '" + t.Text() + "'")
	// ok: sql-injection
	db.Exec(fmt.Sprintf("UPDATE t SET a = 1 WHERE chat = %d", update.Message.Chat.ID))
}

func socket(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	_, text, _ := conn.ReadMessage()
	// ruleid: sql-injection
	db.Exec("INSERT INTO t VALUES ('" + string(text) + "')")
}

// Stores, whatever their methods are called.
func stores(r *http.Request, m *gorp.DbMap, cluster *gocb.Cluster, box *azcosmos.ContainerClient, click driver.Conn) {
	v := r.FormValue("v")
	// ruleid: sql-injection
	m.SelectInt("SELECT count(*) FROM t WHERE a = '" + v + "'")
	// ruleid: sql-injection
	cluster.Query("SELECT x.* FROM `b` x WHERE x.a = '"+v+"'", nil)
	// ruleid: sql-injection
	box.NewQueryItemsPager("SELECT * FROM c WHERE c.a = '"+v+"'", key, nil)
	// ruleid: sql-injection
	click.AsyncInsert(ctx, "INSERT INTO t VALUES ('"+v+"')", false)
	query := "SELECT a FROM t WHERE b = '" + v + "'"
	// ruleid: sql-injection
	conn.QueryRowsCtx(r.Context(), &out, query)
	// ok: sql-injection
	m.SelectInt("SELECT count(*) FROM t WHERE a = ?", v)
	// ok: sql-injection
	log.Print("SELECT count(*) FROM t WHERE a = " + v)
	// ok: sql-injection
	url.QueryEscape("select from " + v)
	statement := spanner.Statement{SQL: "SELECT a FROM t WHERE b = @b", Params: map[string]any{"b": v}}
	// ok: sql-injection
	client.Single().Query(ctx, statement)
}

func otherProtocols(s ssh.Session, r *dns.Msg, e girc.Event, evt *events.Message, m *event.Event) {
	// ruleid: sql-injection
	db.Exec("INSERT INTO t VALUES ('" + s.User() + "')")
	// ruleid: sql-injection
	db.Query("SELECT ip FROM t WHERE name = '" + r.Question[0].Name + "'")
	// ruleid: sql-injection
	db.Exec("INSERT INTO t VALUES ('" + e.Last() + "')")
	// ruleid: sql-injection
	db.Exec("INSERT INTO t VALUES ('" + evt.Message.GetConversation() + "')")
	// ruleid: sql-injection
	db.Exec("INSERT INTO t VALUES ('" + m.Content.AsMessage().Body + "')")
	// ok: sql-injection
	db.Query("SELECT ip FROM t WHERE name = ?", r.Question[0].Name)
}

func (s *mailSession) Mail(from string, options *smtp.MailOptions) error {
	// ruleid: sql-injection
	_, err := db.Exec("INSERT INTO t VALUES ('" + from + "')")
	return err
}

func routers(w http.ResponseWriter, r *http.Request, querier *reform.Querier) {
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + muxie.GetParam(w, "a") + "'")
	params, _ := gorouter.FromContext(r.Context())
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE a = '" + params.Value("a") + "'")
	// ruleid: sql-injection
	querier.SelectAllFrom(view, "WHERE a = '"+r.FormValue("a")+"'")
	// ok: sql-injection
	querier.SelectAllFrom(view, "WHERE a = $1", r.FormValue("a"))
	received, _ := bot.ParseRequest(r)
	for _, each := range received {
		switch message := each.Message.(type) {
		case *linebot.TextMessage:
			// ruleid: sql-injection
			db.Exec("INSERT INTO t VALUES ('" + message.Text + "')")
		}
	}
}

var somewhere = regexp.MustCompile(`[a-z]+`)
var everywhere = regexp.MustCompile(`^[a-z]+$`)

func matched(db *sql.DB, r *http.Request) {
	table := r.FormValue("table")
	if !somewhere.MatchString(table) {
		return
	}
	// ruleid: sql-injection
	db.Query("SELECT * FROM " + table)
	if !everywhere.MatchString(table) {
		return
	}
	// ok: sql-injection
	db.Query("SELECT * FROM " + table)
}

func parsedToSee(db *sql.DB, r *http.Request) {
	number, other := r.FormValue("number"), r.FormValue("other")
	if _, err := strconv.Atoi(number); err != nil {
		return
	}
	// ok: sql-injection
	db.Query("SELECT * FROM t WHERE id = " + number)
	if _, err := strconv.Atoi(other); err != nil {
		log.Println("no number")
	}
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE id = " + other)
}

func thrownAway(db *sql.DB, r *http.Request) {
	name := r.FormValue("name")
	_ = validateName(name)
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE name = '" + name + "'")
}

func decodedAgain(db *sql.DB, r *http.Request) {
	packed := base64.StdEncoding.EncodeToString([]byte(r.FormValue("name")))
	plain, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		return
	}
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE name = '" + string(plain) + "'")
}

func otherStores(cluster *gocb.Cluster, app core.App, r *http.Request) {
	// ruleid: sql-injection
	cluster.AnalyticsQuery("SELECT * FROM hotels WHERE name = '"+r.FormValue("name")+"'", nil)
	// ruleid: sql-injection
	app.DB().NewQuery("SELECT * FROM posts WHERE title = '" + r.FormValue("name") + "'")
	// ok: sql-injection
	dbx.NewExp("title = {:title}", dbx.Params{"title": r.FormValue("name")})
}

func askAgent(agent *serf.Agent, r *http.Request) {
	options := serf.QueryParam{}
	// ok: sql-injection
	agent.Query(r.FormValue("name"), nil, &options)
}

func sorted(c fiber.Ctx, key string) string {
	// A parameter of the request
	// ok: sql-injection
	return c.Query(c.Params(key))
}

func escapedForHTML(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	// ruleid: sql-injection
	db.Query("SELECT id FROM users WHERE name = '" + html.EscapeString(r.FormValue("name")) + "'")
}
