package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

type Store struct {
	db *sql.DB
}

const userColumns = "id, name, email"

var allowedOrder = map[string]string{"name": "name", "age": "age DESC"}

func ByName(db *sql.DB, name string) (*sql.Rows, error) {
	// ruleid: sql-injection
	return db.Query("SELECT id FROM users WHERE name = '" + name + "'")
}

func ByNameBound(db *sql.DB, name string) (*sql.Rows, error) {
	// ok: sql-injection
	return db.Query("SELECT id FROM users WHERE name = ?", name)
}

func ByNameFormatted(ctx context.Context, db *sql.DB, name string) *sql.Row {
	// ruleid: sql-injection
	return db.QueryRowContext(ctx, fmt.Sprintf("SELECT id FROM users WHERE name = '%s'", name))
}

func ByNumber(db *sql.DB, id int) *sql.Row {
	// ok: sql-injection
	return db.QueryRow(fmt.Sprintf("SELECT id FROM users WHERE id = %d", id))
}

func Constants(db *sql.DB, id string) *sql.Row {
	query := "SELECT " + userColumns + " FROM users WHERE id = $1"
	// ok: sql-injection
	return db.QueryRow(query, id)
}

func FormattedConstant(db *sql.DB) (*sql.Rows, error) {
	table := "users"
	// ok: sql-injection
	return db.Query(fmt.Sprintf("SELECT %s FROM %s", userColumns, table))
}

func (s *Store) Remove(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	statement := "DELETE FROM orders WHERE id = " + id
	// ruleid: sql-injection
	if _, err := s.db.Exec(statement); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}

func (s *Store) RemoveNumber(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.URL.Query().Get("id"))
	if err != nil {
		http.Error(w, "bad id", http.StatusBadRequest)
		return
	}
	// ok: sql-injection
	_, _ = s.db.Exec("DELETE FROM orders WHERE id = " + strconv.Itoa(id))
}

func (s *Store) Login(r *http.Request) bool {
	r.ParseForm()
	user := r.Form.Get("user")
	password := r.PostFormValue("password")
	query := fmt.Sprintf("SELECT count(*) FROM accounts WHERE user='%s' AND password='%s'", user, password)
	var count int
	// ruleid: sql-injection
	row := s.db.QueryRow(query)
	return row.Scan(&count) == nil && count > 0
}

func (s *Store) Built(filters map[string]string) (*sql.Rows, error) {
	var b strings.Builder
	b.WriteString("SELECT * FROM items WHERE 1=1")
	for key, value := range filters {
		b.WriteString(" AND " + key + " = '" + value + "'")
	}
	// ruleid: sql-injection
	return s.db.Query(b.String())
}

func (s *Store) BuiltSafely(names []string) (*sql.Rows, error) {
	marks := make([]string, 0, len(names))
	values := make([]any, 0, len(names))
	for _, name := range names {
		marks = append(marks, "?")
		values = append(values, name)
	}
	// ok: sql-injection
	return s.db.Query("SELECT * FROM items WHERE name IN ("+strings.Join(marks, ",")+")", values...)
}

func (s *Store) Repeated(names []string) (*sql.Rows, error) {
	query := "SELECT * FROM items WHERE id IN (?" + strings.Repeat(",?", len(names)-1) + ")"
	values := make([]any, len(names))
	// ok: sql-injection
	return s.db.Query(query, values...)
}

func (s *Store) Ordered(r *http.Request) (*sql.Rows, error) {
	order, known := allowedOrder[r.FormValue("order")]
	if !known {
		return nil, errors.New("unknown order")
	}
	// ok: sql-injection
	return s.db.Query("SELECT * FROM users ORDER BY " + order)
}

func (s *Store) OrderedByInput(r *http.Request) (*sql.Rows, error) {
	order := r.FormValue("order")
	// ruleid: sql-injection
	return s.db.Query("SELECT * FROM users ORDER BY " + order)
}

func (s *Store) OrderedBySwitch(r *http.Request) (*sql.Rows, error) {
	order := "name"
	switch r.FormValue("order") {
	case "age":
		order = "age"
	case "city":
		order = "city"
	}
	// ok: sql-injection
	return s.db.Query("SELECT * FROM users ORDER BY " + order)
}

