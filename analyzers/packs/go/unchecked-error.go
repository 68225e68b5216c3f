package example

import (
	"io"
	"net/http"
	"os"
)

func load(path, text string) {
	// ruleid: unchecked-error
	file, _ := os.Open(path)
	// ruleid: unchecked-error
	response, _ := http.Get(path)
	// ok: unchecked-error
	data, err := io.ReadAll(file)
	// ok: unchecked-error
	config, _ := os.ReadFile(text)
	if config == nil {
		return
	}
	use(response, data, err)
}
