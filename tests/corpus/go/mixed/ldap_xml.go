package dir

import (
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/smtp"
	"net/textproto"
	"strings"

	"github.com/ChrisTrenkamp/goxpath"
	"github.com/antchfx/htmlquery"
	"github.com/antchfx/xmlquery"
	"github.com/antchfx/xpath"
	"github.com/beevik/etree"
	"github.com/go-ldap/ldap/v3"
	"github.com/go-xmlpath/xmlpath"
	"github.com/jbowtie/gokogiri"
	"github.com/lestrrat-go/libxml2"
	"github.com/lestrrat-go/libxml2/parser"
	"github.com/sendgrid/sendgrid-go/helpers/mail"
	"gopkg.in/gomail.v2"
)

func searches(l *ldap.Conn, r *http.Request) {
	user := r.FormValue("user")
	// ruleid: ldap-injection
	ldap.NewSearchRequest("dc=x", ldap.ScopeWholeSubtree, 0, 0, 0, false, "(uid="+user+")", nil, nil)
	// ok: ldap-injection
	ldap.NewSearchRequest("dc=x", ldap.ScopeWholeSubtree, 0, 0, 0, false, fmt.Sprintf("(uid=%s)", ldap.EscapeFilter(user)), nil, nil)
	// ruleid: ldap-injection
	ldap.NewSearchRequest("ou="+user+",dc=x", ldap.ScopeWholeSubtree, 0, 0, 0, false, "(a=b)", nil, nil)
	f := fmt.Sprintf("(&(objectClass=person)(uid=%s))", user)
	// ruleid: ldap-injection
	sr := ldap.NewSearchRequest(
		"dc=example,dc=com",
		ldap.ScopeWholeSubtree, ldap.NeverDerefAliases, 0, 0, false,
		f,
		[]string{"dn"},
		nil,
	)
	l.Search(sr)
	// ruleid: ldap-injection
	req := &ldap.SearchRequest{BaseDN: "dc=x", Filter: "(cn=" + user + ")"}
	l.Search(req)
	// ok: ldap-injection
	ok := &ldap.SearchRequest{BaseDN: "dc=x", Filter: "(cn=" + ldap.EscapeFilter(user) + ")"}
	l.Search(ok)
	// ruleid: ldap-injection
	l.Bind("uid="+user+",ou=people", r.FormValue("pw"))
	// ok: ldap-injection
	l.Bind("uid="+ldap.EscapeDN(user)+",ou=people", r.FormValue("pw"))
	// ruleid: ldap-injection
	ldap.CompileFilter("(uid=" + user + ")")
	// ok: ldap-injection
	ldap.NewSearchRequest("dc=x", ldap.ScopeBaseObject, 0, 0, 0, false, "(objectClass=*)", nil, nil)
}

func xpaths(r *http.Request, top *xmlquery.Node, doc *etree.Document) {
	name := r.FormValue("name")
	expr := "//user[name='" + name + "']"
	// ruleid: xpath-injection
	xmlquery.Find(top, expr)
	// ruleid: xpath-injection
	xmlquery.FindOne(top, expr)
	// ruleid: xpath-injection
	xmlquery.Query(top, expr)
	// ok: xpath-injection
	xmlquery.FindOne(top, "//user")
	// ruleid: xpath-injection
	htmlquery.Find(nil, expr)
	// ruleid: xpath-injection
	xpath.Compile(expr)
	// ok: xpath-injection
	xpath.MustCompile("//a")
	// ruleid: xpath-injection
	xpath.Select(nil, expr)
	// ruleid: xpath-injection
	goxpath.Parse(expr)
	// ruleid: xpath-injection
	xmlpath.Compile(expr)
	// ruleid: xpath-injection
	doc.FindElement(expr)
	// ok: xpath-injection
	doc.FindElements("//book")
	// ruleid: xpath-injection
	etree.CompilePath(expr)
	if !alnum(name) {
		return
	}
}

func alnum(s string) bool {
	for _, c := range s {
		if !(c >= 'a' && c <= 'z') {
			return false
		}
	}
	return s != ""
}

func entities(r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	// ruleid: xxe
	p := parser.New(parser.XMLParseNoEnt)
	p.ParseReader(r.Body)
	// ruleid: xxe
	libxml2.ParseString(string(body), parser.XMLParseNoEnt, parser.XMLParseDTDLoad)
	// ok: xxe
	libxml2.ParseString(string(body), parser.XMLParseNoNet)
	// ruleid: xxe
	libxml2.ParseReader(r.Body, parser.XMLParseDTDLoad)
	var v struct{ A string }
	// ok: xxe
	xml.Unmarshal(body, &v)
	// ok: xxe
	xml.NewDecoder(r.Body).Decode(&v)
	gokogiri.ParseXml(body)
	// ok: xxe
	parser.New()
}

func emails(w http.ResponseWriter, r *http.Request) {
	subject := r.FormValue("subject")
	msg := []byte("To: a@example.com\r\nSubject: " + subject + "\r\n\r\nHello")
	// ruleid: header-injection
	smtp.SendMail("localhost:25", nil, "me@example.com", []string{"a@example.com"}, msg)
	// ok: header-injection
	smtp.SendMail("localhost:25", nil, "me@example.com", []string{"a@example.com"}, []byte("Subject: x\r\n\r\nhi"))
	host := r.Host
	// ruleid: header-injection
	smtp.SendMail("localhost:25", nil, "me@example.com", []string{"a@example.com"}, []byte("Subject: reset\r\n\r\nhttps://"+host+"/reset"))
	m := gomail.NewMessage()
	// ok: header-injection
	m.SetHeader("Subject", subject)
	// ok: header-injection
	m.SetBody("text/plain", "x")
	// ok: header-injection
	mail.NewV3MailInit(mail.NewEmail("", "a@x"), "s", mail.NewEmail("", "b@x"), mail.NewContent("text/plain", "x"))
	cleaned := strings.NewReplacer("\r", "", "\n", "").Replace(subject)
	// ok: header-injection
	smtp.SendMail("localhost:25", nil, "me@example.com", []string{"a@x"}, []byte("Subject: "+cleaned+"\r\n\r\nhi"))
	_ = textproto.TrimString(subject)
}
