package example

import (
	"encoding/json"
	"io"
)

type settings struct{ Name string }

func read(data []byte, source io.Reader) (settings, error) {
	var chosen settings
	// ruleid: unmarshal-non-pointer
	if err := json.Unmarshal(data, &chosen); err != nil {
		return chosen, err
	}
	defaults := settings{Name: "none"}
	// ruleid: unmarshal-non-pointer
	if err := json.NewDecoder(source).Decode(&defaults); err != nil {
		return defaults, err
	}
	// ok: unmarshal-non-pointer
	if err := json.Unmarshal(data, &chosen); err != nil {
		return chosen, err
	}
	var open Reader
	switch len(data) {
	case 0:
		open = &settings{}
	default:
		open = new(settings)
	}
	// ok: unmarshal-non-pointer
	json.Unmarshal(data, open)
	kept := &settings{}
	// ok: unmarshal-non-pointer
	return *kept, json.Unmarshal(data, kept)
}
