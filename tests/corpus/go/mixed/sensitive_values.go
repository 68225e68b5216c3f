package main

import (
	"log"
	"net/http"
	"os"
)

type User struct {
	Email    string
	Password string
	SSN      string
}

func login(w http.ResponseWriter, r *http.Request) {
	username := r.FormValue("username")
	password := r.FormValue("password")
	// ruleid: data-exposure
	log.Printf("login attempt: user=%s pass=%s", username, password)
	u := User{Password: password}
	// ruleid: data-exposure
	log.Println("user password is", u.Password)
	// ok: data-exposure
	log.Printf("%+v", u.Email)
	// ruleid: data-exposure
	log.Println("ssn:", u.SSN)
	// ok: data-exposure
	log.Println("password changed")
	// ruleid: data-exposure
	log.Printf("Authorization: %s", r.Header.Get("Authorization"))
	f, err := os.Open("x")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_ = f
}
