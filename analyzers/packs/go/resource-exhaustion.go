package example

import (
	"net/http"
	"strconv"
)

func read(w http.ResponseWriter, r *http.Request) {
	size, err := strconv.Atoi(r.FormValue("size"))
	if err != nil {
		return
	}
	// ruleid: resource-exhaustion
	use(make([]byte, size))
	if size < 0 || size > 1024 {
		return
	}
	// ok: resource-exhaustion
	use(make([]byte, size))
	// ok: resource-exhaustion
	use(make([]string, len(r.Form)))
}
