package example

import (
	"net/url"
	"strings"
)

func clean(link string) string {
	// ruleid: go-scheme-check-incomplete
	if strings.HasPrefix(strings.ToLower(link), "javascript:") {
		return "about:blank"
	}
	return link
}

func cleanParsed(address *url.URL) bool {
	// ruleid: go-scheme-check-incomplete
	return address.Scheme != "javascript"
}

func cleanAll(link string) string {
	// ok: go-scheme-check-incomplete
	if strings.HasPrefix(link, "javascript:") || strings.HasPrefix(link, "data:") || strings.HasPrefix(link, "vbscript:") {
		return "about:blank"
	}
	return link
}

func allowed(address *url.URL) bool {
	// ok: go-scheme-check-incomplete
	return address.Scheme == "https"
}
