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
	// ruleid: go-allocation-size-from-input
	use(make([]byte, size))
	if size < 0 || size > 1024 {
		return
	}
	// ok: go-allocation-size-from-input
	use(make([]byte, size))
	// ok: go-allocation-size-from-input
	use(make([]string, len(r.Form)))
}
