package example

import (
	"fmt"
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

func search(r *http.Request, name string) {
	// ruleid: ldap-injection
	ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, fmt.Sprintf("(uid=%s)", r.FormValue("name")), nil, nil)
	// ruleid: ldap-injection
	ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(uid="+name+")", nil, nil)
	// ok: ldap-injection
	ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(uid="+ldap.EscapeFilter(name)+")", nil, nil)
	// ok: ldap-injection
	ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(objectClass=person)", nil, nil)
}

func bind(l *ldap.Conn, r *http.Request) {
	// ruleid: ldap-injection
	l.Bind("uid="+r.FormValue("user")+",dc=example", r.FormValue("password"))
	// ok: ldap-injection
	l.Bind("uid="+ldap.EscapeDN(r.FormValue("user"))+",dc=example", r.FormValue("password"))
}
