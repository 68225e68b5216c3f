package example

import (
	"net/http"
	"net/http/cgi"
)

func routes() {
	// ruleid: go-cgi-handler
	http.Handle("/report", &cgi.Handler{Path: "/usr/lib/cgi-bin/report"})
	// ruleid: go-cgi-handler
	cgi.Serve(nil)
	// ok: go-cgi-handler
	http.HandleFunc("/report", report)
}
