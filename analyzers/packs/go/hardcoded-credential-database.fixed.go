package example

import (
	"database/sql"
	"os"
)

func open() {
	// ruleid: hardcoded-credential-database
	sql.Open("postgres", os.Getenv("DATABASE_URL"))
	// ruleid: hardcoded-credential-database
	sql.Open("mysql", os.Getenv("DATABASE_URL"))
	// ruleid: hardcoded-credential-database
	sql.Open("postgres", os.Getenv("DATABASE_URL"))
	// ok: hardcoded-credential-database
	sql.Open("postgres", "postgres://localhost/app?sslmode=verify-full")
	// ok: hardcoded-credential-database
	sql.Open("postgres", os.Getenv("DATABASE_URL"))
}
