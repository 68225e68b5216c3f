package example

import "net/http"

func accepted(request *http.Request) ([]string, []string) {
	// ruleid: go-header-key-not-canonical
	kinds := request.Header["content-type"]
	// ruleid: go-header-key-not-canonical
	if len(request.Header["x-Forwarded-for"]) > 0 {
		return kinds, nil
	}
	// ok: go-header-key-not-canonical
	request.Header["x-lower-on-purpose"] = kinds
	// ok: go-header-key-not-canonical
	return kinds, request.Header["Content-Type"]
}
