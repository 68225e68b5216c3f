package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-resty/resty/v2"
	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"
)

const service = "https://api.example.com"

var hosts = map[string]bool{"api.example.com": true, "cdn.example.com": true}

func Fetch(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("url")
	// ruleid: ssrf
	response, err := http.Get(target)
	if err != nil {
		return
	}
	defer response.Body.Close()
	io.Copy(io.Discard, response.Body)
}

func FetchPost(r *http.Request) (*http.Response, error) {
	// ruleid: ssrf
	return http.Post(r.FormValue("hook"), "application/json", r.Body)
}

func FetchForm(r *http.Request) (*http.Response, error) {
	// ruleid: ssrf
	return http.PostForm(r.FormValue("hook"), url.Values{"a": {"b"}})
}

func FetchHead(r *http.Request) (*http.Response, error) {
	// ruleid: ssrf
	return http.Head("https://" + r.FormValue("host") + "/status")
}

func Constant() (*http.Response, error) {
	// ok: ssrf
	return http.Get("https://example.com/health")
}

func ConstantBase(r *http.Request) (*http.Response, error) {
	// ok: ssrf
	return http.Get("https://api.example.com/users?name=" + url.QueryEscape(r.FormValue("name")))
}

func ConstantHost(r *http.Request) (*http.Response, error) {
	// ok: ssrf
	return http.Get(service + "/users/" + url.PathEscape(r.FormValue("id")))
}

func Requested(ctx context.Context, client *http.Client, r *http.Request) (*http.Response, error) {
	// ruleid: ssrf
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.FormValue("url"), nil)
	if err != nil {
		return nil, err
	}
	return client.Do(request)
}

func NewRequest(r *http.Request) (*http.Request, error) {
	address := fmt.Sprintf("http://%s:8080/info", r.Header.Get("X-Backend"))
	// ruleid: ssrf
	return http.NewRequest("GET", address, nil)
}

func Client(r *http.Request) (*http.Response, error) {
	client := &http.Client{}
	// ruleid: ssrf
	return client.Get(r.FormValue("url"))
}

func ClientPost(r *http.Request) (*http.Response, error) {
	client := http.DefaultClient
	// ruleid: ssrf
	return client.Post(r.FormValue("url"), "text/plain", nil)
}

func ClientConstant() (*http.Response, error) {
	client := &http.Client{}
	// ok: ssrf
	return client.Get(service + "/health")
}

func Allowed(r *http.Request) (*http.Response, error) {
	target, err := url.Parse(r.FormValue("url"))
	if err != nil {
		return nil, err
	}
	if !hosts[target.Host] {
		return nil, errors.New("host is not allowed")
	}
	// ok: ssrf
	return http.Get(target.String())
}

func Selected(r *http.Request) (*http.Response, error) {
	mirrors := map[string]string{"eu": "https://eu.example.com", "us": "https://us.example.com"}
	mirror, known := mirrors[r.FormValue("region")]
	if !known {
		return nil, errors.New("unknown region")
	}
	// ok: ssrf
	return http.Get(mirror + "/status")
}

func Parsed(r *http.Request) (*http.Response, error) {
	target, err := url.Parse(r.FormValue("url"))
	if err != nil {
		return nil, err
	}
	// ruleid: ssrf
	return http.Get(target.String())
}

func Dial(r *http.Request) (net.Conn, error) {
	// ruleid: ssrf
	return net.Dial("tcp", r.FormValue("address"))
}

func DialConstant() (net.Conn, error) {
	// ok: ssrf
	return net.Dial("tcp", "database.internal:5432")
}

func Proxy(w http.ResponseWriter, r *http.Request) {
	target, _ := url.Parse(r.Header.Get("X-Target"))
	// ruleid: ssrf
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ServeHTTP(w, r)
}

func ProxyConstant(w http.ResponseWriter, r *http.Request) {
	target, _ := url.Parse("http://backend.internal:8080")
	// ok: ssrf
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ServeHTTP(w, r)
}

func Gin(c *gin.Context) {
	// ruleid: ssrf
	response, err := http.Get(c.Query("image"))
	if err != nil {
		c.Status(http.StatusBadGateway)
		return
	}
	defer response.Body.Close()
	// ruleid: ssrf
	_, _ = resty.New().R().Get(c.Param("address"))
	// ok: ssrf
	_, _ = resty.New().R().SetQueryParam("q", c.Query("q")).Get("https://example.com/search")
}

func Echo(c echo.Context) error {
	// ruleid: ssrf
	_, err := http.Get("http://" + c.Param("host") + "/")
	return err
}

func Socket(r *http.Request) error {
	// ruleid: ssrf
	_, _, err := websocket.DefaultDialer.Dial(r.FormValue("socket"), nil)
	return err
}

func Command() (*http.Response, error) {
	// ruleid: ssrf
	return http.Get(os.Args[1])
}

func Environment() (*http.Response, error) {
	// ok: ssrf
	return http.Get(os.Getenv("SERVICE_URL") + "/health")
}

func fetch(address string) (*http.Response, error) {
	// ruleid: ssrf
	return http.Get(address)
}

func Helper(r *http.Request) (*http.Response, error) {
	return fetch(r.FormValue("address"))
}

func Path(r *http.Request) (*http.Request, error) {
	// ok: ssrf
	return http.NewRequest(http.MethodGet, "https://example.com/api/v1/items/"+r.FormValue("id"), nil)
}

func Subdomain(r *http.Request) (*http.Request, error) {
	// ruleid: ssrf
	return http.NewRequest(http.MethodGet, fmt.Sprintf("https://%s.example.com/api", r.FormValue("tenant")), nil)
}

func Trimmed(r *http.Request) (*http.Response, error) {
	target := strings.TrimSpace(strings.TrimPrefix(r.FormValue("url"), "url:"))
	// ruleid: ssrf
	return http.DefaultClient.Get(target)
}

func Struct(r *http.Request) *url.URL {
	target := &url.URL{Scheme: "https", Host: r.FormValue("host"), Path: "/"}
	// ruleid: ssrf
	_, _ = http.Get(target.String())
	return target
}
