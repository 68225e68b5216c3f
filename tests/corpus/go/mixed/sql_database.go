package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/gorilla/mux"
	"github.com/jmoiron/sqlx"
)

var db *sql.DB
var dbx *sqlx.DB

type Filter struct {
	Name  string
	Order string
	Limit int
}

type Repo struct {
	conn *sql.DB
	last string
}

const listQuery = "SELECT id, name FROM item WHERE category = $1"

func concat(w http.ResponseWriter, r *http.Request) {
	q := "SELECT * FROM t WHERE id='" + r.URL.Query().Get("id") + "'"
	// ruleid: sql-injection
	rows, err := db.Query(q)
	_ = rows
	_ = err
	// ruleid: sql-injection
	db.QueryRow("SELECT name FROM t WHERE id = " + r.FormValue("id"))
	// ok: sql-injection
	db.Query("SELECT name FROM t WHERE id = ?", r.FormValue("id"))
	// ruleid: sql-injection
	db.Exec(fmt.Sprintf("DELETE FROM t WHERE owner = '%s'", r.PostFormValue("owner")))
	// ok: sql-injection
	db.Exec("DELETE FROM t WHERE owner = ?", r.PostFormValue("owner"))
	// ruleid: sql-injection
	db.ExecContext(r.Context(), "UPDATE t SET a = '"+r.Header.Get("X-Name")+"'")
	// ruleid: sql-injection
	db.QueryContext(r.Context(), "SELECT 1 FROM t WHERE host = '"+r.Host+"'")
	// ruleid: sql-injection
	db.QueryRowContext(r.Context(), "SELECT 1 FROM t WHERE a = '"+r.UserAgent()+"'")
	// ok: sql-injection
	db.QueryRowContext(r.Context(), listQuery, r.UserAgent())
}

func sprintfMany(w http.ResponseWriter, r *http.Request) {
	vars := mux.Vars(r)
	cat := vars["category"]
	Q := fmt.Sprintf("SELECT ITEM,PRICE FROM PRODUCT WHERE ITEM_CATEGORY='%s' ORDER BY PRICE", cat)
	// ruleid: sql-injection
	db.Query(Q)
	id, err := strconv.Atoi(vars["id"])
	if err != nil {
		http.Error(w, "bad", 400)
		return
	}
	Q = fmt.Sprintf("SELECT ITEM FROM PRODUCT WHERE ID=%d", id)
	// ok: sql-injection
	db.Query(Q)
	// ok: sql-injection
	db.Query(fmt.Sprintf("SELECT * FROM p WHERE flag = %t AND n = %d", r.FormValue("x") == "y", len(cat)))
}

func transactions(r *http.Request) error {
	tx, err := db.BeginTx(r.Context(), nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	name := r.FormValue("name")
	// ruleid: sql-injection
	if _, err := tx.Exec("INSERT INTO u(name) VALUES ('" + name + "')"); err != nil {
		return err
	}
	stmt, err := tx.Prepare("INSERT INTO u(name) VALUES (?)")
	if err != nil {
		return err
	}
	// ok: sql-injection
	stmt.Exec(name)
	// ruleid: sql-injection
	bad, _ := tx.PrepareContext(r.Context(), "SELECT a FROM u WHERE name = '"+name+"'")
	defer bad.Close()
	conn, _ := db.Conn(r.Context())
	// ruleid: sql-injection
	conn.ExecContext(r.Context(), "DROP TABLE "+name)
	return tx.Commit()
}

func builder(r *http.Request) {
	var sb strings.Builder
	sb.WriteString("SELECT * FROM logs WHERE 1=1")
	if h := r.URL.Query().Get("host"); h != "" {
		sb.WriteString(" AND host = '")
		sb.WriteString(h)
		sb.WriteString("'")
	}
	// ruleid: sql-injection
	db.Query(sb.String())

	var args []interface{}
	var safe strings.Builder
	safe.WriteString("SELECT * FROM logs WHERE 1=1")
	if h := r.URL.Query().Get("host"); h != "" {
		safe.WriteString(" AND host = ?")
		args = append(args, h)
	}
	// ok: sql-injection
	db.Query(safe.String(), args...)

	parts := []string{"name = '" + r.FormValue("n") + "'", "a = 1"}
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE " + strings.Join(parts, " AND "))

	ids := r.URL.Query()["id"]
	marks := strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",")
	// ok: sql-injection
	db.Query("SELECT * FROM t WHERE id IN ("+marks+")", toAny(ids)...)
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE id IN (" + strings.Join(ids, ",") + ")")
}

func toAny(in []string) []interface{} {
	var out []interface{}
	for _, s := range in {
		out = append(out, s)
	}
	return out
}

var columns = map[string]string{"name": "name", "date": "created_at"}

func allowList(w http.ResponseWriter, r *http.Request) {
	col, ok := columns[r.FormValue("sort")]
	if !ok {
		col = "id"
	}
	// ok: sql-injection
	db.Query("SELECT * FROM t ORDER BY " + col)
	order := r.FormValue("order")
	switch order {
	case "asc", "desc":
	default:
		order = "asc"
	}
	// ok: sql-injection
	db.Query("SELECT * FROM t ORDER BY id " + order)
	table := r.FormValue("table")
	if table != "users" && table != "groups" {
		http.Error(w, "unknown", http.StatusBadRequest)
		return
	}
	// ok: sql-injection
	db.Query("SELECT * FROM " + table)
	raw := r.FormValue("raw")
	// ruleid: sql-injection
	db.Query("SELECT * FROM " + raw)
}

