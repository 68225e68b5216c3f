foo("s");
const x = "a";
foo(x);
foo(1);
