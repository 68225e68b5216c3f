package example

import (
	"context"
	"database/sql"
	"fmt"
)

func find(ctx context.Context, db *sql.DB, name string, table string) {
	// ruleid: go-sql-string-concat
	db.Query(fmt.Sprintf("SELECT id FROM users WHERE name = '%s'", name))
	query := "SELECT id FROM users WHERE name = '" + name + "'"
	// ruleid: go-sql-string-concat
	db.QueryContext(ctx, query)
	// ruleid: go-sql-string-concat
	db.Exec("DELETE FROM users WHERE name = '" + name + "'")
	// ruleid: go-sql-string-concat
	db.QueryRowContext(ctx, fmt.Sprintf(`
		select id from users
		where name like '%%%s'`, name))
}

func quiet(ctx context.Context, db *sql.DB, name string, table string) {
	// ok: go-sql-string-concat
	db.Query("SELECT id FROM users WHERE name = ?", name)
	// ok: go-sql-string-concat
	db.Query(fmt.Sprintf("SELECT id FROM %s WHERE name = ?", table), name)
	// ok: go-sql-string-concat
	db.ExecContext(ctx, "DELETE FROM users WHERE name = "+"?", name)
	// ok: go-sql-string-concat
	fmt.Println("select all with name = " + name)
}
