package decoders

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"

	"gopkg.in/yaml.v2"
)

type Order struct {
	ID   int
	Name string
}

func Gob(w http.ResponseWriter, r *http.Request) {
	var order Order
	// ruleid: deserialization
	if err := gob.NewDecoder(r.Body).Decode(&order); err != nil {
		return
	}
}

func GobBytes(r *http.Request) (any, error) {
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	var value any
	// ruleid: deserialization
	err = gob.NewDecoder(bytes.NewReader(data)).Decode(&value)
	return value, err
}

func GobCookie(r *http.Request) error {
	cookie, err := r.Cookie("state")
	if err != nil {
		return err
	}
	var order Order
	decoder := gob.NewDecoder(bytes.NewBufferString(cookie.Value))
	// ruleid: deserialization
	return decoder.Decode(&order)
}

func GobConnection(conn net.Conn) error {
	var order Order
	// ruleid: deserialization
	return gob.NewDecoder(conn).Decode(&order)
}

func GobFile() error {
	file, err := os.Open("state.gob")
	if err != nil {
		return err
	}
	defer file.Close()
	var order Order
	// ok: deserialization
	return gob.NewDecoder(file).Decode(&order)
}

func YamlAny(r *http.Request) (any, error) {
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	var value interface{}
	// ruleid: deserialization
	err = yaml.Unmarshal(data, &value)
	return value, err
}

func YamlStruct(r *http.Request) (Order, error) {
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return Order{}, err
	}
	var order Order
	// ok: deserialization
	err = yaml.Unmarshal(data, &order)
	return order, err
}

func Json(r *http.Request) (Order, error) {
	var order Order
	// ok: deserialization
	err := json.NewDecoder(r.Body).Decode(&order)
	return order, err
}

func JsonAny(r *http.Request) (any, error) {
	var value interface{}
	// ruleid: deserialization
	err := json.NewDecoder(r.Body).Decode(&value)
	return value, err
}
