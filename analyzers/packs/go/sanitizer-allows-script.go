package pages

import (
	"github.com/microcosm-cc/bluemonday"
)

func policy() *bluemonday.Policy {
	p := bluemonday.UGCPolicy()
	// ruleid: sanitizer-allows-script
	p.AllowElements("script")
	// ruleid: sanitizer-allows-script
	p.AllowElements("p", "iframe")
	// ruleid: sanitizer-allows-script
	p.AllowAttrs("class", "onclick").Globally()
	// ruleid: sanitizer-allows-script
	p.AllowAttrs("srcdoc").OnElements("div")
	// ruleid: sanitizer-allows-script
	p.AllowURLSchemes("https", "javascript")
	// ruleid: sanitizer-allows-script
	p.AllowUnsafe(true)
	return p
}

func strict() *bluemonday.Policy {
	p := bluemonday.StrictPolicy()
	// ok: sanitizer-allows-script
	p.AllowElements("p", "strong", "figure")
	// ok: sanitizer-allows-script
	p.AllowAttrs("class", "open").OnElements("details")
	// ok: sanitizer-allows-script
	p.AllowURLSchemes("https", "mailto")
	// ok: sanitizer-allows-script
	p.SkipElementsContent("script", "iframe")
	// ok: sanitizer-allows-script
	p.AllowUnsafe(false)
	return p
}
