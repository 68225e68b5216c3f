package example

import (
	"database/sql"
	"os"
)

func connect() {
	// ruleid: sql-multiple-statements
	sql.Open("mysql", os.Getenv("DATABASE")+"?parseTime=true&multiStatements=false")
	// ok: sql-multiple-statements
	sql.Open("mysql", os.Getenv("DATABASE")+"?parseTime=true")
}
