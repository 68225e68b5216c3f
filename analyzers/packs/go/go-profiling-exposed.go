package example

import (
	"net/http"
	// ruleid: go-profiling-exposed
	_ "net/http/pprof"
	// ok: go-profiling-exposed
	_ "embed"
)

func routes(mux *http.ServeMux) {
	// ruleid: go-profiling-exposed
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	// ok: go-profiling-exposed
	mux.HandleFunc("/health", health)
}
