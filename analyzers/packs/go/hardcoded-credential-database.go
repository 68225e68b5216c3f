package example

import (
	"database/sql"
	"os"
)

func open() {
	// ruleid: hardcoded-credential-database
	sql.Open("postgres", "postgres://admin:hunter2@db.example.com/app")
	// ruleid: hardcoded-credential-database
	sql.Open("mysql", "root:hunter2@tcp(127.0.0.1:3306)/app")
	// ruleid: hardcoded-credential-database
	sql.Open("postgres", "host=db user=app password=hunter2 dbname=app")
	// ok: hardcoded-credential-database
	sql.Open("postgres", "postgres://localhost/app?sslmode=verify-full")
	// ok: hardcoded-credential-database
	sql.Open("postgres", os.Getenv("DATABASE_URL"))
}
