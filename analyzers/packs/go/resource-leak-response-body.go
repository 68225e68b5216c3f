package example

import (
	"encoding/json"
	"net/http"
)

func bad(address string, value any) error {
	// ruleid: resource-leak-response-body
	response, err := http.Get(address)
	if err != nil {
		return err
	}
	return json.NewDecoder(response.Body).Decode(value)
}

func good(address string, value any) error {
	// ok: resource-leak-response-body
	response, err := http.Get(address)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	return json.NewDecoder(response.Body).Decode(value)
}

func passed(address string) (*http.Response, error) {
	// ok: resource-leak-response-body
	response, err := http.Get(address)
	return response, err
}

func handedOver(address string) {
	// ok: resource-leak-response-body
	response, err := http.Get(address)
	if err != nil {
		log.Fatal(err)
	}
	mustBeFine(response.Body)
}

func readAll(address string) (string, error) {
	// ruleid: resource-leak-response-body
	response, err := http.Get(address)
	if err != nil {
		return "", err
	}
	body, err := io.ReadAll(response.Body)
	return string(body), err
}
