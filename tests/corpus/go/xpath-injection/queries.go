package queries

import (
	"fmt"
	"net/http"

	"github.com/antchfx/htmlquery"
	"github.com/antchfx/xmlquery"
	"github.com/antchfx/xpath"
	"github.com/beevik/etree"
	"gopkg.in/xmlpath.v2"
)

func Find(doc *xmlquery.Node, r *http.Request) *xmlquery.Node {
	name := r.FormValue("name")
	// ruleid: xpath-injection
	return xmlquery.FindOne(doc, "//user[name='"+name+"']")
}

func FindAll(doc *xmlquery.Node, r *http.Request) []*xmlquery.Node {
	query := fmt.Sprintf("//user[@id='%s']", r.FormValue("id"))
	// ruleid: xpath-injection
	return xmlquery.Find(doc, query)
}

func Query(doc *xmlquery.Node, id string) (*xmlquery.Node, error) {
	// ruleid: xpath-injection
	return xmlquery.Query(doc, fmt.Sprintf("//user[@id='%s']", id))
}

func Constant(doc *xmlquery.Node) []*xmlquery.Node {
	// ok: xpath-injection
	return xmlquery.Find(doc, "//user[@active='true']")
}

func Number(doc *xmlquery.Node, id int) *xmlquery.Node {
	// ok: xpath-injection
	return xmlquery.FindOne(doc, fmt.Sprintf("//user[%d]", id))
}

func Compile(r *http.Request) (*xpath.Expr, error) {
	// ruleid: xpath-injection
	return xpath.Compile("//book[title='" + r.FormValue("title") + "']")
}

func MustCompile() *xpath.Expr {
	// ok: xpath-injection
	return xpath.MustCompile("//book")
}

func Html(r *http.Request) {
	doc, err := htmlquery.LoadDoc("page.html")
	if err != nil {
		return
	}
	// ruleid: xpath-injection
	htmlquery.FindOne(doc, "//div[@id='"+r.FormValue("id")+"']")
	// ok: xpath-injection
	htmlquery.Find(doc, "//div[@class='item']")
}

func Path(r *http.Request) *xmlpath.Path {
	// ruleid: xpath-injection
	return xmlpath.MustCompile("/users/user[name='" + r.FormValue("name") + "']")
}

func Etree(doc *etree.Document, r *http.Request) *etree.Element {
	// ruleid: xpath-injection
	return doc.FindElement("//user[name='" + r.FormValue("name") + "']")
}
