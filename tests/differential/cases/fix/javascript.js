eval(x);
res.cookie("a", b, { secure: false });
var a = 1;
a == null;
