package example

import (
	"database/sql"
	"os"
)

func open() {
	// ruleid: go-database-password-in-source
	sql.Open("postgres", os.Getenv("DATABASE_URL"))
	// ruleid: go-database-password-in-source
	sql.Open("mysql", os.Getenv("DATABASE_URL"))
	// ruleid: go-database-password-in-source
	sql.Open("postgres", os.Getenv("DATABASE_URL"))
	// ok: go-database-password-in-source
	sql.Open("postgres", "postgres://localhost/app?sslmode=verify-full")
	// ok: go-database-password-in-source
	sql.Open("postgres", os.Getenv("DATABASE_URL"))
}
