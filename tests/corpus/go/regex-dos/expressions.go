package expressions

import (
	"net/http"
	"regexp"

	"github.com/dlclark/regexp2"
	"github.com/gin-gonic/gin"
)

func FromRequest(r *http.Request, text string) (bool, error) {
	// ruleid: regex-dos
	expression, err := regexp.Compile(r.FormValue("pattern"))
	if err != nil {
		return false, err
	}
	return expression.MatchString(text), nil
}

func Match(r *http.Request, text string) (bool, error) {
	// ruleid: regex-dos
	return regexp.MatchString(r.URL.Query().Get("q"), text)
}

func Must(c *gin.Context) *regexp.Regexp {
	// ruleid: regex-dos
	return regexp.MustCompile("^" + c.Query("prefix") + ".*$")
}

func Quoted(c *gin.Context) *regexp.Regexp {
	// ok: regex-dos
	return regexp.MustCompile("^" + regexp.QuoteMeta(c.Query("prefix")) + ".*$")
}

func Constant(r *http.Request) bool {
	// ok: regex-dos
	return regexp.MustCompile(`^[a-z]+$`).MatchString(r.FormValue("name"))
}

// Expressions of the standard library run in linear time.
// ok: regex-dos
var nested = regexp.MustCompile(`^(a+)+$`)

// ruleid: regex-dos
var backtracking = regexp2.MustCompile(`^(a+)+$`, 0)

// ok: regex-dos
var plain = regexp2.MustCompile(`^a+$`, 0)
