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
	insert, err := db.Prepare("INSERT INTO visitors(name) VALUES (?)")
	if err != nil {
		return
	}
	// ok: go-sql-injection
	insert.Query(name)
	// ruleid: go-sql-injection
	broken, err := db.Prepare("INSERT INTO visitors(name) VALUES ('" + name + "')")
	// ok: go-sql-injection
	broken.Query(name)
}

type prepared struct{ byName *sql.Stmt }

func (p *prepared) find(r *http.Request) {
	// ok: go-sql-injection
	p.byName.QueryRow(r.FormValue("name"))
}

func restart(w http.ResponseWriter, r *http.Request) {
	// ok: go-sql-injection
	syscall.Exec(r.FormValue("program"), os.Args, os.Environ())
}
