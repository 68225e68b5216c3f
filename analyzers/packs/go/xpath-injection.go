package example

import (
	"fmt"
	"net/http"

	"github.com/antchfx/xmlquery"
)

func find(doc *xmlquery.Node, r *http.Request, name string, id int) {
	// ruleid: xpath-injection
	xmlquery.FindOne(doc, "//user[name='"+r.FormValue("name")+"']")
	// ruleid: xpath-injection
	xmlquery.Find(doc, fmt.Sprintf("//user[name='%s']", name))
	// ok: xpath-injection
	xmlquery.Find(doc, fmt.Sprintf("//user[%d]", id))
	// ok: xpath-injection
	xmlquery.Find(doc, "//user")
	// ok: xpath-injection
	xmlquery.Find(doc, name)
}
