package handlers

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"syscall"

	"github.com/gin-gonic/gin"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

var db *sql.DB

type repo struct {
	pool *pgxpool.Pool
	orm  *gorm.DB
	x    *sqlx.DB
}

type filter struct {
	Name string
	Sort string
}

func a1(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	name := q.Get("name")
	stmt := "SELECT id FROM users WHERE name = '" + name + "'"
	// ruleid: sql-injection
	rows, err := db.Query(stmt)
	_ = rows
	_ = err
}

func a2(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	stmt, err := db.Prepare("SELECT id FROM users WHERE name = $1")
	if err != nil {
		return
	}
	defer stmt.Close()
	// ok: sql-injection
	rows, err := stmt.Query(name)
	_ = rows
	// ok: sql-injection
	_, err = stmt.Exec(name)
}

func a3(w http.ResponseWriter, r *http.Request) {
	tx, err := db.Begin()
	if err != nil {
		return
	}
	st, err := tx.Prepare("INSERT INTO log(message) VALUES (?)")
	if err != nil {
		return
	}
	for _, m := range r.Form["m"] {
		// ok: sql-injection
		if _, err := st.Exec(m); err != nil {
			return
		}
	}
	// ok: sql-injection
	row := st.QueryRow(r.FormValue("x"))
	_ = row
}

type store struct {
	find *sql.Stmt
}

func newStore(db *sql.DB) (*store, error) {
	f, err := db.Prepare("SELECT 1 FROM t WHERE a = ?")
	return &store{find: f}, err
}

func (s *store) lookup(r *http.Request) {
	// ok: sql-injection
	s.find.QueryRow(r.FormValue("a"))
	// ok: sql-injection
	s.find.Query(r.FormValue("a"))
}

func a4(c *gin.Context) {
	var f filter
	if err := c.ShouldBindQuery(&f); err != nil {
		return
	}
	q := fmt.Sprintf("SELECT * FROM items WHERE name LIKE '%%%s%%' ORDER BY %s", f.Name, f.Sort)
	// ruleid: sql-injection
	db.QueryContext(c, q)
}

func a5(c *gin.Context) {
	var f filter
	c.ShouldBindQuery(&f)
	allowed := map[string]string{"name": "name", "date": "created_at"}
	col, ok := allowed[f.Sort]
	if !ok {
		col = "name"
	}
	// ok: sql-injection
	db.Query("SELECT * FROM items ORDER BY "+col)
}

func a6(c echo.Context) error {
	id := c.Param("id")
	var sb strings.Builder
	sb.WriteString("DELETE FROM orders WHERE id = ")
	sb.WriteString(id)
	// ruleid: sql-injection
	_, err := db.Exec(sb.String())
	return err
}

func a7(c echo.Context) error {
	id, err := strconv.Atoi(c.Param("id"))
	if err != nil {
		return err
	}
	// ok: sql-injection
	_, err = db.Exec(fmt.Sprintf("DELETE FROM orders WHERE id = %d", id))
	return err
}

func (p *repo) a8(ctx context.Context, r *http.Request) {
	// ruleid: sql-injection
	p.pool.Query(ctx, "SELECT * FROM t WHERE a = '"+r.PostFormValue("a")+"'")
	// ok: sql-injection
	p.pool.QueryRow(ctx, "SELECT * FROM t WHERE a = $1", r.PostFormValue("a"))
	// ruleid: sql-injection
	p.orm.Where("name = '" + r.FormValue("n") + "'").Find(&filter{})
	// ok: sql-injection
	p.orm.Where("name = ?", r.FormValue("n")).Find(&filter{})
	// ok: sql-injection
	p.orm.Where(&filter{Name: r.FormValue("n")}).Find(&filter{})
	// ok: sql-injection
	p.orm.Where(map[string]interface{}{"name": r.FormValue("n")}).Find(&filter{})
	// ruleid: sql-injection
	p.orm.Raw(fmt.Sprintf("SELECT * FROM u WHERE n = %q", r.FormValue("n"))).Scan(&filter{})
	// ruleid: sql-injection
	p.orm.Order(r.FormValue("sort")).Find(&filter{})
	// ok: sql-injection
	p.orm.Exec("UPDATE t SET a = ? WHERE id = ?", r.FormValue("a"), r.FormValue("id"))
	// ruleid: sql-injection
	p.x.Get(&filter{}, "SELECT * FROM t WHERE a = '"+r.FormValue("a")+"'")
	// ok: sql-injection
	p.x.Select(&filter{}, "SELECT * FROM t WHERE a = ?", r.FormValue("a"))
	// ok: sql-injection
	p.x.NamedExec("INSERT INTO t (a) VALUES (:a)", map[string]interface{}{"a": r.FormValue("a")})
	// ruleid: sql-injection
	p.x.MustExec(fmt.Sprintf("DROP TABLE %s", r.FormValue("t")))
}

func build(where string) string {
	return "SELECT * FROM t WHERE " + where
}

func a9(r *http.Request) {
	// ruleid: sql-injection
	db.Query(build("a = '" + r.FormValue("a") + "'"))
	// ok: sql-injection
	db.Query(build("a = 1"))
}

func a10(user string, age int) {
	// ruleid: sql-injection
	db.Query("SELECT * FROM users WHERE name = '" + user + "'")
	// ok: sql-injection
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE age = %d", age))
	// ok: sql-injection
	db.QueryRow("SELECT * FROM users WHERE name = ?", user)
	const table = "users"
	// ok: sql-injection
	db.Query("SELECT * FROM " + table + " WHERE name = $1", user)
}

