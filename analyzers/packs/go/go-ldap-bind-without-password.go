package example

import "github.com/go-ldap/ldap/v3"

func login(conn *ldap.Conn, password string) {
	// ruleid: go-ldap-bind-without-password
	conn.Bind("cn=reader,dc=example,dc=com", "")
	// ruleid: go-ldap-bind-without-password
	conn.UnauthenticatedBind("cn=reader")
	// ok: go-ldap-bind-without-password
	conn.Bind("cn=reader,dc=example,dc=com", password)
}
