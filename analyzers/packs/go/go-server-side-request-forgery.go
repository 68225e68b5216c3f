package example

import (
	"net/http"
	"net/url"

	"github.com/gofiber/fiber/v2"
	"github.com/mmcdole/gofeed"
)

var allowed = map[string]bool{"api.example.com": true}

func fetch(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-server-side-request-forgery
	http.Get(r.FormValue("url"))
	// ruleid: go-server-side-request-forgery
	http.NewRequest("GET", "https://"+r.FormValue("host")+"/status", nil)
	// ok: go-server-side-request-forgery
	http.Get("https://api.example.com/users/" + r.FormValue("id"))
	// ok: go-server-side-request-forgery
	http.Get("https://api.example.com/health")
	target, err := url.Parse(r.FormValue("url"))
	if err != nil || !allowed[target.Host] {
		return
	}
	// ok: go-server-side-request-forgery
	http.Get(target.String())
}

func clients(r *http.Request) {
	address := r.FormValue("url")
	client := resty.New()
	// ruleid: go-server-side-request-forgery
	client.R().SetHeader("Accept", "*/*").Get(address)
	// ok: go-server-side-request-forgery
	client.R().SetQueryParam("url", address).Get("https://example.com")
	request := fasthttp.AcquireRequest()
	// ruleid: go-server-side-request-forgery
	request.SetRequestURI(address)
	var dialer net.Dialer
	// ruleid: go-server-side-request-forgery
	dialer.DialContext(r.Context(), "tcp", address)
	// ruleid: go-server-side-request-forgery
	websocket.DefaultDialer.Dial("wss://"+address, nil)
	if strings.HasPrefix(address, "http") {
		// ruleid: go-server-side-request-forgery
		http.Get(address)
	}
	if strings.HasPrefix(address, "https://api.example.com/") {
		// ok: go-server-side-request-forgery
		http.Get(address)
	}
	own := url.URL{Scheme: "https", Host: "example.com", Path: r.FormValue("path")}
	// ok: go-server-side-request-forgery
	http.Get(own.String())
	parsed, _ := url.Parse("https://example.com")
	parsed.RawQuery = r.FormValue("query")
	// ok: go-server-side-request-forgery
	http.Get(parsed.String())
}

func agents(c *fiber.Ctx) {
	agent := fiber.AcquireAgent()
	request := agent.Request()
	// ruleid: go-server-side-request-forgery
	request.SetRequestURI(c.Query("address"))
	// ok: go-server-side-request-forgery
	request.SetRequestURI("https://example.com/?q=" + c.Query("q"))
}

func feeds(r *http.Request) {
	parser := gofeed.NewParser()
	// ruleid: go-server-side-request-forgery
	parser.ParseURL(r.FormValue("feed"))
	// ok: go-server-side-request-forgery
	parser.ParseURL("https://example.com/feed.xml")
}

func below(base *url.URL, r *http.Request) {
	// ok: go-server-side-request-forgery
	http.Get(base.JoinPath("users", r.FormValue("id")).String())
}

func clients(w http.ResponseWriter, r *http.Request, page playwright.Page, hc *httpclient.Client) {
	u := r.FormValue("u")
	callbackURL := r.FormValue("callback")
	// ruleid: go-server-side-request-forgery
	grequests.Get(u, nil)
	// ruleid: go-server-side-request-forgery
	req.MustGet(u)
	// ruleid: go-server-side-request-forgery
	page.Goto(u)
	// ruleid: go-server-side-request-forgery
	rod.New().MustConnect().MustPage(u)
	// ruleid: go-server-side-request-forgery
	hc.Get(u, nil)
	// ruleid: go-server-side-request-forgery
	s.httpClient.Post(ctx, callbackURL)
	// ruleid: go-server-side-request-forgery
	getter.Get("modules", u)
	// ruleid: go-server-side-request-forgery
	git.PlainClone("clone", false, &git.CloneOptions{URL: u})
	// ok: go-server-side-request-forgery
	git.PlainClone(os.Args[1], false, &git.CloneOptions{URL: os.Args[2]})
	// ruleid: go-server-side-request-forgery
	sql.Open("mysql", "app@tcp("+u+")/app")
	// ok: go-server-side-request-forgery
	redisClient.Get(u)
	// ok: go-server-side-request-forgery
	page.Goto("https://shop.com")
	// ok: go-server-side-request-forgery
	git.PlainClone("clone", false, &git.CloneOptions{URL: "https://shop.com/a.git"})
}

func kept(r *http.Request, other *url.URL) http.Request {
	*other = *r.URL
	// ok: go-server-side-request-forgery
	return http.Request{Method: r.Method, RequestURI: r.RequestURI, URL: other}
}

func sentElsewhere(r *http.Request, own *http.Request) {
	request, err := http.NewRequest("GET", "https://api.example.com", nil)
	if err != nil {
		return
	}
	address, _ := url.Parse(r.FormValue("callback"))
	// ruleid: go-server-side-request-forgery
	request.URL = address
	// ok: go-server-side-request-forgery
	own.URL = r.URL
	if address.Scheme != "https" {
		return
	}
	// ruleid: go-server-side-request-forgery
	http.Get(address.String())
}
