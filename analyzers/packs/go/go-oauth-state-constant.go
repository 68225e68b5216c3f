package auth

import (
	"crypto/rand"
	"fmt"
	"net/http"

	"golang.org/x/oauth2"
)

var config = &oauth2.Config{}

const stateName = "pseudo-random"

func signIn(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-oauth-state-constant
	http.Redirect(w, r, config.AuthCodeURL("state"), http.StatusFound)
	// ruleid: go-oauth-state-constant
	http.Redirect(w, r, config.AuthCodeURL(stateName, oauth2.AccessTypeOffline), http.StatusFound)
	state := rand.Text()
	// ok: go-oauth-state-constant
	http.Redirect(w, r, config.AuthCodeURL(state), http.StatusFound)
	// ok: go-oauth-state-constant
	http.Redirect(w, r, config.AuthCodeURL(r.FormValue("state")), http.StatusFound)
}

func console(other *oauth2.Config) {
	// ok: go-oauth-state-constant
	url := other.AuthCodeURL("state", oauth2.AccessTypeOffline)
	fmt.Printf("Open %s in a browser and enter the code: ", url)
}
