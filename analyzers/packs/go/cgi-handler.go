package example

import (
	"net/http"
	"net/http/cgi"
)

func routes() {
	// ruleid: cgi-handler
	http.Handle("/report", &cgi.Handler{Path: "/usr/lib/cgi-bin/report"})
	// ruleid: cgi-handler
	cgi.Serve(nil)
	// ok: cgi-handler
	http.HandleFunc("/report", report)
}
