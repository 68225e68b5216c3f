package example

import "regexp"

func ours(address, text string) bool {
	// ruleid: incomplete-hostname-regex
	dots := regexp.MustCompile(`^https?://www.example.com/`)
	if dots.MatchString(address) {
		return true
	}
	// ruleid: incomplete-hostname-regex
	anywhere := regexp.MustCompile(`https?://www\.example\.com/`)
	if anywhere.MatchString(address) {
		return true
	}
	// ok: incomplete-hostname-regex
	found := regexp.MustCompile(`https?://www\.example\.com/\w+`)
	_ = found.FindAllString(text, -1)
	// ok: incomplete-hostname-regex
	whole := regexp.MustCompile(`^https?://www\.example\.com/`)
	return whole.MatchString(address)
}

func other(address string) bool {
	// ruleid: incomplete-hostname-regex
	matched, _ := regexp.MatchString("https://example\\.com/", address)
	// ok: incomplete-hostname-regex
	matched, _ = regexp.MatchString("^https://example\\.com/", address)
	return matched
}

func ends(host, origin string, u *url.URL) bool {
	// ruleid: incomplete-hostname-regex
	a := strings.HasSuffix(host, "shop.com")
	// ruleid: incomplete-hostname-regex
	b := strings.HasSuffix(u.Hostname(), "shop.com")
	// ruleid: incomplete-hostname-regex
	c := strings.HasPrefix(origin, "https://shop.com")
	// ruleid: incomplete-hostname-regex
	d := strings.Contains(r.Header.Get("Origin"), "shop.com")
	// ok: incomplete-hostname-regex
	e := strings.HasSuffix(host, ".shop.com")
	// ok: incomplete-hostname-regex
	f := strings.HasPrefix(origin, "https://shop.com/")
	// ok: incomplete-hostname-regex
	g := strings.HasSuffix(name, "shop.com")
	return a || b || c || d || e || f || g
}
