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
	// ruleid: oauth-constant-state
	http.Redirect(w, r, config.AuthCodeURL("state"), http.StatusFound)
	// ruleid: oauth-constant-state
	http.Redirect(w, r, config.AuthCodeURL(stateName, oauth2.AccessTypeOffline), http.StatusFound)
	state := rand.Text()
	// ok: oauth-constant-state
	http.Redirect(w, r, config.AuthCodeURL(state), http.StatusFound)
	// ok: oauth-constant-state
	http.Redirect(w, r, config.AuthCodeURL(r.FormValue("state")), http.StatusFound)
}

func console(other *oauth2.Config) {
	// ok: oauth-constant-state
	url := other.AuthCodeURL("state", oauth2.AccessTypeOffline)
	fmt.Printf("Open %s in a browser and enter the code: ", url)
}
