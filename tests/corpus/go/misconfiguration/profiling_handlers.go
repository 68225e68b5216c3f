package main

import (
	"net/http"
	"net/http/pprof"
)

func routes(mux *http.ServeMux) {
	// ruleid: misconfiguration
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	// ok: misconfiguration
	mux.HandleFunc("/health", health)
}

func health(w http.ResponseWriter, r *http.Request) {}
