package example

import "github.com/go-ldap/ldap/v3"

func login(conn *ldap.Conn, password string) {
	// ruleid: empty-password-ldap
	conn.Bind("cn=reader,dc=example,dc=com", "")
	// ruleid: empty-password-ldap
	conn.UnauthenticatedBind("cn=reader")
	// ok: empty-password-ldap
	conn.Bind("cn=reader,dc=example,dc=com", password)
}