var identifier = regexp.MustCompile(`^[a-z_]+$`)

func guarded(w http.ResponseWriter, r *http.Request) {
	t := r.FormValue("t")
	if !identifier.MatchString(t) {
		w.WriteHeader(400)
		return
	}
	// ok: sql-injection
	db.Query("SELECT * FROM " + t)
	n, _ := strconv.ParseInt(r.FormValue("n"), 10, 64)
	// ok: sql-injection
	db.Query("SELECT * FROM x LIMIT " + strconv.FormatInt(n, 10))
}

func filterFrom(r *http.Request) Filter {
	return Filter{Name: r.FormValue("name"), Order: r.FormValue("order"), Limit: 10}
}

func structs(r *http.Request) {
	f := filterFrom(r)
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE name = '" + f.Name + "'")
	// ok: sql-injection
	db.Query(fmt.Sprintf("SELECT * FROM t LIMIT %d", f.Limit))
	p := &Filter{}
	p.Order = r.URL.Query().Get("o")
	// ruleid: sql-injection
	db.Query("SELECT * FROM t ORDER BY " + p.Order)
	p.Order = "id"
	// ok: sql-injection
	db.Query("SELECT * FROM t ORDER BY " + p.Order)
}

func (s *Repo) Find(ctx context.Context, name string) (*sql.Rows, error) {
	// ruleid: sql-injection
	return s.conn.QueryContext(ctx, "SELECT * FROM people WHERE name = '"+name+"'")
}

func (s *Repo) FindSafe(ctx context.Context, name string) (*sql.Rows, error) {
	// ok: sql-injection
	return s.conn.QueryContext(ctx, "SELECT * FROM people WHERE name = $1", name)
}

func (s *Repo) Serve(w http.ResponseWriter, r *http.Request) {
	s.Find(r.Context(), r.FormValue("who"))
	s.FindSafe(r.Context(), r.FormValue("who"))
	s.last = r.FormValue("last")
	// ruleid: sql-injection
	s.conn.Query("SELECT 1 FROM x WHERE a = '" + s.last + "'")
}

func sources(r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	// ruleid: sql-injection
	db.Exec(string(body))
	c, err := r.Cookie("session")
	if err == nil {
		// ruleid: sql-injection
		db.QueryRow("SELECT u FROM s WHERE token = '" + c.Value + "'")
		// ok: sql-injection
		db.QueryRow("SELECT u FROM s WHERE token = ?", c.Value)
	}
	r.ParseForm()
	for k, v := range r.Form {
		// ruleid: sql-injection
		db.Exec("UPDATE t SET " + k + " = 1")
		// ruleid: sql-injection
		db.Exec("UPDATE t SET a = '" + v[0] + "'")
	}
	u, _ := url.Parse(r.URL.String())
	// ruleid: sql-injection
	db.Exec("INSERT INTO v VALUES('" + u.Path + "')")
	user, _, _ := r.BasicAuth()
	// ruleid: sql-injection
	db.Exec("SELECT * FROM u WHERE n='" + user + "'")
	// todoruleid: sql-injection
	db.Exec("SELECT * FROM u WHERE n=" + quote(user))
	// ok: sql-injection
	db.Exec("INSERT INTO v VALUES(?)", r.RequestURI)
	// ruleid: sql-injection
	db.Exec("SELECT '" + r.PathValue("id") + "'")
	// ruleid: sql-injection
	db.Exec("SELECT '" + strings.ToLower(strings.TrimSpace(r.FormValue("q"))) + "'")
}

func quote(s string) string { return "'" + s + "'" }

func xquery(r *http.Request) error {
	name := r.FormValue("name")
	var out []Filter
	// ruleid: sql-injection
	dbx.Select(&out, "SELECT * FROM f WHERE name='"+name+"'")
	// ok: sql-injection
	dbx.Select(&out, "SELECT * FROM f WHERE name=$1", name)
	var one Filter
	// ruleid: sql-injection
	dbx.Get(&one, fmt.Sprintf("SELECT * FROM f WHERE name=%q", name))
	// ok: sql-injection
	dbx.Get(&one, dbx.Rebind("SELECT * FROM f WHERE name=?"), name)
	// ruleid: sql-injection
	dbx.NamedExec("UPDATE f SET a=:a WHERE n='"+name+"'", map[string]interface{}{"a": 1})
	// ok: sql-injection
	dbx.NamedExec("UPDATE f SET a=:a", map[string]interface{}{"a": name})
	// ruleid: sql-injection
	dbx.MustExec("DELETE FROM f WHERE n='" + name + "'")
	// ruleid: sql-injection
	dbx.Queryx("SELECT * FROM f WHERE n='" + name + "'")
	// ruleid: sql-injection
	dbx.GetContext(r.Context(), &one, "SELECT * FROM f WHERE n='"+name+"'")
	q, args, err := sqlx.In("SELECT * FROM f WHERE n IN (?)", strings.Split(name, ","))
	if err != nil {
		return errors.New("in")
	}
	// ok: sql-injection
	dbx.Select(&out, dbx.Rebind(q), args...)
	return nil
}
