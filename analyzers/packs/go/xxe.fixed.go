package example

import (
	"encoding/xml"
	"io"

	"github.com/lestrrat-go/libxml2/parser"
)

func parse(stream io.Reader) {
	// ruleid: xxe
	parser.New(parser.XMLParseNoNet)
	// ruleid: xxe
	parser.New(parser.XMLParseNoNet | parser.XMLParseNoNet)
	// ok: xxe
	parser.New()
	// ok: xxe
	parser.New(parser.XMLParseNoNet)
	// ok: xxe
	xml.NewDecoder(stream)
}
