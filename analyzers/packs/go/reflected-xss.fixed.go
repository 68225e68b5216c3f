package example

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"io"
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/gogf/gf/v2/net/ghttp"
	"gopkg.in/gomail.v2"
)

func greet(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: reflected-xss
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name)
	// ruleid: reflected-xss
	w.Write([]byte("<p>" + html.EscapeString(name) + "</p>"))
	// ruleid: reflected-xss
	io.WriteString(w, name)
	// ruleid: reflected-xss
	use(template.HTML("<b>" + html.EscapeString(name) + "</b>"))
	// ruleid: reflected-xss
	use(template.URL(name))
	// ok: reflected-xss
	use(template.URL(r.URL.Path))
	// ok: reflected-xss
	use(template.URL("/search?q=" + name))
	// ok: reflected-xss
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(name))
	// ok: reflected-xss
	fmt.Fprintln(w, "welcome")
	// ok: reflected-xss
	json.NewEncoder(w).Encode(name)
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	// ok: reflected-xss
	fmt.Fprintf(w, "hello %s", r.FormValue("name"))
}

func typed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	// ruleid: reflected-xss
	fmt.Fprintf(w, "you are %s", r.FormValue("name"))
	w.Write([]byte("."))
}

func echoed(c echo.Context) error {
	// ruleid: reflected-xss
	_, err := c.Response().Write([]byte(c.Param("name")))
	return err
}

func callback(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/javascript")
	// ruleid: reflected-xss
	fmt.Fprintf(w, "%s(%d)", r.FormValue("callback"), 1)
}

func buffered(w http.ResponseWriter, r *http.Request) {
	page := bytes.NewBufferString("<p>" + r.FormValue("q") + "</p>")
	// ruleid: reflected-xss
	page.WriteTo(w)
}

func fibers(c *fiber.Ctx) error {
	c.Type("html", "utf-8")
	// ruleid: reflected-xss
	return c.Send([]byte("<h1>" + c.Params("title") + "</h1>"))
}

func plainFibers(c *fiber.Ctx) error {
	c.Type("txt")
	// ok: reflected-xss
	return c.SendString(c.Params("title"))
}

func goframe(r *ghttp.Request) {
	// ruleid: reflected-xss
	r.Response.Write("<p>" + r.Get("q").String() + "</p>")
}

func mails(message *gomail.Message, r *http.Request) {
	// ruleid: reflected-xss
	message.SetBody("text/html", "Hello "+r.FormValue("name"))
	// ok: reflected-xss
	message.SetBody("text/plain", "Hello "+r.FormValue("name"))
	// ok: reflected-xss
	message.SetBody("text/html", "Hello "+html.EscapeString(r.FormValue("name")))
}

func expanded(w http.ResponseWriter, r *http.Request) {
	expander := templates.NewTemplateExpander("console", r.URL.Query())
	page, _ := expander.ExpandHTML(nil)
	// ok: reflected-xss
	io.WriteString(w, page)
}

func anyFramework(ctx aero.Context, res *air.Response, e *core.RequestEvent, c *routing.Context, a *atreugo.RequestCtx) {
	// ruleid: reflected-xss
	ctx.HTML("<b>" + ctx.Query("b") + "</b>")
	// ruleid: reflected-xss
	res.WriteHTML("<b>" + ctx.Query("b") + "</b>")
	// ruleid: reflected-xss
	e.HTML(200, "<b>"+e.Request.URL.Query().Get("b")+"</b>")
	// ruleid: reflected-xss
	fmt.Fprintf(c.Response, "<b>%s</b>", c.Query("b"))
	// ruleid: reflected-xss
	a.HTTPResponse("<b>" + string(a.FormValue("b")) + "</b>")
	// ok: reflected-xss
	ctx.JSON(ctx.Query("b"))
	// ok: reflected-xss
	ctx.HTML("<b>" + html.EscapeString(ctx.Query("b")) + "</b>")
}

func returned() {
	f := flamego.Classic()
	f.Get("/hello", func(c flamego.Context) string {
		// ruleid: reflected-xss
		return "<b>" + c.Query("b") + "</b>"
	})
}

func ginText(c *gin.Context) {
	c.Header("Content-Type", "text/html")
	// ruleid: reflected-xss
	c.String(200, "<b>"+c.Query("b")+"</b>")
}

func ginPlain(c *gin.Context) {
	// ok: reflected-xss
	c.String(200, c.Query("b"))
}

func markdown(w http.ResponseWriter, r *http.Request) {
	unsafe := goldmark.New(goldmark.WithRendererOptions(html.WithUnsafe()))
	// ruleid: reflected-xss
	unsafe.Convert([]byte(r.FormValue("text")), w)
}

func markdownSafe(w http.ResponseWriter, r *http.Request) {
	safe := goldmark.New()
	// ok: reflected-xss
	safe.Convert([]byte(r.FormValue("text")), w)
}

func otherWriters(rw web.ResponseWriter, req *web.Request) {
	// ruleid: reflected-xss
	fmt.Fprintf(rw, "<b>%s</b>", req.FormValue("b"))
	// ok: reflected-xss
	fmt.Fprintf(rw, "<b>%s</b>", html.EscapeString(req.FormValue("b")))
}

var (
	markup = strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;")
	spaces = strings.NewReplacer("\t", " ")
)

func replaced(w http.ResponseWriter, r *http.Request, given *strings.Replacer) {
	text := r.FormValue("text")
	// ok: reflected-xss
	fmt.Fprintf(w, "<b>%s</b>", markup.Replace(text))
	// ruleid: reflected-xss
	fmt.Fprintf(w, "<b>%s</b>", spaces.Replace(text))
	letters := strings.NewReplacer("a", "b")
	// ruleid: reflected-xss
	fmt.Fprintf(w, "<b>%s</b>", letters.Replace(text))
	// ruleid: reflected-xss
	fmt.Fprintf(w, "<b>%s</b>", strings.NewReplacer("a", "b").Replace(text))
	// ok: reflected-xss
	fmt.Fprintf(w, "<b>%s</b>", strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text))
	// ok: reflected-xss
	fmt.Fprintf(w, "<b>%s</b>", given.Replace(text))
}

func meta(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/xrd+xml; charset=utf-8")
	// ok: reflected-xss
	fmt.Fprint(w, "<Link>"+r.FormValue("q")+"</Link>")
}

func asText(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/plain")
}

func saidByFunction(w http.ResponseWriter, r *http.Request) {
	asText(w)
	// ok: reflected-xss
	fmt.Fprint(w, r.FormValue("name"))
}

func asJSON(handler http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		handler(w, r)
	}
}

func saidAround(w http.ResponseWriter, r *http.Request) {
	// ok: reflected-xss
	fmt.Fprint(w, r.FormValue("name"))
}

func routes() {
	http.HandleFunc("/said-around", asJSON(saidAround))
}
