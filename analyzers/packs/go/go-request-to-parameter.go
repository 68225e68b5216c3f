package example

import "net/http"

func load(address string) (*http.Response, error) {
	// ruleid: go-request-to-parameter
	return http.Get(address)
}

func item(id string) (*http.Response, error) {
	// ok: go-request-to-parameter
	return http.Get("https://api.example.com/items/" + id)
}
