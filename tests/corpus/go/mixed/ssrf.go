package fetch

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"net/rpc"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-resty/resty/v2"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
	xws "golang.org/x/net/websocket"
	"google.golang.org/grpc"
	"nhooyr.io/websocket"
)

var client = &http.Client{}

type hook struct {
	Target string `json:"target"`
	Retry  int    `json:"retry"`
}

func std(w http.ResponseWriter, r *http.Request) {
	u := r.FormValue("url")
	// ruleid: ssrf
	http.Get(u)
	// ruleid: ssrf
	http.Get("https://" + u)
	// ok: ssrf
	http.Get("https://example.com/users/" + url.PathEscape(u))
	// ok: ssrf
	http.Get("https://example.com/?q=" + u)
	// ruleid: ssrf
	http.Get(fmt.Sprintf("http://%s/api", u))
	// ok: ssrf
	http.Get(fmt.Sprintf("https://api.example.com/v1/%s", url.QueryEscape(u)))
	// ruleid: ssrf
	http.Post(u, "text/plain", bytes.NewReader(nil))
	// ruleid: ssrf
	http.PostForm(u, url.Values{"a": {"b"}})
	// ok: ssrf
	http.PostForm("https://example.com", url.Values{"a": {u}})
	// ruleid: ssrf
	http.Head(u)
	// ruleid: ssrf
	client.Get(u)
	// ok: ssrf
	client.Post("https://example.com/in", "text/plain", strings.NewReader(u))
	// ruleid: ssrf
	client.Head("http://" + r.Header.Get("X-Forwarded-Host") + "/")
	// ruleid: ssrf
	req, _ := http.NewRequest("GET", u, nil)
	client.Do(req)
	// ruleid: ssrf
	req2, _ := http.NewRequestWithContext(r.Context(), http.MethodPost, "http://"+u+":8080", nil)
	client.Do(req2)
	// ok: ssrf
	req3, _ := http.NewRequest("GET", "https://internal.example.com/health", nil)
	client.Do(req3)
}

func composed(r *http.Request) {
	var target url.URL
	target.Scheme = "https"
	target.Host = r.FormValue("host")
	// ruleid: ssrf
	http.Get(target.String())
	fixed := url.URL{Scheme: "https", Host: "example.com", Path: r.FormValue("p")}
	// ok: ssrf
	http.Get(fixed.String())
	lit := &url.URL{Scheme: "http", Host: r.URL.Query().Get("h")}
	// ruleid: ssrf
	http.Get(lit.String())
	base, _ := url.Parse("https://example.com")
	q := base.Query()
	q.Set("name", r.FormValue("name"))
	base.RawQuery = q.Encode()
	// ok: ssrf
	http.Get(base.String())
	sub := r.FormValue("sub")
	// ruleid: ssrf
	http.Get("https://" + sub + ".example.com/x")
	// ruleid: ssrf
	http.Get("https://example.com:" + r.FormValue("port"))
}

var hosts = map[string]bool{"a.example.com": true}

func checked(w http.ResponseWriter, r *http.Request) {
	raw := r.FormValue("u")
	u, err := url.Parse(raw)
	if err != nil || !hosts[u.Host] {
		http.Error(w, "no", 400)
		return
	}
	// ok: ssrf
	http.Get(u.String())
	v := r.FormValue("v")
	if v == "https://a.example.com" {
		// ok: ssrf
		http.Get(v)
	}
	if !strings.HasPrefix(v, "https://example.com/") {
		return
	}
	// ok: ssrf
	http.Get(v)
	p, _ := url.Parse(r.FormValue("p"))
	if p.Hostname() != "example.com" {
		return
	}
	// ok: ssrf
	http.Get(p.String())
	x := r.FormValue("x")
	if strings.HasPrefix(x, "http") {
		// ruleid: ssrf
		http.Get(x)
	}
	var env string
	switch r.FormValue("env") {
	case "prod":
		env = "https://prod.example.com"
	default:
		env = "https://dev.example.com"
	}
	// ok: ssrf
	http.Get(env)
}

func bound(c *gin.Context) {
	var h hook
	if err := c.ShouldBindJSON(&h); err != nil {
		return
	}
	// ruleid: ssrf
	http.Post(h.Target, "application/json", nil)
	notify(h)
	var g hook
	json.NewDecoder(c.Request.Body).Decode(&g)
	// ruleid: ssrf
	client.Get(g.Target)
	// ok: ssrf
	client.Get(fmt.Sprintf("https://example.com/retry/%d", g.Retry))
	rc := resty.New()
	// ruleid: ssrf
	rc.R().Get(c.Query("u"))
	// ok: ssrf
	rc.R().SetQueryParam("u", c.Query("u")).Get("https://example.com")
	// ruleid: ssrf
	rc.R().SetBody(h).Post(c.PostForm("u"))
	// ruleid: ssrf
	rc.SetBaseURL(c.Query("base"))
	// ruleid: ssrf
	rc.R().Execute("GET", c.Query("u"))
}

func notify(h hook) {
	// ruleid: ssrf
	http.Get(h.Target)
}

func low(c echo.Context) error {
	addr := c.QueryParam("addr")
	// ruleid: ssrf
	net.Dial("tcp", addr)
	// ruleid: ssrf
	net.DialTimeout("tcp", addr+":80", 0)
	// ok: ssrf
	net.Dial("tcp", "db.internal:5432")
	// ruleid: ssrf
	tls.Dial("tcp", addr, nil)
	var d net.Dialer
	// ruleid: ssrf
	d.DialContext(c.Request().Context(), "tcp", addr)
	// ruleid: ssrf
	rpc.DialHTTP("tcp", addr)
	// ruleid: ssrf
	grpc.Dial(addr)
	// ok: ssrf
	net.LookupHost("example.com")
	return nil
}

func sockets(ctx context.Context, r *http.Request) {
	t := r.FormValue("t")
	// ruleid: ssrf
	gorilla.DefaultDialer.Dial(t, nil)
	// ruleid: ssrf
	websocket.DefaultDialer.Dial("wss://"+t, nil)
	// ok: ssrf
	websocket.DefaultDialer.Dial("wss://example.com", nil)
	// ruleid: ssrf
	xws.Dial(t, "", "http://localhost")
}

func fast(c *fiber.Ctx) error {
	// ruleid: ssrf
	fasthttp.Get(nil, c.Query("u"))
	// ok: ssrf
	fasthttp.Get(nil, "https://example.com")
	req := fasthttp.AcquireRequest()
	// ruleid: ssrf
	req.SetRequestURI(c.Query("u"))
	// ok: ssrf
	req.SetRequestURI("https://example.com")
	// ruleid: ssrf
	agent := fiber.Get(c.Params("u"))
	_ = agent
	// ruleid: ssrf
	req.SetHost(c.Query("h"))
	return nil
}

func proxy(w http.ResponseWriter, r *http.Request) {
	target, _ := url.Parse(r.URL.Query().Get("to"))
	// ruleid: ssrf
	rp := httputil.NewSingleHostReverseProxy(target)
	rp.ServeHTTP(w, r)
	fixed, _ := url.Parse("http://127.0.0.1:9000")
	// ok: ssrf
	httputil.NewSingleHostReverseProxy(fixed).ServeHTTP(w, r)
}
