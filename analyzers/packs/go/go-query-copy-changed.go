package example

import (
	"net/http"
	"net/url"
)

func page(request *http.Request, address *url.URL) {
	// ruleid: go-query-copy-changed
	request.URL.Query().Set("page", "2")
	// ruleid: go-query-copy-changed
	address.Query().Del("token")
	// ok: go-query-copy-changed
	values := request.URL.Query()
	values.Set("page", "2")
	request.URL.RawQuery = values.Encode()
}
