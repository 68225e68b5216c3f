package example

import (
	"io"
	"net/http"
	"os"
	"strconv"
)

func load(path, text string) {
	// ruleid: go-error-ignored
	file, _ := os.Open(path)
	// ruleid: go-error-ignored
	request, _ := http.NewRequest("GET", path, nil)
	// ok: go-error-ignored
	data, err := io.ReadAll(file)
	// ok: go-error-ignored
	n, _ := strconv.Atoi(text)
	if n == 0 {
		return
	}
	use(request, data, err)
}
