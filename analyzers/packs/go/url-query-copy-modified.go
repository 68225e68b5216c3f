package example

import (
	"net/http"
	"net/url"
)

func page(request *http.Request, address *url.URL) {
	// ruleid: url-query-copy-modified
	request.URL.Query().Set("page", "2")
	// ruleid: url-query-copy-modified
	address.Query().Del("token")
	// ok: url-query-copy-modified
	values := request.URL.Query()
	values.Set("page", "2")
	request.URL.RawQuery = values.Encode()
}
