package main

import (
	"log"
	"net/http"
	// ruleid: misconfiguration
	_ "net/http/pprof"
	"time"
)

func main() {
	mux := http.NewServeMux()
	server := &http.Server{Addr: "127.0.0.1:8080", Handler: mux, ReadHeaderTimeout: time.Second}
	log.Fatal(server.ListenAndServe())
}
