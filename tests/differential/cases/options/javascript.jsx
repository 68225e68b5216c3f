a === b;
b === a;
a && b && c;
b && a;
x = 1;
var y = 1;
let z = 1;
const w = 1;
class A { f = 1; static g = 1; }
foo(function (a) { return a; });
foo((a) => { return a; });
foo((a) => a);
const h = (a) => a + 1;
function named(a) { return a; }
@foo(1) class B {}
const el = <div className="a" id="b"><span>t</span></div>;
const el2 = <div id="b" className="a" />;
const el3 = <div id="b"></div>;
const el4 = <div>{x}</div>;
