package example

type User struct {
	// ruleid: malformed-struct-tag
	Name string `json: "name"`
	// ruleid: malformed-struct-tag
	Mail string `json:"mail,omitempy"`
	// ok: malformed-struct-tag
	Age int `json:"age,omitempty"`
}
