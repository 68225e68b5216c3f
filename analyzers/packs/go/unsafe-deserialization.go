package example

import (
	"encoding/gob"
	"encoding/json"
	"net/http"
	"os"
)

func load(w http.ResponseWriter, r *http.Request) {
	var order Order
	// ruleid: unsafe-deserialization
	gob.NewDecoder(r.Body).Decode(&order)
	// ok: unsafe-deserialization
	json.NewDecoder(r.Body).Decode(&order)
	file, _ := os.Open("orders.gob")
	// ok: unsafe-deserialization
	gob.NewDecoder(file).Decode(&order)
	var value interface{}
	// ruleid: unsafe-deserialization
	json.NewDecoder(r.Body).Decode(&value)
}
