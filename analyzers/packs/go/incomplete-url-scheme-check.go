package example

import (
	"net/url"
	"strings"
)

func clean(link string) string {
	// ruleid: incomplete-url-scheme-check
	if strings.HasPrefix(strings.ToLower(link), "javascript:") {
		return "about:blank"
	}
	return link
}

func cleanParsed(address *url.URL) bool {
	// ruleid: incomplete-url-scheme-check
	return address.Scheme != "javascript"
}

func cleanAll(link string) string {
	// ok: incomplete-url-scheme-check
	if strings.HasPrefix(link, "javascript:") || strings.HasPrefix(link, "data:") || strings.HasPrefix(link, "vbscript:") {
		return "about:blank"
	}
	return link
}

func allowed(address *url.URL) bool {
	// ok: incomplete-url-scheme-check
	return address.Scheme == "https"
}
