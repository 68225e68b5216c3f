package example

import (
	"net/http"
	"net/http/httptest"
	"time"
)

func serve(handler http.Handler) {
	// ruleid: server-without-timeout
	(&http.Server{Addr: ":8080", Handler: handler, ReadHeaderTimeout: 10 * time.Second}).ListenAndServe()
	// ruleid: server-without-timeout
	a := &http.Server{Addr: ":8080", Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	// ok: server-without-timeout
	b := &http.Server{Addr: ":8080", Handler: handler, ReadHeaderTimeout: time.Second}
	// ok: server-without-timeout
	c := http.Server{ReadTimeout: time.Second}
	// ok: server-without-timeout
	d := &http.Server{Handler: handler}
	d.ReadHeaderTimeout = time.Second
	use(a, b, c, d)
}

func profile(port string) {
	// ok: server-without-timeout
	http.ListenAndServe("localhost:6060", nil)
	// ok: server-without-timeout
	http.ListenAndServe("127.0.0.1:"+port, nil)
}

func later(handler http.Handler) {
	server := http.Server{Handler: handler}
	server.ReadHeaderTimeout = time.Second
	// ok: server-without-timeout
	_ = &httptest.Server{Config: &http.Server{Handler: handler}}
}
