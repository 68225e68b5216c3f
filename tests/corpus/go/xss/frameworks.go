package frameworks

import (
	"fmt"
	"html"
	"net/http"

	"github.com/beego/beego/v2/server/web"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
)

func Echo(c echo.Context) error {
	name := c.QueryParam("name")
	if c.Param("kind") == "escaped" {
		// ok: xss
		return c.HTML(http.StatusOK, "<p>"+html.EscapeString(name)+"</p>")
	}
	// ruleid: xss
	return c.HTML(http.StatusOK, "<p>"+name+"</p>")
}

func EchoBlob(c echo.Context) error {
	// ruleid: xss
	return c.HTMLBlob(http.StatusOK, []byte(c.FormValue("html")))
}

func EchoJSON(c echo.Context) error {
	// ok: xss
	return c.JSON(http.StatusOK, map[string]string{"name": c.QueryParam("name")})
}

func EchoText(c echo.Context) error {
	// ok: xss
	return c.String(http.StatusOK, c.QueryParam("name"))
}

func EchoConstant(c echo.Context) error {
	// ok: xss
	return c.HTML(http.StatusOK, "<p>welcome</p>")
}

func Chi(w http.ResponseWriter, r *http.Request) {
	name := chi.URLParam(r, "name")
	// ruleid: xss
	w.Write([]byte(fmt.Sprintf("<h1>%s</h1>", name)))
}

func Fiber(c *fiber.Ctx) error {
	c.Set("Content-Type", "text/html")
	// ruleid: xss
	return c.SendString("<p>" + c.Query("name") + "</p>")
}

func FiberType(c *fiber.Ctx) error {
	// ruleid: xss
	return c.Type("html").SendString("<p>" + c.Params("name") + "</p>")
}

func FiberJSON(c *fiber.Ctx) error {
	// ok: xss
	return c.JSON(fiber.Map{"name": c.Query("name")})
}

func FastHTTP(ctx *fasthttp.RequestCtx) {
	ctx.SetContentType("text/html")
	// ruleid: xss
	fmt.Fprintf(ctx, "<p>%s</p>", ctx.QueryArgs().Peek("name"))
	// ok: xss
	fmt.Fprintf(ctx, "<p>welcome</p>")
}

type PageController struct {
	web.Controller
}

func (c *PageController) Get() {
	// ruleid: xss
	c.Ctx.WriteString("<p>" + c.GetString("name") + "</p>")
	// ruleid: xss
	c.Ctx.Output.Body([]byte(c.Ctx.Input.Query("name")))
	// ok: xss
	c.Data["name"] = c.GetString("name")
}

func Printer(w http.ResponseWriter, r *http.Request) {
	writer := w
	// ruleid: xss
	fmt.Fprint(writer, "<p>", r.PostFormValue("comment"), "</p>")
}

type handler struct{}

func (handler) ServeHTTP(rw http.ResponseWriter, req *http.Request) {
	// ruleid: xss
	fmt.Fprintf(rw, "<p>no page at %s</p>", req.URL.Path)
	// ruleid: xss
	_, _ = rw.Write([]byte(req.UserAgent()))
	// ok: xss
	_, _ = rw.Write([]byte(http.StatusText(http.StatusOK)))
}
