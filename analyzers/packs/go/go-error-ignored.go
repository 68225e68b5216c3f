package example

import (
	"io"
	"net/http"
	"os"
)

func load(path, text string) {
	// ruleid: go-error-ignored
	file, _ := os.Open(path)
	// ruleid: go-error-ignored
	response, _ := http.Get(path)
	// ok: go-error-ignored
	data, err := io.ReadAll(file)
	// ok: go-error-ignored
	config, _ := os.ReadFile(text)
	if config == nil {
		return
	}
	use(response, data, err)
}
