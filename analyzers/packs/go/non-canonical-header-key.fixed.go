package example

import "net/http"

func accepted(request *http.Request) ([]string, []string) {
	// ruleid: non-canonical-header-key
	kinds := request.Header.Values("content-type")
	// ruleid: non-canonical-header-key
	if len(request.Header.Values("x-Forwarded-for")) > 0 {
		return kinds, nil
	}
	// ok: non-canonical-header-key
	request.Header["x-lower-on-purpose"] = kinds
	// ok: non-canonical-header-key
	return kinds, request.Header["Content-Type"]
}
