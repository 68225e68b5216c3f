package web

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func redirects(w http.ResponseWriter, r *http.Request) {
	// ruleid: open-redirect
	http.Redirect(w, r, r.FormValue("next"), http.StatusFound)
	// ruleid: open-redirect
	http.Redirect(w, r, r.Referer(), 302)
	// ok: open-redirect
	http.Redirect(w, r, "/home", 302)
	// ok: open-redirect
	http.Redirect(w, r, "/users/"+r.FormValue("id"), 302)
	// ok: open-redirect
	http.Redirect(w, r, "https://example.com/?q="+r.FormValue("q"), 302)
	// ok: open-redirect
	http.Redirect(w, r, r.URL.Path+"/", 301)
	// ok: open-redirect
	http.Redirect(w, r, "https://"+r.Host+r.RequestURI, 301)
	// ruleid: open-redirect
	http.Redirect(w, r, "//"+r.FormValue("h"), 302)
	// ruleid: open-redirect
	http.Redirect(w, r, "/"+r.FormValue("h"), 302)
	target := r.URL.Query().Get("url")
	// ruleid: open-redirect
	http.Redirect(w, r, "https://"+target, 307)
	// ruleid: open-redirect
	w.Header().Set("Location", target)
	w.WriteHeader(302)
	// ruleid: open-redirect
	w.Header()["Location"] = []string{target}
	// ok: open-redirect
	w.Header().Set("Location", "/done")
	// ruleid: open-redirect
	w.Header().Add("Location", target)
	// ruleid: open-redirect
	http.RedirectHandler(target, 302).ServeHTTP(w, r)
	c, _ := r.Cookie("next")
	// ruleid: open-redirect
	http.Redirect(w, r, c.Value, 302)
	// ok: open-redirect
	http.Redirect(w, r, "https://example.com/"+url.PathEscape(target), 302)
	// ruleid: open-redirect
	http.Redirect(w, r, "https://example.com"+target, 302)
}

func validated(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" {
		next = "/"
	}
	// ok: open-redirect
	http.Redirect(w, r, next, 302)
	n := r.FormValue("n")
	if strings.HasPrefix(n, "/") && !strings.HasPrefix(n, "//") && !strings.HasPrefix(n, "/\\") {
		// ok: open-redirect
		http.Redirect(w, r, n, 302)
	} else {
		// ruleid: open-redirect
		http.Redirect(w, r, n, 302)
	}
	m := r.FormValue("m")
	if !isLocal(m) {
		m = "/"
	}
	// ok: open-redirect
	http.Redirect(w, r, m, 302)
	p, _ := url.Parse(r.FormValue("p"))
	// todoruleid: open-redirect
	http.Redirect(w, r, p.Path, 302)
	// todoruleid: open-redirect
	http.Redirect(w, r, p.String(), 302)
	if p.Hostname() == "example.com" {
		// ok: open-redirect
		http.Redirect(w, r, p.String(), 302)
	}
	q := r.FormValue("q")
	if q == "/a" || q == "/b" {
		// ok: open-redirect
		http.Redirect(w, r, q, 302)
	}
	// ok: open-redirect
	http.Redirect(w, r, path.Join("/app", r.FormValue("s")), 302)
	dest := map[string]string{"a": "/a", "b": "https://b.example"}[r.FormValue("k")]
	// ok: open-redirect
	http.Redirect(w, r, dest, 302)
	bad := r.FormValue("z")
	if strings.HasPrefix(bad, "/") {
		// ruleid: open-redirect
		http.Redirect(w, r, bad, 302)
	}
}

func isLocal(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Host == "" && u.Scheme == "" && strings.HasPrefix(u.Path, "/")
}

func frameworks(c *gin.Context) {
	// ruleid: open-redirect
	c.Redirect(302, c.Query("next"))
	// ok: open-redirect
	c.Redirect(302, "/login?next="+url.QueryEscape(c.Query("next")))
	// ruleid: open-redirect
	c.Header("Location", c.Query("next"))
	// ok: open-redirect
	c.Redirect(http.StatusFound, "/")
}

func echoRedirect(c echo.Context) error {
	if c.QueryParam("a") != "" {
		// ok: open-redirect
		return c.Redirect(302, "/a")
	}
	// ruleid: open-redirect
	return c.Redirect(302, c.QueryParam("to"))
}

func fiberRedirect(c *fiber.Ctx) error {
	if c.Query("x") == "" {
		// ok: open-redirect
		return c.Redirect("/x")
	}
	// ruleid: open-redirect
	return c.Redirect(c.Query("to"), 302)
}
