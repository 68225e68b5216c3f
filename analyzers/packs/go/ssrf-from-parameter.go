package example

import "net/http"

func load(address string) (*http.Response, error) {
	// ruleid: ssrf-from-parameter
	return http.Get(address)
}

func item(id string) (*http.Response, error) {
	// ok: ssrf-from-parameter
	return http.Get("https://api.example.com/items/" + id)
}
