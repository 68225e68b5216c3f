package web

import (
	"html"
	"html/template"
	"net/http"

	beego "github.com/beego/beego/v2/server/web"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/render"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/mux"
	"github.com/gorilla/websocket"
	"github.com/julienschmidt/httprouter"
	"github.com/kataras/iris/v12"
	"github.com/labstack/echo/v4"
	"github.com/revel/revel"
	"github.com/valyala/fasthttp"
)

func ginPages(c *gin.Context) {
	q := c.Query("q")
	// ruleid: xss
	c.Data(200, "text/html; charset=utf-8", []byte("<b>"+q+"</b>"))
	// ok: xss
	c.Data(200, "application/json", []byte(q))
	// ruleid: xss
	c.Writer.WriteString("<p>" + q + "</p>")
	// ruleid: xss
	c.Writer.Write([]byte(q))
	// ok: xss
	c.JSON(200, gin.H{"q": q})
	// ok: xss
	c.String(200, "hello %s", q)
	// ok: xss
	c.HTML(200, "index.tmpl", gin.H{"q": q})
	// ruleid: xss
	c.HTML(200, "index.tmpl", gin.H{"q": template.HTML(q)})
	// ok: xss
	c.XML(200, gin.H{"q": q})
	c.Header("Content-Type", "text/html")
	// ok: xss
	c.String(200, "<b>"+html.EscapeString(q)+"</b>")
}

func echoPages(c echo.Context) error {
	n := c.QueryParam("n")
	if n == "json" {
		// ok: xss
		return c.JSON(200, n)
	}
	if n == "text" {
		// ok: xss
		return c.String(200, c.Param("x"))
	}
	if c.FormValue("b") != "" {
		// ruleid: xss
		return c.HTMLBlob(200, []byte(c.FormValue("b")))
	}
	if c.FormValue("c") != "" {
		// ruleid: xss
		return c.Blob(200, "text/html", []byte(c.FormValue("c")))
	}
	// ruleid: xss
	c.Response().Write([]byte(c.Param("x")))
	if c.FormValue("d") != "" {
		// ok: xss
		return c.HTML(200, "<b>"+html.EscapeString(n)+"</b>")
	}
	// ruleid: xss
	return c.HTML(http.StatusOK, "<b>"+n+"</b>")
}

func fiberPages(c *fiber.Ctx) error {
	c.Type("html")
	c.Set(fiber.HeaderContentType, fiber.MIMETextHTML)
	// ruleid: xss
	return c.SendString("<h1>" + c.Query("t") + "</h1>")
}

func fiberText(c *fiber.Ctx) error {
	// ok: xss
	return c.JSON(fiber.Map{"t": c.Query("t")})
}

func chiPages(w http.ResponseWriter, r *http.Request) {
	// ruleid: xss
	w.Write([]byte("<p>" + chi.URLParam(r, "id") + "</p>"))
	// ruleid: xss
	render.HTML(w, r, "<b>"+chi.URLParam(r, "id")+"</b>")
	// ok: xss
	render.JSON(w, r, chi.URLParam(r, "id"))
	// ok: xss
	render.PlainText(w, r, chi.URLParam(r, "id"))
}

func muxPages(w http.ResponseWriter, r *http.Request) {
	v := mux.Vars(r)
	// ruleid: xss
	w.Write([]byte("<p>" + v["id"] + "</p>"))
}

func routerPages(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	// ruleid: xss
	w.Write([]byte("<p>" + ps.ByName("id") + "</p>"))
	// ok: xss
	w.Write([]byte("<p>static</p>"))
}

type MainController struct{ beego.Controller }

func (c *MainController) Get() {
	// ruleid: xss
	c.Ctx.WriteString("<p>" + c.GetString("name") + "</p>")
	// ruleid: xss
	c.Ctx.Output.Body([]byte("<p>" + c.Ctx.Input.Query("x") + "</p>"))
	// ok: xss
	c.Ctx.WriteString("<p>" + template.HTMLEscapeString(c.GetString("n")) + "</p>")
	// ok: xss
	c.Data["name"] = c.GetString("name")
	c.TplName = "index.tpl"
}

func fast(ctx *fasthttp.RequestCtx) {
	ctx.SetContentType("text/html")
	// ruleid: xss
	ctx.WriteString("<p>" + string(ctx.QueryArgs().Peek("q")) + "</p>")
	// ruleid: xss
	ctx.SetBodyString("<p>" + string(ctx.FormValue("q")) + "</p>")
	// ok: xss
	ctx.SetBodyString("<p>hello</p>")
}

func irisPages(ctx iris.Context) {
	// ruleid: xss
	ctx.HTML("<b>" + ctx.URLParam("n") + "</b>")
	// ok: xss
	ctx.JSON(iris.Map{"n": ctx.URLParam("n")})
}

type App struct{ *revel.Controller }

func (c App) Show() revel.Result {
	if c.Params.Get("j") != "" {
		// ok: xss
		return c.RenderJSON(c.Params.Get("j"))
	}
	// ruleid: xss
	return c.RenderHTML("<b>" + c.Params.Get("n") + "</b>")
}

var up = websocket.Upgrader{}

func socketEcho(w http.ResponseWriter, r *http.Request) {
	conn, err := up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	for {
		kind, msg, err := conn.ReadMessage()
		if err != nil {
			return
		}
		// ok: xss
		conn.WriteMessage(kind, msg)
	}
}
