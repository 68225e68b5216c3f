package warehouse

import (
	"database/sql"
	"fmt"
	"os"
)

func migrate(user string) {
	// ruleid: misconfiguration
	sql.Open("mysql", fmt.Sprintf("%s@tcp(%s)/parts?multiStatements=true", user, os.Getenv("HOST")))
	// ok: misconfiguration
	sql.Open("mysql", fmt.Sprintf("%s@tcp(%s)/parts?multiStatements=false", user, os.Getenv("HOST")))
}
