package main

import (
	"crypto/md5"
	"database/sql"
	"fmt"
	"net/http"
	"os/exec"
)

func handler(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	db.Query("select " + name)
	db.Query(fmt.Sprintf("select %s", name))
	db.Query("select ?", name)
	exec.Command("sh", "-c", name)
	exec.Command("ls")
	fmt.Fprintf(w, "hi %s", name)
	if name != "" {
		http.Redirect(w, r, name, 302)
	}
}

func query(db *sql.DB, id string) error {
	rows, err := db.Query("select " + id)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		fmt.Println(rows)
	}
	_, err = db.Exec("x")
	return nil
}

func ignored() {
	f, _ := open("x")
	f.Read()
	g, err := open("y")
	if err != nil {
		return
	}
	g.Read()
	md5.New()
	md5.Sum(x)
	tls := &Config{InsecureSkipVerify: true}
	tls2 := &Config{MinVersion: 1, InsecureSkipVerify: false}
	go func() {
		run(tls)
	}()
	var mu Mutex
	mu.Lock()
	defer mu.Unlock()
	for i := range xs {
		defer xs[i].Close()
	}
}
