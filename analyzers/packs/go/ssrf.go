package example

import (
	"net/http"
	"net/url"

	"github.com/gofiber/fiber/v2"
	"github.com/mmcdole/gofeed"
)

var allowed = map[string]bool{"api.example.com": true}

func fetch(w http.ResponseWriter, r *http.Request) {
	// ruleid: ssrf
	http.Get(r.FormValue("url"))
	// ruleid: ssrf
	http.NewRequest("GET", "https://"+r.FormValue("host")+"/status", nil)
	// ok: ssrf
	http.Get("https://api.example.com/users/" + r.FormValue("id"))
	// ok: ssrf
	http.Get("https://api.example.com/health")
	target, err := url.Parse(r.FormValue("url"))
	if err != nil || !allowed[target.Host] {
		return
	}
	// ok: ssrf
	http.Get(target.String())
}

func clients(r *http.Request) {
	address := r.FormValue("url")
	client := resty.New()
	// ruleid: ssrf
	client.R().SetHeader("Accept", "*/*").Get(address)
	// ok: ssrf
	client.R().SetQueryParam("url", address).Get("https://example.com")
	request := fasthttp.AcquireRequest()
	// ruleid: ssrf
	request.SetRequestURI(address)
	var dialer net.Dialer
	// ruleid: ssrf
	dialer.DialContext(r.Context(), "tcp", address)
	// ruleid: ssrf
	websocket.DefaultDialer.Dial("wss://"+address, nil)
	if strings.HasPrefix(address, "http") {
		// ruleid: ssrf
		http.Get(address)
	}
	if strings.HasPrefix(address, "https://api.example.com/") {
		// ok: ssrf
		http.Get(address)
	}
	own := url.URL{Scheme: "https", Host: "example.com", Path: r.FormValue("path")}
	// ok: ssrf
	http.Get(own.String())
	parsed, _ := url.Parse("https://example.com")
	parsed.RawQuery = r.FormValue("query")
	// ok: ssrf
	http.Get(parsed.String())
}

func agents(c *fiber.Ctx) {
	agent := fiber.AcquireAgent()
	request := agent.Request()
	// ruleid: ssrf
	request.SetRequestURI(c.Query("address"))
	// ok: ssrf
	request.SetRequestURI("https://example.com/?q=" + c.Query("q"))
}

func feeds(r *http.Request) {
	parser := gofeed.NewParser()
	// ruleid: ssrf
	parser.ParseURL(r.FormValue("feed"))
	// ok: ssrf
	parser.ParseURL("https://example.com/feed.xml")
}

func below(base *url.URL, r *http.Request) {
	// ok: ssrf
	http.Get(base.JoinPath("users", r.FormValue("id")).String())
}

func clients(w http.ResponseWriter, r *http.Request, page playwright.Page, hc *httpclient.Client) {
	u := r.FormValue("u")
	callbackURL := r.FormValue("callback")
	// ruleid: ssrf
	grequests.Get(u, nil)
	// ruleid: ssrf
	req.MustGet(u)
	// ruleid: ssrf
	page.Goto(u)
	// ruleid: ssrf
	rod.New().MustConnect().MustPage(u)
	// ruleid: ssrf
	hc.Get(u, nil)
	// ruleid: ssrf
	s.httpClient.Post(ctx, callbackURL)
	// ruleid: ssrf
	getter.Get("modules", u)
	// ruleid: ssrf
	git.PlainClone("clone", false, &git.CloneOptions{URL: u})
	// ok: ssrf
	git.PlainClone(os.Args[1], false, &git.CloneOptions{URL: os.Args[2]})
	// ruleid: ssrf
	sql.Open("mysql", "app@tcp("+u+")/app")
	// ok: ssrf
	redisClient.Get(u)
	// ok: ssrf
	page.Goto("https://shop.com")
	// ok: ssrf
	git.PlainClone("clone", false, &git.CloneOptions{URL: "https://shop.com/a.git"})
}

func kept(r *http.Request, other *url.URL) http.Request {
	*other = *r.URL
	// ok: ssrf
	return http.Request{Method: r.Method, RequestURI: r.RequestURI, URL: other}
}

func sentElsewhere(r *http.Request, own *http.Request) {
	request, err := http.NewRequest("GET", "https://api.example.com", nil)
	if err != nil {
		return
	}
	address, _ := url.Parse(r.FormValue("callback"))
	// ruleid: ssrf
	request.URL = address
	// ok: ssrf
	own.URL = r.URL
	if address.Scheme != "https" {
		return
	}
	// ruleid: ssrf
	http.Get(address.String())
}

func copied(ctx *fasthttp.RequestCtx, r *http.Request) {
	answered := ctx.Request()
	// Nothing connects: it is the request that is being answered.
	// ok: ssrf
	answered.SetHost(r.Host)
	// ok: ssrf
	answered.SetRequestURI(r.RequestURI)
}
