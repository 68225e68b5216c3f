package example

import (
	"database/sql"
	"fmt"
)

func find(db *sql.DB, name string, id int) {
	// ruleid: sql-string-built
	db.Query(fmt.Sprintf("SELECT id FROM users WHERE name = '%s'", name))
	query := "DELETE FROM users WHERE name = '" + name + "'"
	// ruleid: sql-string-built
	db.Exec(query)
	// ok: sql-string-built
	db.Query(fmt.Sprintf("SELECT id FROM users WHERE id = %d", id))
	// ok: sql-string-built
	db.Query("SELECT id FROM users WHERE name = ?", name)
}

func run(db *sql.DB, query string) {
	// ok: sql-string-built
	db.Query(query)
}

const people = "people"

func names(db *sql.DB) {
	// ruleid: sql-string-built
	db.Query("SELECT id FROM users WHERE name = '" + wanted + "'")
	// ruleid: sql-string-built
	db.Query(fmt.Sprintf("SELECT id FROM users WHERE name LIKE '%%%s%%'", wanted))
	// ok: sql-string-built
	db.Query("SELECT id FROM users WHERE kind = '" + people + "'")
	// ok: sql-string-built
	db.Query("SELECT id FROM " + tableOfAnotherFile)
}

func sorted(db *sql.DB, term, order string) {
	// ok: sql-string-built
	db.Query("SELECT id FROM users ORDER BY "+orderColumn(order), term)
	// ruleid: sql-string-built
	db.Query("SELECT id FROM users ORDER BY "+unchanged(order), term)
}

func unchanged(text string) string {
	return text
}

func format(db *sql.DB, email, id string) {
	update := "UPDATE users SET email = '%s' WHERE id = %s"
	// ruleid: sql-string-built
	db.Exec(fmt.Sprintf(update, email, id))
	count := "SELECT count(*) FROM users LIMIT %d"
	// ok: sql-string-built
	db.Query(fmt.Sprintf(count, 5))
}

func distinct(db *sql.DB, table, col string) (*sql.Rows, error) {
	// ok: sql-string-built
	return db.Query(fmt.Sprintf("SELECT DISTINCT %[2]s FROM %[1]s WHERE %[2]s IS NOT NULL", table, col))
}
