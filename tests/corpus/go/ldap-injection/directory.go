package directory

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-ldap/ldap/v3"
)

func Search(conn *ldap.Conn, r *http.Request) (*ldap.SearchResult, error) {
	name := r.FormValue("name")
	filter := fmt.Sprintf("(&(objectClass=person)(uid=%s))", name)
	// ruleid: ldap-injection
	request := ldap.NewSearchRequest("dc=example,dc=com", ldap.ScopeWholeSubtree, ldap.NeverDerefAliases, 0, 0, false, filter, nil, nil)
	return conn.Search(request)
}

func SearchEscaped(conn *ldap.Conn, r *http.Request) (*ldap.SearchResult, error) {
	filter := fmt.Sprintf("(uid=%s)", ldap.EscapeFilter(r.FormValue("name")))
	// ok: ldap-injection
	request := ldap.NewSearchRequest("dc=example,dc=com", 2, 0, 0, 0, false, filter, nil, nil)
	return conn.Search(request)
}

func SearchInline(conn *ldap.Conn, c *gin.Context) {
	conn.Search(&ldap.SearchRequest{
		BaseDN: "dc=example,dc=com",
		// ruleid: ldap-injection
		Filter: "(uid=" + c.Query("uid") + ")",
	})
}

func SearchBase(conn *ldap.Conn, r *http.Request) (*ldap.SearchResult, error) {
	// ruleid: ldap-injection
	request := ldap.NewSearchRequest("ou="+r.FormValue("unit")+",dc=example,dc=com", 2, 0, 0, 0, false, "(objectClass=*)", nil, nil)
	return conn.Search(request)
}

func SearchConstant(conn *ldap.Conn) (*ldap.SearchResult, error) {
	// ok: ldap-injection
	request := ldap.NewSearchRequest("dc=example,dc=com", 2, 0, 0, 0, false, "(objectClass=person)", []string{"uid"}, nil)
	return conn.Search(request)
}

func Parameter(conn *ldap.Conn, user string) (*ldap.SearchResult, error) {
	// ruleid: ldap-injection
	request := ldap.NewSearchRequest("dc=example,dc=com", 2, 0, 0, 0, false, "(uid="+user+")", nil, nil)
	return conn.Search(request)
}

func Compiled(r *http.Request) error {
	// ruleid: ldap-injection
	_, err := ldap.CompileFilter("(uid=" + r.FormValue("uid") + ")")
	return err
}
