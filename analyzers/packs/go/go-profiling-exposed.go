package example

import (
	"net/http"
	// ruleid: go-profiling-exposed
	_ "net/http/pprof"
	// ok: go-profiling-exposed
	_ "embed"
	"expvar"
)

func routes(mux *http.ServeMux) {
	// ruleid: go-profiling-exposed
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	// ok: go-profiling-exposed
	mux.HandleFunc("/health", health)
}

func variables(mux *http.ServeMux) {
	// ruleid: go-profiling-exposed
	mux.Handle("/debug/vars", expvar.Handler())
	// ok: go-profiling-exposed
	mux.Handle("/healthz", http.NotFoundHandler())
}
