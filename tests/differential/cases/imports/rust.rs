use a::b;
use a::b::c;
use a::b::*;
use a::{x, b::d};
use a::b as e;
use a::b::c as y;
use a::bc;
fn f() {}
