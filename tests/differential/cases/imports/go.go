package q
import "a/b"
import x "a/b/c"
import _ "a/b"
import . "a/b"
import "a/bc"
