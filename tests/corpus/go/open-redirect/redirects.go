package redirects

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/beego/beego/v2/server/web"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func Go(w http.ResponseWriter, r *http.Request) {
	// ruleid: open-redirect
	http.Redirect(w, r, r.URL.Query().Get("next"), http.StatusFound)
}

func Variable(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if next == "" {
		next = "/"
	}
	// ruleid: open-redirect
	http.Redirect(w, r, next, http.StatusSeeOther)
}

func Constant(w http.ResponseWriter, r *http.Request) {
	// ok: open-redirect
	http.Redirect(w, r, "/login", http.StatusFound)
}

func Local(w http.ResponseWriter, r *http.Request) {
	// ok: open-redirect
	http.Redirect(w, r, "/users/"+r.FormValue("id"), http.StatusFound)
}

func LocalFormatted(w http.ResponseWriter, r *http.Request) {
	// ok: open-redirect
	http.Redirect(w, r, fmt.Sprintf("/users/%s/edit", r.FormValue("id")), http.StatusFound)
}

func LocalQuery(w http.ResponseWriter, r *http.Request) {
	// ok: open-redirect
	http.Redirect(w, r, "https://login.example.com/?return="+url.QueryEscape(r.URL.String()), http.StatusFound)
}

func Host(w http.ResponseWriter, r *http.Request) {
	// ruleid: open-redirect
	http.Redirect(w, r, "https://"+r.FormValue("host")+"/", http.StatusFound)
}

func Header(w http.ResponseWriter, r *http.Request) {
	// ruleid: open-redirect
	w.Header().Set("Location", r.FormValue("next"))
	w.WriteHeader(http.StatusFound)
}

func HeaderConstant(w http.ResponseWriter, r *http.Request) {
	// ok: open-redirect
	w.Header().Set("Location", "/home")
	w.WriteHeader(http.StatusFound)
}

func HeaderAdd(w http.ResponseWriter, r *http.Request) {
	// ruleid: open-redirect
	w.Header().Add("Location", r.PostFormValue("return_to"))
	w.WriteHeader(302)
}

func Checked(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	target, err := url.Parse(next)
	if err != nil || target.Hostname() != "" {
		next = "/"
	}
	// ok: open-redirect
	http.Redirect(w, r, next, http.StatusFound)
}

func CheckedHost(w http.ResponseWriter, r *http.Request) {
	target, err := url.Parse(r.FormValue("next"))
	if err != nil || target.Host != "example.com" {
		http.Error(w, "bad target", http.StatusBadRequest)
		return
	}
	// ok: open-redirect
	http.Redirect(w, r, target.String(), http.StatusFound)
}

func isLocal(address string) bool {
	return strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//")
}

func CheckedByHelper(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if !isLocal(next) {
		next = "/"
	}
	// ok: open-redirect
	http.Redirect(w, r, next, http.StatusFound)
}

func Listed(w http.ResponseWriter, r *http.Request) {
	targets := map[string]string{"docs": "https://docs.example.com", "home": "/"}
	// ok: open-redirect
	http.Redirect(w, r, targets[r.FormValue("to")], http.StatusFound)
}

func Handler(w http.ResponseWriter, r *http.Request) {
	// ruleid: open-redirect
	http.RedirectHandler(r.FormValue("next"), http.StatusFound).ServeHTTP(w, r)
}

func Referer(w http.ResponseWriter, r *http.Request) {
	// ruleid: open-redirect
	http.Redirect(w, r, r.Referer(), http.StatusFound)
}

func Secure(w http.ResponseWriter, r *http.Request) {
	// ok: open-redirect
	http.Redirect(w, r, "https://"+r.Host+r.URL.RequestURI(), http.StatusMovedPermanently)
}

func Gin(c *gin.Context) {
	// ruleid: open-redirect
	c.Redirect(http.StatusFound, c.Query("next"))
}

func GinDefault(c *gin.Context) {
	next := c.DefaultQuery("next", "/")
	// ruleid: open-redirect
	c.Redirect(http.StatusFound, next)
}

func GinConstant(c *gin.Context) {
	// ok: open-redirect
	c.Redirect(http.StatusFound, "/dashboard")
}

func Echo(c echo.Context) error {
	// ruleid: open-redirect
	return c.Redirect(http.StatusFound, c.QueryParam("next"))
}

func EchoForm(c echo.Context) error {
	next := c.FormValue("next")
	// ruleid: open-redirect
	return c.Redirect(302, next)
}

func EchoConstant(c echo.Context) error {
	// ok: open-redirect
	return c.Redirect(http.StatusFound, "/users/"+c.Param("id"))
}

func Fiber(c *fiber.Ctx) error {
	// ruleid: open-redirect
	return c.Redirect(c.Query("next"))
}

func FiberConstant(c *fiber.Ctx) error {
	// ok: open-redirect
	return c.Redirect("/home", 302)
}

type LoginController struct {
	web.Controller
}

func (c *LoginController) Post() {
	// ruleid: open-redirect
	c.Redirect(c.GetString("next"), 302)
}

func (c *LoginController) Get() {
	// ok: open-redirect
	c.Redirect("/login", 302)
	// ruleid: open-redirect
	c.Ctx.Redirect(302, c.Ctx.Input.Query("next"))
}
