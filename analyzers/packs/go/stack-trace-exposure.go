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
			// ruleid: stack-trace-exposure
			w.Write(debug.Stack())
			// ruleid: stack-trace-exposure
			fmt.Fprintf(w, "%s", debug.Stack())
			// ruleid: stack-trace-exposure
			http.Error(w, string(debug.Stack()), 500)
			// ok: stack-trace-exposure
			log.Printf("%s", debug.Stack())
			// ok: stack-trace-exposure
			http.Error(w, "internal error", 500)
		}
	}()
}
