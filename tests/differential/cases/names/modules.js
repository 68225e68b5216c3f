import { exec } from "child_process";
import { exec as run } from "node:child_process";
import * as cp from "child_process";
import child from "child_process";
import axios from "axios";
import http, { get } from "axios";
import jwt from "jsonwebtoken";

exec("ls");
run("ls");
cp.exec("ls");
child.exec("ls");
axios.get("x");
http.get("x");
get("x");
jwt.sign({});
