const { exec } = require("child_process");
const { exec: run } = require("child_process");
const cp = require("child_process");
const direct = require("child_process").exec;
const whole = require("node:child_process");
const axios = require("axios");
const { b } = require("a");
const { promisify } = require("util");

exec("ls");
run("ls");
cp.exec("ls");
direct("ls");
whole.exec("ls");
require("child_process").exec("ls");
axios.get("x");
b.c(1);
a.b.c(1);
unrelated.exec("ls");

class A {
  run() {}
  other() {
    this.run(1);
    const self = this;
    self.run(2);
  }
}
