package example

import (
	"net/http"
	// ruleid: pprof-exposed
	_ "net/http/pprof"
	// ok: pprof-exposed
	_ "embed"
	"expvar"
)

func routes(mux *http.ServeMux) {
	// ruleid: pprof-exposed
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	// ok: pprof-exposed
	mux.HandleFunc("/health", health)
}

func variables(mux *http.ServeMux) {
	// ruleid: pprof-exposed
	mux.Handle("/debug/vars", expvar.Handler())
	// ok: pprof-exposed
	mux.Handle("/healthz", http.NotFoundHandler())
}
