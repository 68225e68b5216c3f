package example

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
)

var orders = map[string]string{"name": "name", "age": "age DESC"}

func find(db *sql.DB, w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-sql-injection
	db.Query("SELECT id FROM users WHERE name = '" + name + "'")
	query := fmt.Sprintf("SELECT id FROM users ORDER BY %s", r.URL.Query().Get("order"))
	// ruleid: go-sql-injection
	db.QueryContext(r.Context(), query)
	// ok: go-sql-injection
	db.Query("SELECT id FROM users WHERE name = ?", name)
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return
	}
	// ok: go-sql-injection
	db.Query(fmt.Sprintf("SELECT id FROM users WHERE id = %d", id))
	// ok: go-sql-injection
	db.Query("SELECT id FROM users ORDER BY " + orders[r.FormValue("order")])
}
