package example

import "regexp"

func ours(address, text string) bool {
	// ruleid: go-host-pattern-loose
	dots := regexp.MustCompile(`^https?://www.example.com/`)
	if dots.MatchString(address) {
		return true
	}
	// ruleid: go-host-pattern-loose
	anywhere := regexp.MustCompile(`https?://www\.example\.com/`)
	if anywhere.MatchString(address) {
		return true
	}
	// ok: go-host-pattern-loose
	found := regexp.MustCompile(`https?://www\.example\.com/\w+`)
	_ = found.FindAllString(text, -1)
	// ok: go-host-pattern-loose
	whole := regexp.MustCompile(`^https?://www\.example\.com/`)
	return whole.MatchString(address)
}

func other(address string) bool {
	// ruleid: go-host-pattern-loose
	matched, _ := regexp.MatchString("https://example\\.com/", address)
	// ok: go-host-pattern-loose
	matched, _ = regexp.MatchString("^https://example\\.com/", address)
	return matched
}

func ends(host, origin string, u *url.URL) bool {
	// ruleid: go-host-pattern-loose
	a := strings.HasSuffix(host, "shop.com")
	// ruleid: go-host-pattern-loose
	b := strings.HasSuffix(u.Hostname(), "shop.com")
	// ruleid: go-host-pattern-loose
	c := strings.HasPrefix(origin, "https://shop.com")
	// ruleid: go-host-pattern-loose
	d := strings.Contains(r.Header.Get("Origin"), "shop.com")
	// ok: go-host-pattern-loose
	e := strings.HasSuffix(host, ".shop.com")
	// ok: go-host-pattern-loose
	f := strings.HasPrefix(origin, "https://shop.com/")
	// ok: go-host-pattern-loose
	g := strings.HasSuffix(name, "shop.com")
	return a || b || c || d || e || f || g
}
