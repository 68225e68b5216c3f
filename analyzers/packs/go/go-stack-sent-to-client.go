package example

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"runtime/debug"
)

func handle(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil {
			// ruleid: go-stack-sent-to-client
			w.Write(debug.Stack())
			// ruleid: go-stack-sent-to-client
			fmt.Fprintf(w, "%s", debug.Stack())
			// ruleid: go-stack-sent-to-client
			http.Error(w, string(debug.Stack()), 500)
			// ok: go-stack-sent-to-client
			log.Printf("%s", debug.Stack())
			// ok: go-stack-sent-to-client
			http.Error(w, "internal error", 500)
		}
	}()
}
