package example

import (
	"database/sql"
	"os"
)

func connect() {
	// ruleid: go-sql-several-statements
	sql.Open("mysql", os.Getenv("DATABASE")+"?parseTime=true&multiStatements=false")
	// ok: go-sql-several-statements
	sql.Open("mysql", os.Getenv("DATABASE")+"?parseTime=true")
}