func (s *Store) Prepared(ctx context.Context, r *http.Request) error {
	// ruleid: sql-injection
	stmt, err := s.db.PrepareContext(ctx, "UPDATE users SET city = '"+r.Header.Get("X-City")+"'")
	if err != nil {
		return err
	}
	defer stmt.Close()
	// ok: sql-injection
	_, err = stmt.Exec(r.FormValue("name"))
	return err
}

func (s *Store) PreparedSafely(r *http.Request) error {
	// ok: sql-injection
	stmt, err := s.db.Prepare("UPDATE users SET city = $1 WHERE id = $2")
	if err != nil {
		return err
	}
	defer stmt.Close()
	_, err = stmt.Exec(r.FormValue("city"), r.FormValue("id"))
	return err
}

func Transaction(tx *sql.Tx, table, id string) error {
	// ruleid: sql-injection
	_, err := tx.Exec(fmt.Sprintf("DELETE FROM %s WHERE id = '%s'", table, id))
	if err != nil {
		return err
	}
	// ok: sql-injection
	_, err = tx.Exec("DELETE FROM log WHERE id = ?", id)
	return err
}

func OnConnection(ctx context.Context, conn *sql.Conn, name string) error {
	query := "SELECT 1 FROM users WHERE "
	query += "name = '" + name + "'"
	// ruleid: sql-injection
	_, err := conn.QueryContext(ctx, query)
	return err
}

func where(column, value string) string {
	return " WHERE " + column + " = '" + value + "'"
}

func ThroughHelper(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	// ruleid: sql-injection
	return db.Query("SELECT * FROM t" + where("name", r.FormValue("name")))
}

func Replaced(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	query := strings.Replace("SELECT * FROM t WHERE name = '{name}'", "{name}", r.FormValue("name"), 1)
	// ruleid: sql-injection
	return db.Query(query)
}

func Joined(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	names := r.Form["name"]
	// ruleid: sql-injection
	return db.Query("SELECT * FROM t WHERE name IN ('" + strings.Join(names, "','") + "')")
}

func Limit(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	limit, err := strconv.ParseInt(r.FormValue("limit"), 10, 32)
	if err != nil {
		return nil, err
	}
	// ok: sql-injection
	return db.Query(fmt.Sprintf("SELECT * FROM t LIMIT %d", limit))
}

func Flagged(db *sql.DB, active bool) (*sql.Rows, error) {
	query := "SELECT * FROM users"
	if active {
		query += " WHERE active = 1"
	}
	// ok: sql-injection
	return db.Query(query)
}

func Cookie(db *sql.DB, r *http.Request) error {
	cookie, err := r.Cookie("session")
	if err != nil {
		return err
	}
	// ruleid: sql-injection
	_, err = db.Exec("DELETE FROM sessions WHERE token = '" + cookie.Value + "'")
	return err
}

func PathValue(db *sql.DB, r *http.Request) error {
	// ruleid: sql-injection
	_, err := db.Exec("DELETE FROM sessions WHERE token = '" + r.PathValue("token") + "'")
	return err
}

func URLPath(db *sql.DB, r *http.Request) error {
	parts := strings.Split(r.URL.Path, "/")
	// ruleid: sql-injection
	_, err := db.Exec("DELETE FROM sessions WHERE token = '" + parts[2] + "'")
	return err
}

type statements struct {
	byTitle *sql.Stmt
}

func (s *statements) lookUp(r *http.Request) (*sql.Rows, error) {
	// ok: sql-injection
	return s.byTitle.QueryContext(r.Context(), r.FormValue("title"))
}

func rename(tx *sql.Tx, r *http.Request) error {
	change, err := tx.PrepareContext(r.Context(), "UPDATE books SET title = ? WHERE id = ?")
	if err != nil {
		return err
	}
	defer change.Close()
	// ok: sql-injection
	_, err = change.ExecContext(r.Context(), r.FormValue("title"), r.FormValue("id"))
	// ruleid: sql-injection
	change, err = tx.Prepare("UPDATE books SET title = ? WHERE shelf = " + r.FormValue("shelf"))
	// ok: sql-injection
	change.QueryRow(r.FormValue("title"))
	return err
}