func a11() {
	q := fmt.Sprintf("SELECT * FROM foo where name = '%s'", os.Args[1])
	// ruleid: sql-injection
	rows, err := db.Query(q)
	_, _ = rows, err
	// ruleid: sql-injection
	rows, err = db.Query("SELECT * FROM foo WHERE name = " + os.Args[1])
}

func a12() {
	var staticQuery = "SELECT * FROM foo WHERE age < "
	// ok: sql-injection
	rows, _ := db.Query(staticQuery + "32")
	_ = rows
	const age = "32"
	// ok: sql-injection
	db.Query("SELECT * FROM foo WHERE age < " + age)
}

func a13(r *http.Request) {
	ids := strings.Split(r.FormValue("ids"), ",")
	// ruleid: sql-injection
	db.Query("SELECT * FROM t WHERE id IN (" + strings.Join(ids, ",") + ")")
	marks := strings.Repeat("?,", len(ids))
	args := make([]interface{}, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	// ok: sql-injection
	db.Query("SELECT * FROM t WHERE id IN ("+strings.TrimSuffix(marks, ",")+")", args...)
}

var word = regexp.MustCompile(`^[a-z_]+$`)

func a14(r *http.Request) {
	sort := r.FormValue("sort")
	if !word.MatchString(sort) {
		return
	}
	// ok: sql-injection
	db.Query("SELECT * FROM t ORDER BY " + sort)
	dir := "ASC"
	if r.FormValue("dir") == "desc" {
		dir = "DESC"
	}
	// ok: sql-injection
	db.Query("SELECT * FROM t ORDER BY a " + dir)
	switch r.FormValue("k") {
	case "a", "b":
		// ok: sql-injection
		db.Query("SELECT " + r.FormValue("k") + " FROM t")
	}
}

func b1(w http.ResponseWriter, r *http.Request) {
	cmdName := r.URL.Query()["cmd"][0]
	// ruleid: command-injection
	cmd := exec.Command(cmdName)
	cmd.Run()
}

func b2(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	// ok: command-injection
	exec.Command("ping", "-c", "1", host).Run()
	// ruleid: command-injection
	exec.Command("sh", "-c", "ping -c 1 "+host).Run()
	// ruleid: command-injection
	exec.Command("bash", "-c", fmt.Sprintf("dig %s", host)).Output()
	// ruleid: command-injection
	exec.CommandContext(r.Context(), "/bin/sh", "-c", host).Start()
	// ruleid: command-injection
	exec.Command("cmd", "/C", "ping "+host).Run()
	// ok: command-injection
	exec.Command("sh", "-c", "ls /tmp").Run()
}

func b3(w http.ResponseWriter, r *http.Request) {
	tools := map[string]string{"ping": "/bin/ping", "dig": "/usr/bin/dig"}
	tool, ok := tools[r.FormValue("tool")]
	if !ok {
		http.Error(w, "no", 400)
		return
	}
	// ok: command-injection
	exec.Command(tool, "-h").Run()
}

func b4(r *http.Request) error {
	name := r.FormValue("n")
	switch name {
	case "ls", "df":
	default:
		return errors.New("no")
	}
	// ok: command-injection
	return exec.Command(name).Run()
}

func b5(r *http.Request) {
	args := []string{"-c"}
	args = append(args, "convert "+r.FormValue("f")+" out.png")
	// ruleid: command-injection
	exec.Command("sh", args...).Run()
	// ruleid: command-injection
	c := &exec.Cmd{Path: "/bin/sh", Args: []string{"sh", "-c", r.FormValue("c")}}
	c.Run()
	c2 := exec.Command("sh")
	// ruleid: command-injection
	c2.Args = append(c2.Args, "-c", r.FormValue("c"))
	c3 := exec.Command("sh")
	// ruleid: command-injection
	c3.Stdin = strings.NewReader(r.FormValue("script"))
}

func b6(r *http.Request) {
	// ruleid: command-injection
	syscall.Exec(r.FormValue("p"), []string{"x"}, os.Environ())
	// ok: command-injection
	syscall.Exec("/bin/ls", []string{"ls", "-l"}, os.Environ())
	// ruleid: command-injection
	os.StartProcess(r.FormValue("p"), nil, nil)
	// ruleid: command-injection
	syscall.ForkExec(r.FormValue("p"), nil, nil)
}

func b7() {
	// ruleid: command-injection
	exec.Command(os.Args[1]).Run()
	run := "sleep" + os.Getenv("SOMETHING")
	// ruleid: command-injection
	cmd := exec.Command(run, "5")
	cmd.Start()
	// ok: command-injection
	exec.Command("sleep", "5").Start()
	p := "ls"
	// ok: command-injection
	exec.Command(p).Run()
}

func b8(command string) {
	// ruleid: command-injection
	exec.Command("sh", "-c", command).Run()
}

func b9(repo string) error {
	// ok: command-injection
	return exec.Command("git", "clone", "--", repo).Run()
}

func b10(r *http.Request) {
	// ruleid: command-injection
	exec.Command("git", "log", r.FormValue("opt")).Run()
	// ok: command-injection
	exec.Command("git", "log", "--", r.FormValue("path")).Run()
	// ruleid: command-injection
	exec.Command("tar", "xf", "a.tar", r.FormValue("x")).Run()
}

func b11(c *gin.Context) {
	n, err := strconv.Atoi(c.Query("n"))
	if err != nil {
		return
	}
	// ok: command-injection
	exec.Command("sh", "-c", fmt.Sprintf("head -n %d /var/log/x", n)).Run()
}
